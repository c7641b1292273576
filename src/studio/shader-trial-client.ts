/** Tries a foreign shader where it can do no harm: in a worker of its own, ended when it takes too long. */
import { StudioError, deserializeError, throwIfCancelled } from '../core/errors';
import type { ImportedAsset } from '../effects/imported-asset';
import type { TrialReply, TrialRequest } from './shader-trial-protocol';

/** How long a trial may take, in milliseconds: a driver may need seconds to link, but not more. */
const PATIENCE_MS = 12_000;

/**
 * Resolves when the shader compiles and draws fast enough.
 * @throws StudioError `shader-failed`, `effect-too-slow`, `worker-crashed`, `cancelled`
 */
export async function tryShaderAside(asset: ImportedAsset, signal?: AbortSignal): Promise<void> {
  if (signal !== undefined) throwIfCancelled(signal);
  const worker = new Worker(new URL('../../workers/trial.worker.ts', import.meta.url), { type: 'module' });
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let onAbort: (() => void) | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      watchdog = setTimeout(
        () => reject(new StudioError('effect-too-slow', `${asset.name} did not draw in ${PATIENCE_MS} ms.`)),
        PATIENCE_MS,
      );
      onAbort = () => reject(new StudioError('cancelled', 'The trial was called off.'));
      signal?.addEventListener('abort', onAbort, { once: true });
      worker.onmessage = ({ data }: MessageEvent<TrialReply>) => {
        if (data.kind === 'passed') resolve();
        else reject(deserializeError(data.error));
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new StudioError('worker-crashed', `The trial worker ended: ${event.message}`));
      };
      const request: TrialRequest = { asset };
      worker.postMessage(request);
    });
  } finally {
    clearTimeout(watchdog);
    if (onAbort !== undefined) signal?.removeEventListener('abort', onAbort);
    worker.terminate();
  }
}
