/** A picture as a few cells, each the mean of all its pixels. Pure. */
import type { Size } from '../../core/geometry';
import type { YuvMeaning } from '../picture/film-colors';

/** Pixels without gaps: Y, then U and V one behind the other, or their samples in turns. */
export interface YuvPicture {
  readonly bytes: Uint8Array;
  /** Chroma planes are half as wide and high, rounded up. */
  readonly size: Size;
  readonly isInterleaved: boolean;
}

/** Luma weights of red and blue: ITU-R BT.709-6 and BT.601-7. */
const WEIGHTS = { bt709: { red: 0.2126, blue: 0.0722 }, bt601: { red: 0.299, blue: 0.114 } } as const;

/**
 * `side × side` cells, RGBA, opaque. From YUV to RGB is linear, so that the mean is taken first and 256 cells are converted
 * instead of a million pixels.
 */
export function averageYuv(
  { bytes, size, isInterleaved }: YuvPicture,
  { matrix, isFullRange }: YuvMeaning,
  side: number,
): Uint8ClampedArray {
  const luma = size.width * size.height;
  const half = { width: Math.ceil(size.width / 2), height: Math.ceil(size.height / 2) };
  const step = isInterleaved ? 2 : 1;
  const behind = isInterleaved ? 1 : half.width * half.height;
  const y = averagePlane(bytes, { ...size, offset: 0, step: 1 }, side);
  const u = averagePlane(bytes, { ...half, offset: luma, step }, side);
  const v = averagePlane(bytes, { ...half, offset: luma + behind, step }, side);
  const { red, blue } = WEIGHTS[matrix];
  const black = isFullRange ? 0 : 16;
  const lumaScale = 255 / (isFullRange ? 255 : 219);
  const chromaScale = 255 / (isFullRange ? 255 : 224);
  const cells = new Uint8ClampedArray(side * side * 4);
  for (let cell = 0; cell < side * side; cell += 1) {
    const brightness = ((y[cell] ?? 0) - black) * lumaScale;
    const r = brightness + 2 * (1 - red) * chromaScale * ((v[cell] ?? 0) - 128);
    const b = brightness + 2 * (1 - blue) * chromaScale * ((u[cell] ?? 0) - 128);
    const g = (brightness - red * r - blue * b) / (1 - red - blue);
    cells.set([r, g, b, 255], cell * 4);
  }
  return cells;
}

/** The same of red, green, blue and opacity in turns. */
export function averageRgba(bytes: Uint8ClampedArray, size: Size, side: number): Uint8ClampedArray {
  const planes = [0, 1, 2].map((offset) => averagePlane(bytes, { ...size, offset, step: 4 }, side));
  const cells = new Uint8ClampedArray(side * side * 4).fill(255);
  planes.forEach((means, channel) => means.forEach((mean, cell) => (cells[cell * 4 + channel] = mean)));
  return cells;
}

interface PlaneLayout extends Size {
  /** Of the first sample in the bytes. */
  readonly offset: number;
  /** From one sample to the next. */
  readonly step: number;
}

function averagePlane(
  bytes: Uint8Array | Uint8ClampedArray,
  { width, height, offset, step }: PlaneLayout,
  side: number,
): Float64Array {
  const means = new Float64Array(side * side);
  const edges = Array.from({ length: side + 1 }, (_, index) => Math.floor((index * width) / side));
  for (let row = 0; row < side; row += 1) {
    const top = Math.floor((row * height) / side);
    // A picture of fewer rows or columns than cells shows the nearest in each.
    const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / side));
    for (let column = 0; column < side; column += 1) {
      const left = edges[column] ?? 0;
      const right = Math.max(left + 1, edges[column + 1] ?? 0);
      let sum = 0;
      for (let line = top; line < bottom; line += 1) {
        const start = offset + (line * width + left) * step;
        const end = offset + (line * width + right) * step;
        // All indices are inside by construction; checking each would cost half of the time.
        for (let at = start; at < end; at += step) sum += bytes[at]!;
      }
      means[row * side + column] = sum / ((bottom - top) * (right - left));
    }
  }
  return means;
}
