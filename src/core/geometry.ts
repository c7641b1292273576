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

const WHOLE: Rect = { x: 0, y: 0, width: 1, height: 1 };

/** `cover` fills the stage and crops; `contain` shows all and leaves bars; `blur` fills the bars with the picture itself, blurred. */
export type Fit = 'cover' | 'contain' | 'blur';

/**
 * The part of the source that is seen, and where in the stage, both as 0..1 of their picture.
 * @param source its displayed size (after rotation and pixel aspect)
 */
export function fitSource(source: Size, stage: Size, fit: Fit): { from: Rect; to: Rect } {
  const ratio = source.width / source.height / (stage.width / stage.height);
  if (ratio === 1) return { from: WHOLE, to: WHOLE };
  const isWider = ratio > 1;
  if (fit === 'cover') {
    const width = isWider ? 1 / ratio : 1;
    const height = isWider ? 1 : ratio;
    return { from: { x: (1 - width) / 2, y: (1 - height) / 2, width, height }, to: WHOLE };
  }
  const width = isWider ? 1 : ratio;
  const height = isWider ? 1 / ratio : 1;
  return { from: WHOLE, to: { x: (1 - width) / 2, y: (1 - height) / 2, width, height } };
}

/** Where a picture lies and how it is cut. Places are 0..1 of the stage from the top left. */
export interface Frame {
  /** Its centre before anything is cut off. */
  readonly x: number;
  readonly y: number;
  /** 1 = as its fit lays it. */
  readonly scale: number;
  /** Degrees, clockwise. */
  readonly rotation: number;
  /** What is cut off each side, 0..1 of the picture as it is seen. */
  readonly cropLeft: number;
  readonly cropTop: number;
  readonly cropRight: number;
  readonly cropBottom: number;
  /** 0..1. */
  readonly opacity: number;
}

/** A point or a way in 0..1 of the stage, from the top left. */
export type Place = readonly [x: number, y: number];

/** A rectangle that may be turned: the place (u, v), both 0..1 across it, lies at origin + u·right + v·down. */
export interface Quad {
  readonly origin: Place;
  readonly right: Place;
  readonly down: Place;
}

/** A picture in the stage: which part of it is seen, 0..1 of the picture, and where. */
export interface LaidPicture {
  readonly from: Rect;
  readonly quad: Quad;
}

/**
 * Lays a picture into the stage. Without a frame it fills or fits the stage, upright; with one, what the stage would cut
 * off is there to be moved in.
 * @param source displayed size of the picture
 * @param isMirrored whether it is shown as in a mirror; what is cut off is cut off where it is seen
 */
export function layPicture(
  source: Size,
  stage: Size,
  fit: Fit,
  { frame, isMirrored }: { readonly frame: Frame | undefined; readonly isMirrored: boolean },
): LaidPicture {
  if (frame === undefined) {
    const { from, to } = fitSource(source, stage, fit);
    return { from, quad: mirrored(quadOf(to), isMirrored) };
  }
  const ratio = source.width / source.height / (stage.width / stage.height);
  const isWider = fit === 'cover' ? ratio > 1 : ratio <= 1;
  const width = (isWider ? ratio : 1) * frame.scale;
  const height = (isWider ? 1 : 1 / ratio) * frame.scale;
  // What is left of a picture that is cut from both sides beyond its middle is a sliver, not a hole.
  const seen = {
    x: Math.min(frame.cropLeft, 1 - SLIVER),
    y: Math.min(frame.cropTop, 1 - SLIVER),
    right: Math.max(1 - frame.cropRight, Math.min(frame.cropLeft, 1 - SLIVER) + SLIVER),
    bottom: Math.max(1 - frame.cropBottom, Math.min(frame.cropTop, 1 - SLIVER) + SLIVER),
  };
  const part: Rect = { x: seen.x, y: seen.y, width: seen.right - seen.x, height: seen.bottom - seen.y };
  const box: Rect = {
    x: frame.x + (part.x - 0.5) * width,
    y: frame.y + (part.y - 0.5) * height,
    width: part.width * width,
    height: part.height * height,
  };
  const from = isMirrored ? { ...part, x: 1 - part.x - part.width } : part;
  const quad = turnQuad(quadOf(box), frame.rotation, [frame.x, frame.y], stage);
  return { from, quad: mirrored(quad, isMirrored) };
}

/** Least part of a picture that is left by a crop. */
const SLIVER = 0.02;

/** An upright rectangle. */
export function quadOf({ x, y, width, height }: Rect): Quad {
  return { origin: [x, y], right: [width, 0], down: [0, height] };
}

/** The quad turned clockwise round a point; the stage's shape keeps it a rectangle on the screen. */
export function turnQuad(quad: Quad, degrees: number, round: Place, stage: Size): Quad {
  if (degrees === 0) return quad;
  const aspect = stage.width / stage.height;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turn = ([x, y]: Place): Place => [x * cos - (y / aspect) * sin, x * aspect * sin + y * cos];
  const [x, y] = turn([quad.origin[0] - round[0], quad.origin[1] - round[1]]);
  return { origin: [round[0] + x, round[1] + y], right: turn(quad.right), down: turn(quad.down) };
}

/** Where a place of the quad (both 0..1 across it) lies on the stage. */
export function placeOnQuad({ origin, right, down }: Quad, u: number, v: number): Place {
  return [origin[0] + u * right[0] + v * down[0], origin[1] + u * right[1] + v * down[1]];
}

/** Whether an upright rectangle covers the whole stage. */
export function isWholeStage({ origin, right, down }: Quad): boolean {
  return (
    origin[1] === 0 &&
    down[1] === 1 &&
    Math.min(origin[0], origin[0] + right[0]) === 0 &&
    Math.abs(right[0]) === 1
  );
}

/** The quad read from its other side. */
function mirrored(quad: Quad, isMirrored: boolean): Quad {
  if (!isMirrored) return quad;
  const { origin, right, down } = quad;
  return {
    origin: [origin[0] + right[0], origin[1] + right[1]],
    right: [0 - right[0], 0 - right[1]],
    down,
  };
}

/** The size with an even width and height nearest below: what 4:2:0 encoders take. At least 2×2. */
export function toEvenSize(size: Size): Size {
  const even = (length: number): number => Math.max(2, Math.floor(length / 2) * 2);
  return { width: even(size.width), height: even(size.height) };
}
