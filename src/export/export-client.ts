/** Exports as the page sees them: one worker a way, watched, ended at once when cancelled, and the next way when one fails. */
import { StudioError, asStudioError, throwIfCancelled } from '../core/errors';
import { createMemoryShelf, type ExportShelf } from './chunks/export-shelf';
import type { ExportedFilm, ExportJob, ExportRoute, ExportStep, ExportWay } from './export-protocol';
import type { FilmStretch } from './routes/stretch';
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
 * check leaves nothing, and packets are copied no more.
 * @throws StudioError `cancelled`, what the last way failed with, or at once what no way can help
 */
export async function exportFilm(job: ExportJob, options: ExportOptions): Promise<ExportedFilm> {
  const shelf = options.shelf ?? createMemoryShelf();
  let last = new StudioError('export-failed', 'No route was given.');
  let flawed: ExportedFilm | null = null;
  for (const way of waysOf(options)) {
    throwIfCancelled(options.signal);
    // A file with a flaw, which its checks name, is better than none; trying again would take it away.
    if (flawed !== null && way.encoder === flawed.route && way.cheapest === 'copy') continue;
    try {
      const film = await runExportWorker(job, way, shelf, reportsOf(way, options));
      const failed = film.checks.filter(({ passed }) => !passed).map(({ id, value }) => `${id} (${value})`);
      if (failed.length === 0) return film;
      flawed = film;
      last = new StudioError('export-failed', `The file failed: ${failed.join(', ')}.`);
      await shelf.dropChunks();
    } catch (error) {
      last = asStudioError(error, 'export-failed');
      if (!WAY_FAILURES.includes(last.code)) throw last;
    }
    options.onRouteLeft?.({ route: way.encoder, error: last });
  }
  if (flawed !== null) return flawed;
  throw last;
}

/** Each encoder as cheaply as it can, and at last without copying: a flaw may come from the film that was copied. */
function waysOf({ routes, cheapest = 'copy' }: ExportOptions): ExportWay[] {
  return routes.map((encoder, index) => ({
    encoder,
    cheapest: index === 0 || cheapest !== 'copy' ? cheapest : 'direct',
  }));
}

function reportsOf(way: ExportWay, options: ExportOptions): WorkerReports {
  const { signal, onProgress, onPlanned, patienceMs = PATIENCE_MS } = options;
  return {
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
