/** Where a picture lies in the stage, as the one multiplication and addition that a shader makes of a place. */
import { isWholeStage, layPicture, type Quad, type Rect, type Size } from '../../core/geometry';
import type { PictureLayer } from '../../project/frame-plan';

/** `place × scale + offset`, as (scale x, scale y, offset x, offset y). */
export type UvMap = readonly [number, number, number, number];

/** A target that is read as it was drawn. */
export const IDENTITY_MAP: UvMap = [1, 1, 0, 0];

export interface Placement {
  /** Where it lies; its corner (0, 0) is the left top of what is seen of the picture. */
  readonly quad: Quad;
  /** What is seen of the picture, 0..1 from its top left. */
  readonly from: Rect;
  /** Whether it covers the whole stage, upright and opaque: then it can be read where it lies. */
  readonly covers: boolean;
}

/** Fit, frame and mirror of a layer. The matte of a layer is placed by the same numbers. */
export function placeLayer(
  layer: Pick<PictureLayer, 'sourceSize' | 'fit' | 'mirror' | 'frame'>,
  stage: Size,
): Placement {
  const laid = layPicture(layer.sourceSize, stage, layer.fit, {
    frame: layer.frame,
    isMirrored: layer.mirror,
  });
  return { ...laid, covers: layer.frame === undefined && isWholeStage(laid.quad) };
}

/** From stage places (0..1, y up) to places in the picture of an upright placement. */
export function stageMap({ quad: { origin, right, down }, from }: Placement): UvMap {
  const scaleX = from.width / right[0];
  const scaleY = from.height / down[1];
  // The stage's y points up, the picture's first row is its top: y' = 1 - y.
  return [scaleX, -scaleY, from.x - origin[0] * scaleX, from.y - origin[1] * scaleY + scaleY];
}

/** From places across a quad (0..1 from its top left) to the part of the picture that lies there. */
export function quadMap(from: Rect): UvMap {
  return [from.width, from.height, from.x, from.y];
}
