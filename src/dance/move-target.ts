/** All that the judge knows of a move before anybody dances: the reference on the grid, weights, and what not dancing scores. */
import { poseAtRow, type PoseTrack } from '../pose/pose-track';
import type { Pose } from '../pose/pose';
import { DirectionRecord } from './direction-record';
import { DIRECTION_NUMBERS, LIMB_VECTORS, VECTOR_COUNT, writeDirections } from './limb-vectors';
import type { Move } from './compile';
import { SCORE } from './score-config';

export interface MoveTarget {
  readonly move: Move;
  /** Grid times of the window. */
  readonly times: Float64Array;
  /** Unit vectors, `DIRECTION_NUMBERS` a grid time. */
  readonly directions: Float32Array;
  /** Limb weights, sum 1. */
  readonly weights: Float32Array;
  /** Mean squared error (radians²) of the best way not to dance. */
  readonly baseline: number;
  /** Root mean square limb speed, radians a second. */
  readonly energy: number;
}

export interface TargetOptions {
  /** Already mirrored when the player faces the coach. */
  readonly reference: PoseTrack;
  readonly moves: readonly Move[];
  readonly seated: boolean;
  /** The player's own stance, when it was measured; with the aspect of the player's picture. */
  readonly neutral: { readonly pose: Pose; readonly aspect: number } | null;
}

/** Prepares every move once. */
export function createMoveTargets(options: TargetOptions): MoveTarget[] {
  const record = recordOf(options.reference);
  const stances = [
    neutralDirections(options),
    meanDirections(record, 0, options.reference.times.at(-1) ?? 0),
  ];
  return options.moves.map((move) => {
    const { times, directions, known } = onGrid(record, move.start, move.end);
    const weights = weigh(directions, times.length, stances[0] ?? directions, options.seated, known);
    // A held pose is its own mean: only standing and the dance's mean are "not dancing" there.
    const idle = move.hold ? stances : [...stances, meanDirections(record, move.start, move.end)];
    const least = Math.min(...idle.map((stance) => errorAgainst(directions, times.length, stance, weights)));
    return {
      move,
      times,
      directions,
      weights,
      baseline: Math.max(SCORE.leastBaseline ** 2, least),
      energy: speedOf(directions, times.length, weights),
    };
  });
}

/** A whole track as directions; reference landmarks are all trusted. */
function recordOf(track: PoseTrack): DirectionRecord {
  const record = new DirectionRecord(track.aspect, track.length);
  for (let row = 0; row < track.length; row += 1) record.append(track.times[row] ?? 0, poseAtRow(track, row));
  return record;
}

/** A stretch on the grid, and which limbs the source has there at all (1) or lacks (0). */
function onGrid(
  record: DirectionRecord,
  start: number,
  end: number,
): { times: Float64Array; directions: Float32Array; known: Float32Array } {
  const count = Math.max(2, Math.round((end - start) * SCORE.gridFps));
  const times = Float64Array.from({ length: count }, (_, index) => start + index / SCORE.gridFps);
  const directions = new Float32Array(count * DIRECTION_NUMBERS);
  const fresh = new Float32Array(VECTOR_COUNT);
  const known = new Float32Array(VECTOR_COUNT).fill(1);
  times.forEach((time, index) => {
    record.sample(time, Infinity, directions, index * DIRECTION_NUMBERS, fresh, 0);
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1)
      known[limb] = Math.min(known[limb] ?? 0, fresh[limb] ?? 0);
  });
  return { times, directions, known };
}

/** Standing: the player's own stance, or the first frame of the reference, where the coach waits. */
function neutralDirections({ reference, neutral }: TargetOptions): Float32Array {
  const pose = neutral?.pose ?? poseAtRow(reference, 0);
  const directions = new Float32Array(DIRECTION_NUMBERS);
  const seen = new Float32Array(VECTOR_COUNT);
  if (pose !== null) {
    const aspect = neutral?.aspect ?? reference.aspect;
    writeDirections(pose.image, pose.visibility, 0, aspect, directions, 0, seen, 0, 0);
  }
  return directions;
}

function meanDirections(record: DirectionRecord, start: number, end: number): Float32Array {
  const { times, directions } = onGrid(record, start, end);
  const mean = new Float32Array(DIRECTION_NUMBERS);
  for (let index = 0; index < directions.length; index += 1) {
    mean[index % DIRECTION_NUMBERS] =
      (mean[index % DIRECTION_NUMBERS] ?? 0) + (directions[index] ?? 0) / times.length;
  }
  for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
    const x = mean[limb * 2] ?? 0;
    const y = mean[limb * 2 + 1] ?? 0;
    const length = Math.hypot(x, y) || 1;
    mean[limb * 2] = x / length;
    mean[limb * 2 + 1] = y / length;
  }
  return mean;
}

/** Limbs that leave the neutral stance or move count; idle ones hardly. */
function weigh(
  directions: Float32Array,
  count: number,
  neutral: Float32Array,
  seated: boolean,
  known: Float32Array,
): Float32Array {
  const weights = new Float32Array(VECTOR_COUNT);
  for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
    let squares = 0;
    for (let index = 0; index < count; index += 1) {
      squares += angleOf(directions, index * DIRECTION_NUMBERS + limb * 2, neutral, limb * 2) ** 2;
    }
    weights[limb] = Math.sqrt(squares / count);
  }
  const busiest = Math.max(1e-3, ...weights);
  let sum = 0;
  LIMB_VECTORS.forEach(({ limb, trust }, index) => {
    const isIgnored = seated && (limb === 'leftLeg' || limb === 'rightLeg');
    // What the reference does not show cannot be asked for.
    const weight =
      isIgnored || known[index] === 0
        ? 0
        : trust * Math.max(SCORE.idleWeight, (weights[index] ?? 0) / busiest);
    weights[index] = weight;
    sum += weight;
  });
  return sum === 0 ? weights : weights.map((weight) => weight / sum);
}

function errorAgainst(
  directions: Float32Array,
  count: number,
  stance: Float32Array,
  weights: Float32Array,
): number {
  let error = 0;
  for (let index = 0; index < count; index += 1) {
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
      const angle = angleOf(directions, index * DIRECTION_NUMBERS + limb * 2, stance, limb * 2);
      error += (weights[limb] ?? 0) * angle * angle;
    }
  }
  return error / count;
}

/** Root mean square speed of the limbs over the velocity span, radians a second. */
export function speedOf(directions: Float32Array, count: number, weights: Float32Array): number {
  const span = Math.round(SCORE.velocitySpan * SCORE.gridFps);
  let squares = 0;
  for (let index = 0; index + span < count; index += 1) {
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
      const at = index * DIRECTION_NUMBERS + limb * 2;
      const angle = angleOf(directions, at, directions, at + span * DIRECTION_NUMBERS);
      squares += (weights[limb] ?? 0) * (angle / SCORE.velocitySpan) ** 2;
    }
  }
  return Math.sqrt(squares / Math.max(1, count - span));
}

/** Angle between two unit vectors of the picture, radians, 0..π. */
export function angleOf(a: Float32Array, at: number, b: Float32Array, bAt: number): number {
  const dot = (a[at] ?? 0) * (b[bAt] ?? 0) + (a[at + 1] ?? 0) * (b[bAt + 1] ?? 0);
  return Math.acos(dot < -1 ? -1 : dot > 1 ? 1 : dot);
}
