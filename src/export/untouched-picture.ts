/** Finds frames that need no drawing: they go from the decoder to the encoder as they are, ten times as fast on a weak machine. */
import type { Size } from '../core/geometry';
import type { FrameInputs } from '../effects/render/compositor-types';

/**
 * The decoded picture, when the compositor would draw just it: one layer of the film's own size, not mirrored,
 * no effects, no words, and already in the colours of the file. Null otherwise. The picture stays the owner's.
 */
export function untouchedPicture({ plan, pictures }: FrameInputs, size: Size): VideoFrame | null {
  const [layer] = plan.layers;
  if (layer === undefined || plan.layers.length > 1 || layer.mirror) return null;
  if (plan.effects.length > 0 || plan.texts.length > 0) return null;
  const picture = pictures.get(layer.clipId);
  if (picture === undefined || !('colorSpace' in picture)) return null;
  return isFilmPicture(picture, size) ? picture : null;
}

function isFilmPicture(picture: VideoFrame, { width, height }: Size): boolean {
  const { format, visibleRect, displayWidth, displayHeight, colorSpace } = picture;
  return (
    format === 'I420' &&
    visibleRect?.width === width &&
    visibleRect.height === height &&
    displayWidth === width &&
    displayHeight === height &&
    colorSpace.matrix === 'bt709' &&
    colorSpace.fullRange === false
  );
}
