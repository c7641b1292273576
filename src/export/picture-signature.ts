/** Pictures at a glance: enough to tell one from another, too little to be upset by an encoder. */
import { StudioError } from '../core/errors';

const SIDE_PX = 16;

/** The picture shrunk to 16×16, RGBA. */
export function pictureSignature(picture: VideoFrame): Uint8ClampedArray {
  const context = new OffscreenCanvas(SIDE_PX, SIDE_PX).getContext('2d', { alpha: false });
  if (context === null) throw new StudioError('unexpected', 'No 2D canvas for a picture signature.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, SIDE_PX, SIDE_PX);
  return context.getImageData(0, 0, SIDE_PX, SIDE_PX).data;
}

/** Mean absolute difference of two signatures, 0..255. */
export function signatureDistance(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}
