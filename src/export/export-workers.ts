/** Makes export workers, one of them before it is needed: loading ffmpeg takes as long as many a film. */
import type { Disposable } from '../core/ownership';
import type { ExportRequest, Preparation } from './export-protocol';

/** Disposing ends the one that waits. */
export interface ExportWorkers extends Disposable {
  /** Makes one that waits, with ffmpeg loaded; it looks into the films and tries the encoder that it is told of. */
  prepare(preparation?: Preparation): void;
  /** One that has no job yet, the one that waits if there is one; whoever takes it ends it. */
  take(): Worker;
}

export function createExportWorkers(): ExportWorkers {
  let waiting: Worker | null = null;
  const end = (): void => {
    waiting?.terminate();
    waiting = null;
  };
  return {
    prepare(preparation = { wish: null, films: [], isByFFmpeg: false, drawn: null }) {
      if (waiting === null) {
        waiting = startWorker();
        // One that ends while it waits is of no use to anybody, and its successor tells why.
        waiting.onerror = (event) => {
          event.preventDefault();
          end();
        };
      }
      const request: ExportRequest = { kind: 'warm', preparation };
      waiting.postMessage(request);
    },
    take() {
      const taken = waiting ?? startWorker();
      waiting = null;
      taken.onerror = null;
      return taken;
    },
    dispose: end,
  };
}

function startWorker(): Worker {
  return new Worker(new URL('../../workers/export.worker.ts', import.meta.url), { type: 'module' });
}
