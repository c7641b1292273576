/** Watches how much memory the browser takes, from outside: the page cannot see its own workers, codecs and GPU process. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright';

const EVERY_MS = 50;

/** Gives the page `__beginPeak()` and `__endPeak()`: megabytes above what there was at the beginning, null where /proc is not there. */
export async function watchPeak(page: Page): Promise<void> {
  let base = 0;
  let peak = 0;
  let timer: ReturnType<typeof setInterval> | null = null;
  const look = (): void => {
    peak = Math.max(peak, residentMegabytes() ?? 0);
  };
  await page.exposeFunction('__beginPeak', () => {
    base = residentMegabytes() ?? 0;
    peak = base;
    if (timer !== null) clearInterval(timer);
    timer = setInterval(look, EVERY_MS);
  });
  await page.exposeFunction('__endPeak', () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    look();
    return base === 0 ? null : peak - base;
  });
}

/** Resident memory of all processes below this one; null where the system does not say. */
function residentMegabytes(): number | null {
  // Where there is no /proc nothing is known.
  if (!existsSync('/proc/self/status')) return null;
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = statusOf(name);
    if (status === null) continue;
    parents.set(Number(name), numberIn(status, /^PPid:\s+(\d+)/m));
    // What is shared between processes is counted once, with none of them.
    resident.set(Number(name), numberIn(status, /^RssAnon:\s+(\d+)/m));
  }
  let sum = 0;
  for (const [process, bytes] of resident) if (isBelow(process, parents)) sum += bytes;
  return sum / 1024;
}

function statusOf(name: string): string | null {
  try {
    return readFileSync(`/proc/${name}/status`, 'utf8');
  } catch (error) {
    // Ended since the folder was read.
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code)))
      return null;
    throw error;
  }
}

function numberIn(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1] ?? 0);
}

function isBelow(child: number, parents: ReadonlyMap<number, number>): boolean {
  for (let each = parents.get(child); each !== undefined && each > 1; each = parents.get(each))
    if (each === process.pid) return true;
  return false;
}
