/** All that the judge knows of a move before anybody dances: the reference on the grid, weights, and what not dancing scores. */
import { smoothstep } from '../core/scalar';
import { poseAtRow, type PoseTrack } from '../pose/pose-track';
import type { Pose } from '../pose/pose';
import { DirectionRecord } from './direction-record';
import { angleOf, speedOf } from './limb-motion';
import { DIRECTION_NUMBERS, LIMB_VECTORS, VECTOR_COUNT, writeDirections } from './limb-vectors';
import type { Move } from './compile';
import { SCORE } from './score-config';

/** A set of limbs with what they are measured against. */
export interface LimbTarget {
  /** Grid times in the window. */
  readonly count: number;
  /** Unit vectors, `DIRECTION_NUMBERS` a grid time. */
  readonly directions: Float32Array;
  /** Weights, `VECTOR_COUNT` a grid time: what a limb counts in this move, times how clearly it is seen just then. */
  readonly weights: Float32Array;
  /** Sum of the weights of each grid time. */
  readonly weightSums: Float32Array;
  /** Sum of all weights. */
  readonly weight: number;
  /** Weighted squared angle (radians²) to each way not to dance, at each grid time. */
  readonly idleErrors: readonly Float32Array[];
}

/** One move; its own fields are those of all limbs together. */
export interface MoveTarget extends LimbTarget {
  readonly move: Move;
  /** Root mean square limb speed, radians a second. */
  readonly energy: number;
  /** The legs by themselves: arms move so much more that in one sum with them legs would not show. */
  readonly legs: LimbTarget;
  /** Ways not to dance, as directions: standing, the dance's mean pose and, unless it is a held pose, the move's. */
  readonly idle: readonly Float32Array[];
  /** What the move counts in the dance, 0..1: less where not dancing is hardly away from it. */
  readonly worth: number;
  /** Part of the pose's worth that the legs decide, 0..1; 0 where they hardly dance. */
  readonly legShare: number;
}

export interface TargetOptions {
  /** Already mirrored when the player faces the coach. */
  readonly reference: PoseTrack;
  readonly moves: readonly Move[];
  readonly seated: boolean;
  /** The player's own stance, when it was measured; with the aspect of the player's picture. */
  readonly neutral: { readonly pose: Pose; readonly aspect: number } | null;
}

/** Even a move that is hardly one counts a little: a dance of nothing else still has a score. */
const LEAST_WORTH = 0.05;

/** Standing with hanging arms, as anybody would who does not dance: picture directions in degrees, in the order of the limbs. */
const STANDING = Float32Array.from(
  [80, 85, 100, 95, 88, 90, 92, 90, -90, 0, -90].flatMap((degrees) => [
    Math.cos((degrees * Math.PI) / 180),
    Math.sin((degrees * Math.PI) / 180),
  ]),
);

/**
 * Prepares moves as the reference shows them.
 * @param alsoIdle more ways not to dance, a list for each move
 */
export function createMoveTargets(
  options: TargetOptions,
  alsoIdle: readonly (readonly Float32Array[])[] = [],
): MoveTarget[] {
  const record = DirectionRecord.of(options.reference);
  const whole = onGrid(record, 0, options.reference.times.at(-1) ?? 0);
  const neutral = neutralDirections(options);
  const stances = [neutral, STANDING, meanDirections(whole)];
  return options.moves.map((move, index) => {
    const window = onGrid(record, move.start, move.end);
    // A held pose is its own mean: only standing and the dance's mean are "not dancing" there.
    const idle = [...stances, ...(move.hold ? [] : [meanDirections(window)]), ...(alsoIdle[index] ?? [])];
    const weights = weigh(window, neutral, options.seated, move.weights ?? {});
    const legs = limbTarget(window, idle, legsOf(weights));
    const { low, high, most } = SCORE.legs;
    const all = limbTarget(window, idle, weights);
    return {
      ...all,
      idle,
      worth: Math.max(
        LEAST_WORTH,
        smoothstep(SCORE.away.least / 2, SCORE.away.full, Math.sqrt(idleError(all))),
      ),
      move,
      energy: speedOf(window.directions, 0, weights, window.count, null, 0),
      legs,
      legShare: most * smoothstep(low, high, Math.sqrt(idleError(legs))),
    };
  });
}

function limbTarget(
  { count, directions }: Window,
  idle: readonly Float32Array[],
  weights: Float32Array,
): LimbTarget {
  const weightSums = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    let sum = 0;
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1) sum += weights[index * VECTOR_COUNT + limb] ?? 0;
    weightSums[index] = sum;
  }
  const idleErrors = idle.map((stance) => errorsAgainst(directions, stance, weights, count));
  return { count, directions, weights, weightSums, weight: sumOf(weightSums), idleErrors };
}

/** Mean squared error (radians²) of the best way not to dance. */
export function idleError({ idleErrors, weight }: LimbTarget): number {
  return weight === 0 ? 0 : Math.min(...idleErrors.map(sumOf)) / weight;
}

/** The weights with all but the legs' at 0. */
function legsOf(weights: Float32Array): Float32Array {
  const legs = new Float32Array(weights.length);
  for (let at = 0; at < weights.length; at += VECTOR_COUNT) {
    for (const limb of LEGS) legs[at + limb] = weights[at + limb] ?? 0;
  }
  return legs;
}

function isLeg(index: number): boolean {
  const limb = LIMB_VECTORS[index]?.limb;
  return limb === 'leftLeg' || limb === 'rightLeg';
}

const LEGS = LIMB_VECTORS.map((_, index) => index).filter(isLeg);

/** A stretch of the reference on the grid. */
interface Window {
  readonly count: number;
  readonly directions: Float32Array;
  /** How clearly each limb is seen, `VECTOR_COUNT` a grid time. */
  readonly clarity: Float32Array;
}

function onGrid(record: DirectionRecord, start: number, end: number): Window {
  const count = Math.max(2, Math.round((end - start) * SCORE.gridFps));
  const directions = new Float32Array(count * DIRECTION_NUMBERS);
  const clarity = new Float32Array(count * VECTOR_COUNT);
  for (let index = 0; index < count; index += 1) {
    const time = start + index / SCORE.gridFps;
    record.sample(time, Infinity, directions, index * DIRECTION_NUMBERS, clarity, index * VECTOR_COUNT);
  }
  return { count, directions, clarity };
}

/** The player's own stance, or the first frame of the reference, where the coach waits. */
function neutralDirections({ reference, neutral }: TargetOptions): Float32Array {
  const pose = neutral?.pose ?? poseAtRow(reference, 0);
  if (pose === null) return STANDING;
  const directions = new Float32Array(DIRECTION_NUMBERS);
  const clarity = new Float32Array(VECTOR_COUNT);
  const aspect = neutral?.aspect ?? reference.aspect;
  writeDirections(pose.image, pose.visibility, 0, aspect, directions, 0, clarity, 0, 0);
  return directions;
}

function meanDirections({ count, directions }: Window): Float32Array {
  const mean = new Float32Array(DIRECTION_NUMBERS);
  for (let index = 0; index < count; index += 1) {
    for (let number = 0; number < DIRECTION_NUMBERS; number += 1) {
      mean[number] = (mean[number] ?? 0) + (directions[index * DIRECTION_NUMBERS + number] ?? 0);
    }
  }
  for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
    const x = mean[limb * 2] ?? 0;
    const y = mean[limb * 2 + 1] ?? 0;
    const length = Math.sqrt(x * x + y * y) || 1;
    mean[limb * 2] = x / length;
    mean[limb * 2 + 1] = y / length;
  }
  return mean;
}

/** Limbs that leave the neutral stance or move count; idle ones hardly; one that points at the camera hardly just then. */
function weigh(
  window: Window,
  neutral: Float32Array,
  seated: boolean,
  wished: NonNullable<Move['weights']>,
): Float32Array {
  const { count, directions, clarity } = window;
  const travel = LIMB_VECTORS.map((_, limb) => {
    let squares = 0;
    let sum = 1e-6;
    for (let index = 0; index < count; index += 1) {
      const clear = clarity[index * VECTOR_COUNT + limb] ?? 0;
      squares += clear * angleOf(directions, index * DIRECTION_NUMBERS + limb * 2, neutral, limb * 2) ** 2;
      sum += clear;
    }
    return Math.sqrt(squares / sum);
  });
  const busiest = Math.max(1e-3, ...travel);
  const shares = LIMB_VECTORS.map(({ limb, trust }, index) => {
    if (seated && isLeg(index)) return 0;
    return (wished[limb] ?? 1) * trust * Math.max(SCORE.idleWeight, (travel[index] ?? 0) / busiest);
  });
  const sum = Math.max(
    1e-6,
    shares.reduce((total, share) => total + share, 0),
  );
  // What the reference does not show has no clarity and cannot be asked for.
  const weights = new Float32Array(clarity.length);
  for (let at = 0; at < clarity.length; at += VECTOR_COUNT) {
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1)
      weights[at + limb] = ((clarity[at + limb] ?? 0) * (shares[limb] ?? 0)) / sum;
  }
  return weights;
}

function sumOf(numbers: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < numbers.length; index += 1) sum += numbers[index] ?? 0;
  return sum;
}

function errorsAgainst(
  directions: Float32Array,
  stance: Float32Array,
  weights: Float32Array,
  count: number,
): Float32Array {
  const errors = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    let error = 0;
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
      const weight = weights[index * VECTOR_COUNT + limb] ?? 0;
      if (weight === 0) continue;
      const angle = angleOf(directions, index * DIRECTION_NUMBERS + limb * 2, stance, limb * 2);
      error += weight * angle * angle;
    }
    errors[index] = error;
  }
  return errors;
}
