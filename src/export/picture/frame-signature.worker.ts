/** What a frame of the film looks like at a glance, before it is encoded. */
import type { Size } from '../../core/geometry';
import type { FilmFrame } from '../film-frames.worker';
import { pictureSignature } from '../picture-signature';
import type { Stopwatch } from '../stopwatch';
import { croppedFrame } from './decoded-picture';
import { toVideoFrame } from './video-frame';

/** As `pictureSignature`, of the part that goes into the film. */
export function signatureOfFrame(frame: FilmFrame, size: Size, stopwatch: Stopwatch): Uint8ClampedArray {
  return stopwatch.timeNow('sign', () => {
    const picture =
      frame.kind === 'picture'
        ? croppedFrame(frame.picture, frame.visible, 0, 0)
        : toVideoFrame(frame.bytes, size, 0, 0);
    try {
      return pictureSignature(picture);
    } finally {
      picture.close();
    }
  });
}
