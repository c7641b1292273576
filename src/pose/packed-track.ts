/** A pose track small enough to share: 16-bit coordinates, 8-bit visibility. A quarter second of dancing takes 4 KB. */
import { StudioError } from '../core/errors';
import { clamp } from '../core/scalar';
import { LANDMARK_COUNT } from './landmarks';
import { createPose } from './pose';
import { PoseTrackBuilder, type PoseTrack } from './pose-track';

const COORDINATES = LANDMARK_COUNT * 3;
/** Coordinates lie within ± this: picture widths and heights, and metres. A body in the picture is far inside. */
const RANGE = 4;
const STEP = RANGE / 32767;
/** Rows of a minute at 120 a second: nothing that a person would dance to is longer. */
const MOST_ROWS = 7200;
const HEADER_BYTES = 16;
/** Time in microseconds, the flag, then the columns. */
const ROW_BYTES = 4 + 1 + COORDINATES * 2 * 2 + LANDMARK_COUNT;

/** Largest error of a coordinate after packing, in its own unit. */
export const PACKED_ERROR = STEP / 2 + 1e-6;

/**
 * Packs a track; its source is not kept.
 * @throws StudioError `challenge-invalid` when it is longer than can be shared
 */
export function packTrack(track: PoseTrack): Uint8Array {
  if (track.length > MOST_ROWS)
    throw new StudioError('challenge-invalid', `A track of ${track.length} rows is too long to share.`);
  const bytes = new Uint8Array(HEADER_BYTES + track.length * ROW_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, track.length, true);
  view.setFloat32(4, track.fps, true);
  view.setFloat64(8, track.aspect, true);
  for (let row = 0; row < track.length; row += 1) {
    let at = HEADER_BYTES + row * ROW_BYTES;
    view.setUint32(at, Math.round((track.times[row] ?? 0) * 1e6), true);
    view.setUint8(at + 4, track.present[row] === 1 ? 1 : 0);
    at += 5;
    for (const column of [track.image, track.world]) {
      for (let index = 0; index < COORDINATES; index += 1) {
        const value = clamp(column[row * COORDINATES + index] ?? 0, -RANGE, RANGE);
        view.setInt16(at, Math.round(value / STEP), true);
        at += 2;
      }
    }
    for (let index = 0; index < LANDMARK_COUNT; index += 1) {
      view.setUint8(at, Math.round(clamp(track.visibility[row * LANDMARK_COUNT + index] ?? 0, 0, 1) * 255));
      at += 1;
    }
  }
  return bytes;
}

/**
 * Unpacks what anybody may have sent.
 * @throws StudioError `challenge-invalid` that says what is wrong
 */
export function unpackTrack(bytes: Uint8Array, source: string): PoseTrack {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES) refuse('it is cut off');
  const length = view.getUint32(0, true);
  const fps = view.getFloat32(4, true);
  const aspect = view.getFloat64(8, true);
  if (length < 2 || length > MOST_ROWS) refuse(`${length} rows`);
  if (bytes.length !== HEADER_BYTES + length * ROW_BYTES) refuse('its length is not what it says');
  if (!(fps >= 1 && fps <= 240)) refuse('its rate is not one');
  if (!(aspect >= 0.1 && aspect <= 10)) refuse('its picture has no shape');
  const builder = new PoseTrackBuilder({ fps, aspect, source });
  const pose = createPose();
  for (let row = 0; row < length; row += 1) {
    let at = HEADER_BYTES + row * ROW_BYTES;
    const seconds = view.getUint32(at, true) / 1e6;
    const isPresent = view.getUint8(at + 4) === 1;
    at += 5;
    for (const column of [pose.image, pose.world]) {
      for (let index = 0; index < COORDINATES; index += 1) {
        column[index] = view.getInt16(at, true) * STEP;
        at += 2;
      }
    }
    for (let index = 0; index < LANDMARK_COUNT; index += 1) {
      pose.visibility[index] = view.getUint8(at) / 255;
      at += 1;
    }
    if (!builder.append(seconds, isPresent ? pose : null)) refuse('its times do not rise');
  }
  return builder.build();
}

function refuse(reason: string): never {
  throw new StudioError('challenge-invalid', `The dance in the file cannot be read: ${reason}.`);
}
