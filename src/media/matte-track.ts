/** The body's mattes over time, small and 8-bit: one for each analysed frame of a source. */

import { lastAtOrBefore } from '../core/last-at-or-before';

/** A column of mattes, each `width × height` bytes, rows from the top, 255 on the body. Times rise. */
export interface MatteTrack {
  readonly width: number;
  readonly height: number;
  /** Seconds of the source, one a matte. */
  readonly times: Float64Array;
  /** `times.length × width × height` bytes. */
  readonly data: Uint8Array;
}

/**
 * Index of the matte of the picture on screen at `seconds`: the last one at or before; the first before the first.
 * -1 only for an empty track.
 */
export function rowAt({ times }: MatteTrack, seconds: number): number {
  if (times.length === 0) return -1;
  // Times that were rounded on their way must not fall before their picture.
  const row = lastAtOrBefore(times.length, (place) => times[place] ?? Infinity, seconds + 1e-5);
  return Math.max(0, row);
}

/** One matte, sharing the track's memory. */
export function rowOf({ width, height, data }: MatteTrack, row: number): Uint8Array {
  return data.subarray(row * width * height, (row + 1) * width * height);
}
