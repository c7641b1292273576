/** Which part of a film's picture covers the stage, where it does so upright and whole. Pure. */
import { layPicture, type Size } from '../../core/geometry';
import type { PictureLayer } from '../../project/frame-plan';
import type { SourceCrop } from './stretch';

/** Rounding of places; a thousandth of a pixel at 1080. */
const CLOSE = 1e-6;

/** null for a picture that is turned, or leaves a part of the stage free. */
export function wholeStageCrop(
  { sourceSize, fit, frame, mirror }: Pick<PictureLayer, 'sourceSize' | 'fit' | 'frame' | 'mirror'>,
  stage: Size,
): SourceCrop | null {
  const { from, quad } = layPicture(sourceSize, stage, fit, { frame, isMirrored: mirror });
  const { origin, right, down } = quad;
  if (right[1] !== 0 || down[0] !== 0 || right[0] === 0 || down[1] <= 0) return null;
  const left = Math.min(origin[0], origin[0] + right[0]);
  const width = Math.abs(right[0]);
  const isCovered =
    left <= CLOSE && left + width >= 1 - CLOSE && origin[1] <= CLOSE && origin[1] + down[1] >= 1 - CLOSE;
  if (!isCovered) return null;
  const isMirrored = right[0] < 0;
  // Across the quad, as it is seen, from the left.
  const seen = { from: -left / width, to: (1 - left) / width };
  const across = isMirrored ? { from: 1 - seen.to, to: 1 - seen.from } : seen;
  const along = { from: -origin[1] / down[1], to: (1 - origin[1]) / down[1] };
  return {
    rect: {
      x: from.x + across.from * from.width,
      y: from.y + along.from * from.height,
      width: (across.to - across.from) * from.width,
      height: (along.to - along.from) * from.height,
    },
    isMirrored,
  };
}
