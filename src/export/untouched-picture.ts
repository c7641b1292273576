/**
 * Finds frames that need no drawing: they go from the decoder to the encoder as they are. On a machine without a GPU
 * that is ten times as fast, and nothing is lost on the way to RGB and back.
 */
import type { Size } from '../core/geometry';
import type { FrameInputs } from '../effects/render/compositor-types';

/** A decoded picture that is all of a frame. */
export interface UntouchedPicture {
  /** Stays the owner's. 4:2:0 in the colours and the size of the film. */
  readonly picture: VideoFrame;
  /** Whether it is shown as in a mirror. */
  readonly mirror: boolean;
}

/**
 * The decoded picture, when the compositor would draw just it: one layer of the film's own size and in no frame, nothing over it,
 * and already in the colours of the file. Null otherwise.
 */
export function untouchedPicture({ plan, pictures }: FrameInputs, size: Size): UntouchedPicture | null {
  const [layer] = plan.layers;
  if (layer === undefined || plan.layers.length > 1) return null;
  if (plan.effects.length > 0 || plan.texts.length > 0 || plan.stickers.length > 0) return null;
  if (layer.frame !== undefined || layer.blend !== undefined) return null;
  const picture = pictures.get(layer.clipId);
  if (picture === undefined || !('colorSpace' in picture) || !isFilmPicture(picture, size)) return null;
  return { picture, mirror: layer.mirror };
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
