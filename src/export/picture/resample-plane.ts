/** Crops, scales and mirrors one plane of a picture. Pure. */
import type { Rect, Size } from '../../core/geometry';

/** One component of a decoded picture; `step` is 2 where two components lie interleaved. */
export interface Plane extends Size {
  readonly data: Uint8Array;
  readonly offset: number;
  /** Bytes from row to row. */
  readonly stride: number;
  /** Bytes from sample to sample. */
  readonly step: number;
}

/** Which samples make one sample of the result, and how much each counts. */
interface Taps {
  readonly starts: Int32Array;
  /** `width` weights for each sample; they sum to `ONE`. */
  readonly weights: Int32Array;
  readonly width: number;
}

/** Weights in fixed point. */
const SHIFT = 12;
const ONE = 1 << SHIFT;

/** Rows between the two passes keep four more bits. */
const KEPT_BITS = 4;

/**
 * Resamples by a triangle filter as wide as the reduction, first along the rows and then across them.
 * @param rect the part that is seen, in samples of the plane; may begin between two
 * @param out receives `size.width × size.height` bytes from `at` on
 */
export function resamplePlane(
  plane: Plane,
  rect: Rect,
  size: Size,
  { isMirrored, out, at }: { readonly isMirrored: boolean; readonly out: Uint8Array; readonly at: number },
): void {
  if (isShiftOnly(rect, size)) {
    copyRows(plane, rect, size, isMirrored, out, at);
    return;
  }
  const across = tapsOf(rect.x, rect.width, plane.width, size.width, isMirrored);
  const along = tapsOf(rect.y, rect.height, plane.height, size.height, false);
  const rows = new RowCache(plane, across, size.width, along.width);
  for (let y = 0; y < size.height; y += 1) {
    const first = along.starts[y]!;
    blendRows(rows, along, y, first, out.subarray(at + y * size.width, at + (y + 1) * size.width));
  }
}

/** Whether each sample of the result is one sample of the plane. */
function isShiftOnly(rect: Rect, size: Size): boolean {
  const isSameSize = rect.width === size.width && rect.height === size.height;
  return isSameSize && Number.isInteger(rect.x) && Number.isInteger(rect.y);
}

function copyRows(
  { data, offset, stride, step }: Plane,
  rect: Rect,
  { width, height }: Size,
  isMirrored: boolean,
  out: Uint8Array,
  at: number,
): void {
  for (let y = 0; y < height; y += 1) {
    const from = offset + (rect.y + y) * stride + rect.x * step;
    const row = out.subarray(at + y * width, at + (y + 1) * width);
    if (step === 1) row.set(data.subarray(from, from + width));
    else for (let x = 0; x < width; x += 1) row[x] = data[from + x * step]!;
    if (isMirrored) row.reverse();
  }
}

function blendRows(rows: RowCache, along: Taps, y: number, first: number, out: Uint8Array): void {
  const base = y * along.width;
  const only = along.weights[base]!;
  const top = rows.row(first);
  if (only === ONE) {
    for (let x = 0; x < out.length; x += 1) out[x] = (top[x]! + 8) >> KEPT_BITS;
    return;
  }
  if (along.width === 2) {
    const bottom = rows.row(first + 1);
    const rest = along.weights[base + 1]!;
    for (let x = 0; x < out.length; x += 1)
      out[x] = (top[x]! * only + bottom[x]! * rest + (1 << (SHIFT + KEPT_BITS - 1))) >> (SHIFT + KEPT_BITS);
    return;
  }
  const sums = rows.sums;
  sums.fill(1 << (SHIFT + KEPT_BITS - 1));
  for (let tap = 0; tap < along.width; tap += 1) {
    const weight = along.weights[base + tap]!;
    if (weight === 0) continue;
    const row = rows.row(first + tap);
    for (let x = 0; x < out.length; x += 1) sums[x] = sums[x]! + row[x]! * weight;
  }
  for (let x = 0; x < out.length; x += 1) out[x] = sums[x]! >> (SHIFT + KEPT_BITS);
}

/** Rows after the first pass; those that the next row of the result needs again are kept. */
class RowCache {
  readonly sums: Int32Array;
  readonly #rows: Uint16Array[];
  readonly #numbers: Int32Array;

  constructor(
    readonly plane: Plane,
    readonly across: Taps,
    readonly width: number,
    kept: number,
  ) {
    this.sums = new Int32Array(width);
    this.#rows = Array.from({ length: kept + 1 }, () => new Uint16Array(width));
    this.#numbers = new Int32Array(kept + 1).fill(-1);
  }

  row(number: number): Uint16Array {
    const y = Math.min(number, this.plane.height - 1);
    const slot = y % this.#rows.length;
    const row = this.#rows[slot]!;
    if (this.#numbers[slot] !== y) {
      this.#numbers[slot] = y;
      this.#fill(row, y);
    }
    return row;
  }

  #fill(row: Uint16Array, y: number): void {
    const { data, offset, stride, step, width: last } = this.plane;
    const { starts, weights, width: taps } = this.across;
    const base = offset + y * stride;
    // All indices are inside by construction; checking each would cost speed in the hottest loop of the direct route.
    if (taps === 2) {
      for (let x = 0; x < row.length; x += 1) {
        const start = starts[x]!;
        const left = data[base + start * step]!;
        const right = data[base + Math.min(start + 1, last - 1) * step]!;
        row[x] = (left * weights[2 * x]! + right * weights[2 * x + 1]!) >> (SHIFT - KEPT_BITS);
      }
      return;
    }
    for (let x = 0; x < row.length; x += 1) {
      let sum = 0;
      for (let tap = 0; tap < taps; tap += 1) {
        const column = Math.min(starts[x]! + tap, last - 1);
        sum += data[base + column * step]! * weights[x * taps + tap]!;
      }
      row[x] = sum >> (SHIFT - KEPT_BITS);
    }
  }
}

/** @param from @param span the part that is seen, in samples @param length samples there are @param count samples wanted */
function tapsOf(from: number, span: number, length: number, count: number, isMirrored: boolean): Taps {
  const scale = span / count;
  const reach = Math.max(1, scale);
  const width = scale <= 1 ? 2 : Math.ceil(2 * reach) + 1;
  const starts = new Int32Array(count);
  const weights = new Int32Array(count * width);
  for (let index = 0; index < count; index += 1) {
    const centre = from + ((isMirrored ? count - 1 - index : index) + 0.5) * scale - 0.5;
    const first = Math.max(
      0,
      Math.min(length - 1, scale <= 1 ? Math.floor(centre) : Math.ceil(centre - reach)),
    );
    const shares = Array.from({ length: width }, (_, tap) =>
      first + tap < length ? Math.max(0, 1 - Math.abs(first + tap - centre) / reach) : 0,
    );
    const sum = shares.reduce((total, share) => total + share, 0);
    let left = ONE;
    let heaviest = 0;
    shares.forEach((share, tap) => {
      const weight = sum > 0 ? Math.round((share / sum) * ONE) : tap === 0 ? ONE : 0;
      weights[index * width + tap] = weight;
      left -= weight;
      if (weight > weights[index * width + heaviest]!) heaviest = tap;
    });
    // What rounding left over goes where it is felt least, so that flat areas stay flat.
    weights[index * width + heaviest] = weights[index * width + heaviest]! + left;
    starts[index] = first;
  }
  return { starts, weights, width };
}
