/** Asks the analysis worker one thing: arithmetic of a second or more must not stop the picture. */
import { StudioError, deserializeError, throwIfCancelled } from '../core/errors';
import type { AnalysisReply, AnalysisRequest, SentSound } from './analysis-protocol';
import type { Pcm } from './pcm';

/**
 * One answer of a worker that ends with it.
 * @throws StudioError what the worker throws, `worker-crashed`, `cancelled`
 */
export async function askAnalysis(request: AnalysisRequest, signal?: AbortSignal): Promise<AnalysisReply> {
  throwIfCancelled(signal);
  const worker = new Worker(new URL('../../workers/analysis.worker.ts', import.meta.url), { type: 'module' });
  const abort = new AbortController();
  try {
    return await new Promise<AnalysisReply>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<AnalysisReply>) => {
        if (data.kind === 'failed') reject(deserializeError(data.error));
        else resolve(data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(
          new StudioError('worker-crashed', event.message || 'The analysis worker ended.', {
            cause: event.error,
          }),
        );
      };
      signal?.addEventListener(
        'abort',
        () => reject(new StudioError('cancelled', 'Cancelled.', { cause: signal.reason })),
        { signal: abort.signal },
      );
      worker.postMessage(
        request,
        'sound' in request ? request.sound.channels.map(({ buffer }) => buffer) : [],
      );
    });
  } finally {
    abort.abort();
    worker.terminate();
  }
}

/** A copy that can be handed over while the caller keeps its own. */
export function copySound(pcm: Pcm): SentSound {
  return { sampleRate: pcm.sampleRate, channels: pcm.channels.map((channel) => new Float32Array(channel)) };
}

/** The sound in a reply. @throws StudioError `worker-crashed` for a reply to something else */
export function soundOf(reply: AnalysisReply): Pcm {
  if (reply.kind === 'sound') return reply.sound;
  throw new StudioError('worker-crashed', `The analysis worker answered "${reply.kind}" instead of a sound.`);
}
