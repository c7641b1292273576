/** The trial worker: a shell round the first drawing of a foreign shader. It may never answer; then it is ended. */
import { serializeError } from '../src/core/errors';
import { tryAsset } from '../src/effects/render/shader-trial';
import type { TrialReply, TrialRequest } from '../src/studio/shader-trial-protocol';

declare const self: DedicatedWorkerGlobalScope;

function reply(message: TrialReply): void {
  self.postMessage(message);
}

self.onmessage = ({ data: { asset } }: MessageEvent<TrialRequest>) => {
  tryAsset(asset).then(
    () => reply({ kind: 'passed' }),
    (error: unknown) => reply({ kind: 'failed', error: serializeError(error, 'shader-failed') }),
  );
};
