/** One measured line: ours, the peer's, and their ratio, all from one run on one machine. */

export interface Figure {
  /** What was measured, as the README quotes it. */
  readonly name: string;
  /** Ours, in `unit`. */
  readonly ours: number;
  /** The peer or the limit, in `unit`; null where the peer is not installed. */
  readonly peer: number | null;
  readonly peerName: string;
  readonly unit: string;
}

/** Runs `work` `runs` times after one warm-up and gives the median of its milliseconds. */
export async function medianMilliseconds(runs: number, work: () => Promise<void> | void): Promise<number> {
  await work();
  const times: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const before = performance.now();
    await work();
    times.push(performance.now() - before);
  }
  return median(times);
}

/** The middle value (mean of the two middle ones for an even count). */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** The figures as a Markdown table. */
export function formatFigures(figures: readonly Figure[]): string {
  const round = (value: number): string =>
    value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);
  const rows = figures.map(({ name, ours, peer, peerName, unit }) => {
    const ratio = peer === null ? '–' : `${(ours / peer).toFixed(2)}×`;
    return `| ${name} | ${round(ours)} ${unit} | ${peer === null ? `${peerName}: not installed` : `${round(peer)} ${unit} (${peerName})`} | ${ratio} |`;
  });
  return ['| measured | ours | against | ratio |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
