/** One ffmpeg worker as the export worker sees it: runs in, files out, in order. */
import { StudioError, asStudioError, deserializeError } from '../../core/errors';
import type { Disposable } from '../../core/ownership';
import { compileCore } from './compile-core.worker';
import type { FFmpegReply, FFmpegRequest, FFmpegRun } from './ffmpeg-protocol';

export interface FFmpeg extends Disposable {
  /** Runs not yet answered. */
  readonly pending: number;
  /**
   * Queues a run. The buffers of its files are given away.
   * @param onFiles is given them back after a success: room as large as a chunk of raw pictures is dear to make anew
   * @throws StudioError `muxer-failed`, `worker-crashed`
   */
  run(
    run: FFmpegRun,
    onFiles?: (files: readonly Uint8Array<ArrayBuffer>[]) => void,
  ): Promise<Uint8Array<ArrayBuffer>>;
}

interface Waiting {
  readonly onFiles: ((files: readonly Uint8Array<ArrayBuffer>[]) => void) | undefined;
  readonly resolve: (output: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: StudioError) => void;
}

/**
 * Starts a worker, which makes ffmpeg ready at once. Disposing ends it, whatever it is at.
 * @param core where several workers share it
 */
export function startFFmpeg(core = compileCore()): FFmpeg {
  const worker = new Worker(new URL('../../../workers/ffmpeg.worker.ts', import.meta.url), {
    type: 'module',
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  const failAll = (error: StudioError): void => {
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all) reject(error);
  };

  worker.onmessage = ({ data }: MessageEvent<FFmpegReply>) => {
    const job = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) job?.reject(deserializeError(data.error));
    else {
      job?.onFiles?.(data.files);
      job?.resolve(data.output);
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    failAll(new StudioError('worker-crashed', `The ffmpeg worker ended: ${event.message}`));
  };

  const send = (request: FFmpegRequest, transfer: Transferable[] = []): void =>
    worker.postMessage(request, transfer);
  const loading = core.then((module) => send({ kind: 'load', module }));
  // Who comes with a job hears of the failure.
  loading.catch(() => undefined);

  return {
    get pending() {
      return waiting.size;
    },
    run(run, onFiles) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, onFiles });
        loading.then(
          () =>
            send(
              { kind: 'run', id, run },
              Object.values(run.files).map(({ buffer }) => buffer),
            ),
          (error: unknown) => {
            waiting.delete(id);
            reject(asStudioError(error, 'muxer-failed'));
          },
        );
      });
    },
    dispose() {
      worker.terminate();
      failAll(new StudioError('cancelled', 'ffmpeg was stopped.'));
    },
  };
}
