/** Where a picture lies in the stage, as the one multiplication and addition that a shader makes of a place. */
import { fitSource, type Rect, type Size } from '../../core/geometry';
import type { PictureLayer } from '../../project/frame-plan';

/** `place × scale + offset`, as (scale x, scale y, offset x, offset y). */
export type UvMap = readonly [number, number, number, number];

/** A target that is read as it was drawn. */
export const IDENTITY_MAP: UvMap = [1, 1, 0, 0];

export interface Placement {
  /** From stage places (0..1, y up) to places in the uploaded picture (0..1, first row at 0). */
  readonly map: UvMap;
  /** The part of the stage it covers, 0..1 from the top left. */
  readonly area: Rect;
  /** Whether it covers the whole stage. */
  readonly covers: boolean;
}

/** Fit, crop and mirror of a layer. The matte of a layer is placed by the same numbers. */
export function placeLayer(
  layer: Pick<PictureLayer, 'sourceSize' | 'fit' | 'mirror'>,
  stage: Size,
): Placement {
  const { from, to } = fitSource(layer.sourceSize, stage, layer.fit);
  const across = along(from.x, from.width, to.x, to.width);
  const down = along(from.y, from.height, to.y, to.height);
  const [scaleX, offsetX] = layer.mirror
    ? [-across.scale, across.offset + across.scale]
    : [across.scale, across.offset];
  // The stage's y points up, the picture's first row is its top: y' = 1 - y.
  return {
    map: [scaleX, -down.scale, offsetX, down.offset + down.scale],
    area: to,
    covers: to.width === 1 && to.height === 1,
  };
}

/** Along one axis: stage place t shows picture place from + (t - to) / toLength × fromLength. */
function along(
  from: number,
  fromLength: number,
  to: number,
  toLength: number,
): { scale: number; offset: number } {
  const scale = fromLength / toLength;
  return { scale, offset: from - to * scale };
}
