/** Exports as the page sees them: one worker a job, watched, ended at once when cancelled, and a second route when the first fails. */
import { StudioError, asStudioError, deserializeError, throwIfCancelled } from '../core/errors';
import type {
  ExportedFilm,
  ExportJob,
  ExportReply,
  ExportRequest,
  ExportRoute,
  ExportStep,
} from './export-protocol';

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

/** A route that was tried and left, and why. */
export interface LeftRoute {
  readonly route: ExportRoute;
  readonly error: StudioError;
}

export interface ExportOptions {
  /** Routes in the order in which they are tried. */
  readonly routes: readonly ExportRoute[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined;
  readonly onRouteLeft?: ((left: LeftRoute) => void) | undefined;
  /** Longest silence of the worker before it counts as stuck, by step, in milliseconds. */
  readonly patienceMs?: Readonly<Record<ExportStep, number>>;
}

/**
 * The slowest honest machine stays well below: a frame of the heaviest stack takes seconds on a software GPU, ffmpeg may
 * have to come over a slow line before it can mux.
 */
const PATIENCE_MS: Readonly<Record<ExportStep, number>> = {
  sound: 90_000,
  picture: 60_000,
  muxing: 120_000,
  checking: 60_000,
};

/** Share of each step in the whole job. */
const SHARES: Readonly<Record<ExportStep, { readonly from: number; readonly to: number }>> = {
  sound: { from: 0, to: 0.03 },
  picture: { from: 0.03, to: 0.92 },
  muxing: { from: 0.92, to: 0.97 },
  checking: { from: 0.97, to: 1 },
};

/** Failures of a route, and not of the film: the next route may do better. */
const ROUTE_FAILURES: readonly string[] = [
  'encoder-unsupported',
  'muxer-failed',
  'worker-crashed',
  'export-failed',
  'gpu-lost',
];

/**
 * Makes the film by the first route that works.
 * @throws StudioError `cancelled`, what the last route failed with, or at once what no route can help
 */
export async function exportFilm(
  job: Omit<ExportJob, 'route'>,
  options: ExportOptions,
): Promise<ExportedFilm> {
  let last = new StudioError('export-failed', 'No route was given.');
  let flawed: ExportedFilm | null = null;
  for (const route of options.routes) {
    throwIfCancelled(options.signal);
    try {
      const film = await runWorker({ ...job, route }, options);
      const failed = film.checks.filter(({ passed }) => !passed).map(({ id, value }) => `${id} (${value})`);
      if (failed.length === 0) return film;
      flawed ??= film;
      last = new StudioError('export-failed', `The file failed: ${failed.join(', ')}.`);
    } catch (error) {
      last = asStudioError(error, 'export-failed');
      if (!ROUTE_FAILURES.includes(last.code)) throw last;
    }
    options.onRouteLeft?.({ route, error: last });
  }
  // A file with a flaw, which its checks name, is better than none.
  if (flawed !== null) return flawed;
  throw last;
}

function runWorker(
  job: ExportJob,
  { signal, onProgress, patienceMs = PATIENCE_MS }: ExportOptions,
): Promise<ExportedFilm> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../../workers/export.worker.ts', import.meta.url), { type: 'module' });
    let step: ExportStep = 'sound';
    let patience: ReturnType<typeof setTimeout> | null = null;

    const end = (): void => {
      if (patience !== null) clearTimeout(patience);
      signal?.removeEventListener('abort', cancel);
      // Takes its ffmpeg workers, decoders and encoders along, whatever they are at.
      worker.terminate();
    };
    const fail = (error: StudioError): void => {
      end();
      reject(error);
    };
    const cancel = (): void => fail(new StudioError('cancelled', 'The export was cancelled.'));
    const wait = (): void => {
      if (patience !== null) clearTimeout(patience);
      patience = setTimeout(() => {
        fail(new StudioError('export-failed', `Nothing happened for ${patienceMs[step]} ms in "${step}".`));
      }, patienceMs[step]);
    };

    worker.onmessage = ({ data }: MessageEvent<ExportReply>) => {
      switch (data.kind) {
        case 'progress': {
          step = data.step;
          wait();
          const { from, to } = SHARES[step];
          const overall = from + (to - from) * (data.done / Math.max(1, data.total));
          onProgress?.({ route: job.route, step, done: data.done, total: data.total, overall });
          return;
        }
        case 'done':
          end();
          resolve(data.film);
          return;
        case 'failed':
          fail(deserializeError(data.error));
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      fail(new StudioError('worker-crashed', `The export worker ended: ${event.message}`));
    };
    signal?.addEventListener('abort', cancel, { once: true });
    wait();
    const request: ExportRequest = { kind: 'start', job };
    worker.postMessage(request);
  });
}
