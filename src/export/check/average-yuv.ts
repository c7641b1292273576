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
  const words = wordsOf(bytes, { width, height, offset, step });
  const columns = new Int32Array(width);
  for (let row = 0; row < side; row += 1) {
    const top = Math.floor((row * height) / side);
    // A picture of fewer rows or columns than cells shows the nearest in each.
    const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / side));
    if (words === null) sumColumns(bytes, { width, height, offset, step }, top, bottom, columns);
    else sumWords(words, width >> 2, top, bottom, columns);
    for (let column = 0; column < side; column += 1) {
      const left = edges[column] ?? 0;
      const right = Math.max(left + 1, edges[column + 1] ?? 0);
      let sum = 0;
      for (let at = left; at < right; at += 1) sum += columns[at]!;
      means[row * side + column] = sum / ((bottom - top) * (right - left));
    }
  }
  return means;
}

/** The plane four bytes at a time; null where its rows do not begin with whole words. */
function wordsOf(
  { buffer, byteOffset }: Uint8Array | Uint8ClampedArray,
  { width, height, offset, step }: PlaneLayout,
): Int32Array | null {
  const isAligned = step === 1 && width % 4 === 0 && (byteOffset + offset) % 4 === 0;
  return isAligned ? new Int32Array(buffer, byteOffset + offset, (width * height) >> 2) : null;
}

/** Sums of the rows [top, bottom), one for each column. All indices are inside by construction; checking each would cost half of the time. */
function sumColumns(
  bytes: Uint8Array | Uint8ClampedArray,
  { width, offset, step }: PlaneLayout,
  top: number,
  bottom: number,
  sums: Int32Array,
): void {
  sums.fill(0);
  for (let row = top; row < bottom; row += 1) {
    let at = offset + row * width * step;
    for (let column = 0; column < width; column += 1, at += step) sums[column]! += bytes[at]!;
  }
}

/** So many bytes add up within 16 bits. */
const ROWS_A_LANE = 257;

/** The same, two bytes of a word in one addition: twice as fast. */
function sumWords(words: Int32Array, wordsARow: number, top: number, bottom: number, sums: Int32Array): void {
  sums.fill(0);
  const even = new Int32Array(wordsARow);
  const odd = new Int32Array(wordsARow);
  for (let first = top; first < bottom; first += ROWS_A_LANE) {
    even.fill(0);
    odd.fill(0);
    const last = Math.min(bottom, first + ROWS_A_LANE);
    for (let row = first; row < last; row += 1) {
      const start = row * wordsARow;
      for (let at = 0; at < wordsARow; at += 1) {
        const word = words[start + at]!;
        even[at]! += word & 0xff00ff;
        odd[at]! += (word >>> 8) & 0xff00ff;
      }
    }
    for (let at = 0; at < wordsARow; at += 1) {
      sums[at * 4]! += even[at]! & 0xffff;
      sums[at * 4 + 1]! += odd[at]! & 0xffff;
      sums[at * 4 + 2]! += even[at]! >>> 16;
      sums[at * 4 + 3]! += odd[at]! >>> 16;
    }
  }
}
