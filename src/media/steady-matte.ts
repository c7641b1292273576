/** A matte track without flicker: each matte is looked at together with the one before and the one after. Pure. */
import { smoothstep } from '../core/scalar';
import type { Matte } from '../effects/render/compositor-types';
import { rowAt, rowOf, type MatteTrack } from './matte-track';

/** Mattes further apart than this, in seconds, say nothing about each other. */
const LARGEST_GAP_SECONDS = 0.15;

/** From which value on the model is sure of what only one matte shows, and up to which it is not (0..255). */
const UNSURE = 96;
const SURE = 200;

/** The object last given for a track: who gets the same one again need not upload it again. */
const lastGiven = new WeakMap<MatteTrack, { readonly row: number; readonly matte: Matte }>();

/**
 * The matte of the picture on screen at `seconds` of the source, steadied in both directions and so without lag: the
 * last one at or before, as with pictures; the first before the first. Null only for an empty track.
 */
export function steadyMatteAt(track: MatteTrack, seconds: number): Matte | null {
  const row = rowAt(track, seconds);
  if (row < 0) return null;
  const last = lastGiven.get(track);
  if (last?.row === row) return last.matte;
  const matte: Matte = { width: track.width, height: track.height, data: steadyRow(track, row) };
  lastGiven.set(track, { row, matte });
  return matte;
}

/**
 * One matte, steadied: a hole of a single matte is filled, and a patch of a single matte goes where the model was not
 * sure of it. What it is sure of stays even if it is there for one matte alone: so looks an arm that moves fast.
 */
function steadyRow(track: MatteTrack, row: number): Uint8Array {
  const now = rowOf(track, row);
  const before = neighbour(track, row, -1);
  const after = neighbour(track, row, 1);
  if (before === null || after === null) return now;
  const steady = new Uint8Array(now.length);
  for (let at = 0; at < now.length; at += 1) {
    const value = now[at] ?? 0;
    const one = before[at] ?? 0;
    const other = after[at] ?? 0;
    const middle = Math.max(Math.min(one, other), Math.min(value, Math.max(one, other)));
    steady[at] =
      middle >= value ? middle : Math.round(middle + (value - middle) * smoothstep(UNSURE, SURE, value));
  }
  return steady;
}

function neighbour(track: MatteTrack, row: number, step: -1 | 1): Uint8Array | null {
  const gap = Math.abs((track.times[row + step] ?? Infinity) - (track.times[row] ?? 0));
  return gap <= LARGEST_GAP_SECONDS ? rowOf(track, row + step) : null;
}
