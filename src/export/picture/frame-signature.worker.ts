/** What a frame of the film looks like at a glance, before it is encoded. */
import type { Size } from '../../core/geometry';
import type { FilmFrame } from '../film-frames.worker';
import { readSignature, signatureOfI420 } from '../picture-signature';
import type { Stopwatch } from '../stopwatch';
import { croppedFrame } from './decoded-picture';

/** As `readSignature`, of the part that goes into the film. */
export function signatureOfFrame(
  frame: FilmFrame,
  size: Size,
  stopwatch: Stopwatch,
): Promise<Uint8ClampedArray> {
  return stopwatch.time('sign', async () => {
    if (frame.kind === 'bytes') return signatureOfI420(frame.bytes, size);
    const picture = croppedFrame(frame.picture, frame.visible, 0, 0);
    try {
      return await readSignature(picture);
    } finally {
      picture.close();
    }
  });
}
