/** One export worker from the page's side: its reports, its pieces of the film, and its end. */
import { StudioError, deserializeError, serializeError } from '../core/errors';
import type { ExportShelf } from './chunks/export-shelf';
import type {
  ExportedFilm,
  ExportJob,
  ExportReply,
  ExportRequest,
  ExportStep,
  ExportWay,
  ShelfRequest,
} from './export-protocol';
import type { FilmStretch } from './routes/stretch';

export interface WorkerReports {
  /** A worker without a job. It is ended with the run. */
  readonly takeWorker: () => Worker;
  readonly signal: AbortSignal | undefined;
  readonly patienceMs: Readonly<Record<ExportStep, number>>;
  readonly onProgress: (step: ExportStep, done: number, total: number) => void;
  readonly onPlanned: (stretches: readonly FilmStretch[]) => void;
}

/**
 * The slowest honest machine stays well below: a frame of the heaviest stack takes seconds on a software GPU, ffmpeg may
 * have to come over a slow line before it can encode the sound.
 */
export const PATIENCE_MS: Readonly<Record<ExportStep, number>> = {
  sound: 90_000,
  picture: 60_000,
  muxing: 120_000,
  checking: 60_000,
};

/**
 * Runs a worker to its end.
 * @throws StudioError `cancelled`, `export-failed` when nothing happens for too long, `worker-crashed`, what the worker failed with
 */
export async function runExportWorker(
  job: ExportJob,
  way: ExportWay,
  shelf: ExportShelf,
  reports: WorkerReports,
): Promise<ExportedFilm> {
  const chunks = await shelf.chunks();
  return new Promise((resolve, reject) => {
    const worker = reports.takeWorker();
    const { signal, patienceMs } = reports;
    let step: ExportStep = 'sound';
    let patience: ReturnType<typeof setTimeout> | null = null;
    /** Pieces are kept one after another: a later one must not overtake. */
    let keeping: Promise<unknown> = Promise.resolve();

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
    const send = (request: ExportRequest): void => worker.postMessage(request);

    worker.onmessage = ({ data }: MessageEvent<ExportReply>) => {
      switch (data.kind) {
        case 'progress':
          step = data.step;
          wait();
          reports.onProgress(step, data.done, data.total);
          return;
        case 'planned':
          reports.onPlanned(data.stretches);
          return;
        case 'shelf':
          wait();
          keeping = keeping.then(() =>
            perform(shelf, data.request).then(
              (file) => send({ kind: 'kept', id: data.id, file }),
              (error: unknown) => send({ kind: 'lost', id: data.id, error: serializeError(error) }),
            ),
          );
          return;
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
    if (signal?.aborted === true) {
      cancel();
      return;
    }
    signal?.addEventListener('abort', cancel, { once: true });
    wait();
    send({ kind: 'start', job, way, chunks });
  });
}

async function perform(shelf: ExportShelf, request: ShelfRequest): Promise<Blob | null> {
  switch (request.do) {
    case 'keep-chunk':
      return shelf.keepChunk(request.first, request.count, request.bytes);
    case 'open-file':
      await shelf.openFile();
      return null;
    case 'write':
      await shelf.write(request.bytes, request.position);
      return null;
    case 'close-file':
      return shelf.closeFile(request.type);
  }
}
