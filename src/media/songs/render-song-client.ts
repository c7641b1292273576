/** Renders a bundled song beside the page: a second of arithmetic must not stop the picture. */
import { StudioError, deserializeError } from '../../core/errors';
import type { Pcm } from '../pcm';
import type { RenderSongReply, RenderSongRequest } from './render-song-protocol';

/**
 * The song's samples, made in a worker that ends with it.
 * @throws StudioError `storage-missing` for an unknown song, `worker-crashed`
 */
export async function renderSongAside(id: string, sampleRate: number, tempo = 1): Promise<Pcm> {
  const worker = new Worker(new URL('../../../workers/analysis.worker.ts', import.meta.url), {
    type: 'module',
  });
  try {
    return await new Promise<Pcm>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<RenderSongReply>) => {
        if (data.kind === 'rendered') resolve({ sampleRate: data.sampleRate, channels: data.channels });
        else reject(deserializeError(data.error));
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(
          new StudioError('worker-crashed', event.message || 'The analysis worker ended.', {
            cause: event.error,
          }),
        );
      };
      const request: RenderSongRequest = { kind: 'render-song', id, sampleRate, tempo };
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}
