/** Exports as the page sees them: one worker a way, watched, ended at once when cancelled, and the next way when one fails. */
import { StudioError, asStudioError, throwIfCancelled } from '../core/errors';
import { createMemoryShelf, type ExportShelf } from './chunks/export-shelf';
import type { ExportedFilm, ExportJob, ExportRoute, ExportStep, ExportWay } from './export-protocol';
import type { FilmStretch } from './routes/stretch';
import { createExportWorkers, type ExportWorkers } from './export-workers';
import { PATIENCE_MS, runExportWorker, type WorkerReports } from './run-export-worker';

/** Where an export is. */
export interface ExportProgress {
  readonly route: ExportRoute;
  readonly step: ExportStep;
  /** Of this step. */
  readonly done: number;
  readonly total: number;
  /** 0..1 of the whole job. */
  readonly overall: number;
}

/** A way that was tried and left, and why. */
export interface LeftRoute {
  readonly route: ExportRoute;
  readonly error: StudioError;
}

export interface ExportOptions {
  /** Encoders in the order in which they are tried. */
  readonly routes: readonly ExportRoute[];
  /** Where what is done is kept; in memory without. */
  readonly shelf?: ExportShelf | undefined;
  /** The cheapest route that is taken; `copy` without. */
  readonly cheapest?: ExportWay['cheapest'] | undefined;
  /** Where workers come from; made when they are needed without. */
  readonly workers?: ExportWorkers | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined;
  readonly onPlanned?: ((stretches: readonly FilmStretch[]) => void) | undefined;
  readonly onRouteLeft?: ((left: LeftRoute) => void) | undefined;
  /** Longest silence of the worker before it counts as stuck, by step, in milliseconds. */
  readonly patienceMs?: Readonly<Record<ExportStep, number>>;
}

/** Share of each step in the whole job. */
const SHARES: Readonly<Record<ExportStep, { readonly from: number; readonly to: number }>> = {
  sound: { from: 0, to: 0.03 },
  picture: { from: 0.03, to: 0.92 },
  muxing: { from: 0.92, to: 0.97 },
  checking: { from: 0.97, to: 1 },
};

/** Failures of a way, and not of the film: the next way may do better. */
const WAY_FAILURES: readonly string[] = [
  'encoder-unsupported',
  'muxer-failed',
  'worker-crashed',
  'export-failed',
  'gpu-lost',
  'unexpected',
];

/**
 * Makes the film by the first way that works. A way that breaks leaves what it has done to the next; one whose file fails its
 * check leaves nothing, and packets are copied no more: a flaw may come from the film that was copied.
 * @throws StudioError `cancelled`, what the last way failed with, or at once what no way can help
 */
export async function exportFilm(job: ExportJob, options: ExportOptions): Promise<ExportedFilm> {
  const shelf = options.shelf ?? createMemoryShelf();
  const [first] = options.routes;
  let next: ExportWay | null =
    first === undefined ? null : { encoder: first, cheapest: options.cheapest ?? 'copy' };
  let last = new StudioError('export-failed', 'No route was given.');
  let flawed: ExportedFilm | null = null;
  while (next !== null) {
    const way: ExportWay = next;
    throwIfCancelled(options.signal);
    try {
      const film = await runExportWorker(job, way, shelf, reportsOf(way, options));
      const failed = film.checks.filter(({ passed }) => !passed).map(({ id, value }) => `${id} (${value})`);
      if (failed.length === 0) return film;
      last = new StudioError('export-failed', `The file failed: ${failed.join(', ')}.`);
      next = wayAfterFlaw(way, film, options.routes);
      // A file with a flaw, which its checks name, is better than none: it stays until another is whole.
      flawed = film;
      if (next !== null) await shelf.dropChunks();
    } catch (error) {
      last = asStudioError(error, 'export-failed');
      if (!WAY_FAILURES.includes(last.code)) throw last;
      next = wayAfterFailure(way, options.routes);
    }
    options.onRouteLeft?.({ route: way.encoder, error: last });
  }
  if (flawed !== null) return flawed;
  throw last;
}

/** The same without copying where something was copied, else the next encoder, which copies nothing. */
function wayAfterFlaw(
  way: ExportWay,
  { stretches }: ExportedFilm,
  routes: readonly ExportRoute[],
): ExportWay | null {
  if (way.cheapest === 'copy' && stretches.some(({ route }) => route === 'copy'))
    return { ...way, cheapest: 'direct' };
  const next = wayAfterFailure(way, routes);
  return next === null ? null : { ...next, cheapest: way.cheapest === 'copy' ? 'direct' : way.cheapest };
}

/** The next encoder: what the last could do without it is not done anew. */
function wayAfterFailure(way: ExportWay, routes: readonly ExportRoute[]): ExportWay | null {
  const encoder = routes[routes.indexOf(way.encoder) + 1];
  return encoder === undefined ? null : { ...way, encoder };
}

function reportsOf(way: ExportWay, options: ExportOptions): WorkerReports {
  const { signal, onProgress, onPlanned, patienceMs = PATIENCE_MS } = options;
  const workers = options.workers ?? createExportWorkers();
  return {
    takeWorker: () => workers.take(),
    signal,
    patienceMs,
    onPlanned: (stretches) => onPlanned?.(stretches),
    onProgress(step, done, total) {
      const { from, to } = SHARES[step];
      const overall = from + (to - from) * (done / Math.max(1, total));
      onProgress?.({ route: way.encoder, step, done, total, overall });
    },
  };
}
