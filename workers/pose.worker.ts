/** Shell of the pose worker: takes pictures, answers with poses. All logic is in src/pose/detector. */
import { serializeError } from '../src/core/errors';
import type { DetectorReply, DetectorRequest } from '../src/pose/detector/detector-protocol';
import type { Choice } from '../src/pose/detector/choose-model';
import type { Landmarker } from '../src/pose/detector/landmarker.worker';
import { startLandmarker } from '../src/pose/detector/start-landmarker.worker';

declare const self: DedicatedWorkerGlobalScope;

let chosen: Choice<Landmarker> | null = null;

function reply(message: DetectorReply, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

async function start(request: Extract<DetectorRequest, { kind: 'start' }>): Promise<void> {
  try {
    chosen = await startLandmarker(request.settings);
    reply({ kind: 'ready', info: chosen.info });
  } catch (error) {
    reply({ kind: 'failed', error: serializeError(error, 'pose-crashed') });
  }
}

async function detect({
  id,
  picture,
  timestampMs,
}: Extract<DetectorRequest, { kind: 'detect' }>): Promise<void> {
  try {
    if (chosen === null) throw new Error('A picture came before the model was ready.');
    const detection = await chosen.opened.detect(picture, timestampMs);
    const { pose, matte } = detection;
    const buffers = [pose?.image.buffer, pose?.world.buffer, pose?.visibility.buffer, matte?.data.buffer];
    reply(
      { kind: 'detected', id, detection },
      buffers.filter((buffer) => buffer instanceof ArrayBuffer),
    );
  } catch (error) {
    reply({ kind: 'detect-failed', id, error: serializeError(error, 'pose-crashed') });
  } finally {
    picture.close();
  }
}

self.onmessage = ({ data }: MessageEvent<DetectorRequest>) => {
  if (data.kind === 'start') void start(data);
  else void detect(data);
};
