/** Poses over time, stored by column: what a take records, a choreography compiles to, and the judge reads. */
import { lastAtOrBefore } from '../core/last-at-or-before';
import { clamp, lerp } from '../core/scalar';
import { LANDMARK_COUNT, MIRRORED_LANDMARK } from './landmarks';
import { createPose, type Pose } from './pose';

const COORDINATES = LANDMARK_COUNT * 3;

/** A gap between two poses longer than this is not bridged by interpolation: the body was lost. */
const LONGEST_BRIDGE_SECONDS = 0.3;

/**
 * A pose track. Rows are in rising order of time; times need not be evenly spaced.
 * A row whose `present` is 0 says "looked, and nobody was there".
 */
export interface PoseTrack {
  /** Nominal rate in frames a second. */
  readonly fps: number;
  /** Width over height of the picture that the image landmarks belong to. */
  readonly aspect: number;
  /** Where it comes from: a model's name, a file, a choreography. */
  readonly source: string;
  /** Number of rows. */
  readonly length: number;
  /** Seconds, one a row. */
  readonly times: Float64Array;
  /** 99 a row, see `Pose.image`. */
  readonly image: Float32Array;
  /** 99 a row, see `Pose.world`. */
  readonly world: Float32Array;
  /** 33 a row. */
  readonly visibility: Float32Array;
  /** 1 where a body was found. */
  readonly present: Uint8Array;
}

/** Collects poses as they come and gives the track. Grows by doubling; no allocation in the usual frame. */
export class PoseTrackBuilder {
  #times = new Float64Array(512);
  #image = new Float32Array(512 * COORDINATES);
  #world = new Float32Array(512 * COORDINATES);
  #visibility = new Float32Array(512 * LANDMARK_COUNT);
  #present = new Uint8Array(512);
  #length = 0;

  constructor(readonly description: { fps: number; aspect: number; source: string }) {}

  get length(): number {
    return this.#length;
  }

  /**
   * Adds a row; `pose` null means that nobody was seen.
   * A time that does not rise is dropped (false), because a track must stay in order.
   */
  append(time: number, pose: Pose | null): boolean {
    const last = this.#length === 0 ? -Infinity : (this.#times[this.#length - 1] ?? -Infinity);
    if (!(time > last)) return false;
    if (this.#length === this.#times.length) this.#grow();
    const row = this.#length;
    this.#times[row] = time;
    this.#present[row] = pose === null ? 0 : 1;
    if (pose !== null) {
      this.#image.set(pose.image, row * COORDINATES);
      this.#world.set(pose.world, row * COORDINATES);
      this.#visibility.set(pose.visibility, row * LANDMARK_COUNT);
    }
    this.#length = row + 1;
    return true;
  }

  /** A copy of what was collected so far. */
  build(): PoseTrack {
    const length = this.#length;
    return {
      ...this.description,
      length,
      times: this.#times.slice(0, length),
      image: this.#image.slice(0, length * COORDINATES),
      world: this.#world.slice(0, length * COORDINATES),
      visibility: this.#visibility.slice(0, length * LANDMARK_COUNT),
      present: this.#present.slice(0, length),
    };
  }

  #grow(): void {
    const grown = <T extends Float32Array | Float64Array | Uint8Array>(old: T, wider: T): T => {
      wider.set(old);
      return wider;
    };
    this.#times = grown(this.#times, new Float64Array(this.#times.length * 2));
    this.#image = grown(this.#image, new Float32Array(this.#image.length * 2));
    this.#world = grown(this.#world, new Float32Array(this.#world.length * 2));
    this.#visibility = grown(this.#visibility, new Float32Array(this.#visibility.length * 2));
    this.#present = grown(this.#present, new Uint8Array(this.#present.length * 2));
  }
}

/** The track's duration in seconds: time of the last row, 0 when empty. */
export function poseTrackDuration(track: PoseTrack): number {
  return track.length === 0 ? 0 : (track.times[track.length - 1] ?? 0);
}

/** Copies row `row` out, or null when nobody was seen there (or the row does not exist). */
export function poseAtRow(track: PoseTrack, row: number): Pose | null {
  if (row < 0 || row >= track.length || track.present[row] !== 1) return null;
  return {
    image: track.image.slice(row * COORDINATES, (row + 1) * COORDINATES),
    world: track.world.slice(row * COORDINATES, (row + 1) * COORDINATES),
    visibility: track.visibility.slice(row * LANDMARK_COUNT, (row + 1) * LANDMARK_COUNT),
  };
}

/** Index of the last row at or before `time`, -1 before the first. */
export function rowAt(track: PoseTrack, time: number): number {
  return lastAtOrBefore(track.length, (row) => track.times[row] ?? Infinity, time);
}

/**
 * The pose at `time` seconds, linear between its neighbours; null where the body was lost
 * or the track does not reach. Held for one nominal frame past either end.
 */
export function samplePose(track: PoseTrack, time: number): Pose | null {
  if (track.length === 0) return null;
  const before = rowAt(track, time);
  const slack = 1 / track.fps + 1e-6;
  if (before < 0) return (track.times[0] ?? 0) - time <= slack ? poseAtRow(track, 0) : null;
  if (before === track.length - 1)
    return time - (track.times[before] ?? 0) <= slack ? poseAtRow(track, before) : null;
  const start = track.times[before] ?? 0;
  const end = track.times[before + 1] ?? start;
  const a = poseAtRow(track, before);
  const b = poseAtRow(track, before + 1);
  if (end - start > LONGEST_BRIDGE_SECONDS) return time - start <= slack ? a : null;
  if (a === null || b === null) return a;
  const amount = clamp((time - start) / (end - start), 0, 1);
  const pose = createPose();
  for (const column of ['image', 'world', 'visibility'] as const) {
    const target = pose[column];
    for (let index = 0; index < target.length; index += 1) {
      target[index] = lerp(a[column][index] ?? 0, b[column][index] ?? 0, amount);
    }
  }
  return pose;
}

/** The whole track in a mirror (see `mirrorPose`). */
export function mirrorPoseTrack(track: PoseTrack): PoseTrack {
  const image = new Float32Array(track.image.length);
  const world = new Float32Array(track.world.length);
  const visibility = new Float32Array(track.visibility.length);
  for (let row = 0; row < track.length; row += 1) {
    if (track.present[row] !== 1) continue;
    for (let index = 0; index < LANDMARK_COUNT; index += 1) {
      const to = row * COORDINATES + index * 3;
      const twin = MIRRORED_LANDMARK[index] ?? index;
      const from = row * COORDINATES + twin * 3;
      image[to] = 1 - (track.image[from] ?? 0);
      image[to + 1] = track.image[from + 1] ?? 0;
      image[to + 2] = track.image[from + 2] ?? 0;
      world[to] = -(track.world[from] ?? 0);
      world[to + 1] = track.world[from + 1] ?? 0;
      world[to + 2] = track.world[from + 2] ?? 0;
      visibility[row * LANDMARK_COUNT + index] = track.visibility[row * LANDMARK_COUNT + twin] ?? 0;
    }
  }
  return { ...track, times: track.times.slice(), present: track.present.slice(), image, world, visibility };
}
