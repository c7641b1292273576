/** Sizes and rectangles of pictures: how a source is laid into a stage. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Left, top, width, height, in the unit of its space (pixels, or 0..1 of a picture). */
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

/** `cover` fills the stage and crops; `contain` shows all and leaves bars. */
export type Fit = 'cover' | 'contain';

/**
 * The part of the source that is seen, and where in the stage, both as 0..1 of their picture.
 * @param source its displayed size (after rotation and pixel aspect)
 */
export function fitSource(source: Size, stage: Size, fit: Fit): { from: Rect; to: Rect } {
  const whole: Rect = { x: 0, y: 0, width: 1, height: 1 };
  const ratio = source.width / source.height / (stage.width / stage.height);
  if (ratio === 1) return { from: whole, to: whole };
  const isWider = ratio > 1;
  if (fit === 'cover') {
    const width = isWider ? 1 / ratio : 1;
    const height = isWider ? 1 : ratio;
    return { from: { x: (1 - width) / 2, y: (1 - height) / 2, width, height }, to: whole };
  }
  const width = isWider ? 1 : ratio;
  const height = isWider ? 1 / ratio : 1;
  return { from: whole, to: { x: (1 - width) / 2, y: (1 - height) / 2, width, height } };
}

/** The size with an even width and height nearest below: what 4:2:0 encoders take. At least 2×2. */
export function toEvenSize(size: Size): Size {
  const even = (length: number): number => Math.max(2, Math.floor(length / 2) * 2);
  return { width: even(size.width), height: even(size.height) };
}
