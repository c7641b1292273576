/** Judges one move: how much better than not dancing, how alike the motion, how late. */
import { clamp, lerp } from '../core/scalar';
import { LIMBS, type Cause, type Judgement, type Limb, type MoveVerdict } from './judgement';
import type { DirectionRecord } from './direction-record';
import { DIRECTION_NUMBERS, LIMB_VECTORS, VECTOR_COUNT } from './limb-vectors';
import { angleOf, speedOf, type MoveTarget } from './move-target';
import { SCORE } from './score-config';

/** Rooms for the player's part of one move, reused from move to move. */
export class MoveScratch {
  readonly directions: Float32Array;
  readonly fresh: Float32Array;

  constructor(longestCount: number) {
    const rows = longestCount + 2 * LAG_STEPS;
    this.directions = new Float32Array(rows * DIRECTION_NUMBERS);
    this.fresh = new Float32Array(rows * VECTOR_COUNT);
  }
}

/** Lags are tried in steps of the grid. */
const LAG_STEPS = Math.round(SCORE.mostLag * SCORE.gridFps);

/** Judges a move from the player's samples not later than `end + tail`. Deterministic. */
export function scoreMove(target: MoveTarget, player: DirectionRecord, scratch: MoveScratch): MoveVerdict {
  const { move, times } = target;
  const until = move.end + SCORE.tail;
  const rows = times.length + 2 * LAG_STEPS;
  const reach = Math.min(rows, LAG_STEPS + Math.floor((until - move.start) * SCORE.gridFps) + 1);
  for (let row = 0; row < reach; row += 1) {
    const time = move.start + (row - LAG_STEPS) / SCORE.gridFps;
    player.sample(
      time,
      until,
      scratch.directions,
      row * DIRECTION_NUMBERS,
      scratch.fresh,
      row * VECTOR_COUNT,
    );
  }
  const lag = findLag(target, scratch, reach);
  const shift = Math.round(lag * SCORE.gridFps);
  const error = errorAt(target, scratch, shift, reach);
  const ceiling = 1 - Math.min(0.75, SCORE.noise / Math.sqrt(target.baseline));
  const pose = clamp((1 - Math.sqrt(error / target.baseline)) / ceiling, 0, 1);
  const count = Math.min(times.length, reach - LAG_STEPS - shift);
  const moved = scratch.directions.subarray(
    (LAG_STEPS + shift) * DIRECTION_NUMBERS,
    (LAG_STEPS + shift + count) * DIRECTION_NUMBERS,
  );
  const speed = speedOf(moved, count, target.weights);
  const ratio = speed / Math.max(0.2, target.energy);
  const skill = move.hold ? pose * stillness(speed, target) : danced(target, moved, count, pose, ratio);
  const raw = Math.max(0, (skill - SCORE.floor) / (1 - SCORE.floor));
  const points = 100 * raw ** SCORE.curve * timingFactor(lag);
  const unseen = 1 - seenShare(target, scratch, shift, count);
  const limbs = limbScores(target, moved, count);
  return {
    move: move.index,
    start: move.start,
    end: move.end,
    judgement: gradeOf(points, Math.abs(lag)),
    score: Math.round(points * 10) / 10,
    timingMs: pose < 0.2 ? 0 : Math.round(lag * 1000),
    limbs,
    cause: causeOf(points, lag, ratio, unseen, move.hold, limbs),
  };
}

/** The lag (seconds, positive = late) at which the player fits best, with a bias for none. */
function findLag(target: MoveTarget, scratch: MoveScratch, reach: number): number {
  let best = 0;
  let bestCost = Infinity;
  const costs = new Float64Array(2 * LAG_STEPS + 1);
  for (let shift = -LAG_STEPS; shift <= LAG_STEPS; shift += 1) {
    const bias = 1 + SCORE.lagCost * (Math.abs(shift) / SCORE.gridFps / 0.1);
    // The small sum keeps the bias alive where every lag fits (a held pose).
    const cost = (chordAt(target, scratch, shift, reach) + 0.005) * bias;
    costs[shift + LAG_STEPS] = cost;
    if (cost < bestCost) {
      bestCost = cost;
      best = shift;
    }
  }
  const before = costs[best + LAG_STEPS - 1];
  const after = costs[best + LAG_STEPS + 1];
  if (before === undefined || after === undefined) return best / SCORE.gridFps;
  // Through three points goes one parabola; its vertex lies between the steps of the grid.
  const curve = before - 2 * bestCost + after;
  const offset = curve > 0 ? clamp((0.5 * (before - after)) / curve, -0.5, 0.5) : 0;
  return (best + offset) / SCORE.gridFps;
}

/** As `errorAt`, with the squared chord for the squared angle: ten times cheaper, and good enough to rank lags. */
function chordAt(target: MoveTarget, scratch: MoveScratch, shift: number, reach: number): number {
  const count = Math.min(target.times.length, reach - LAG_STEPS - shift);
  const { directions, weights } = target;
  const player = scratch.directions;
  const missing = SCORE.missingError ** 2;
  let error = 0;
  for (let index = 0; index < count; index += 1) {
    const row = index + shift + LAG_STEPS;
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
      const a = index * DIRECTION_NUMBERS + limb * 2;
      const b = row * DIRECTION_NUMBERS + limb * 2;
      const dot = (directions[a] ?? 0) * (player[b] ?? 0) + (directions[a + 1] ?? 0) * (player[b + 1] ?? 0);
      const isSeen = scratch.fresh[row * VECTOR_COUNT + limb] === 1;
      error += (weights[limb] ?? 0) * (isSeen ? 2 - 2 * dot : missing);
    }
  }
  return count > 0 ? error / count : missing;
}

/** Weighted mean squared angle between reference and player `shift` grid steps later. */
function errorAt(target: MoveTarget, scratch: MoveScratch, shift: number, reach: number): number {
  const count = Math.min(target.times.length, reach - LAG_STEPS - shift);
  let error = 0;
  for (let index = 0; index < count; index += 1) {
    const row = index + shift + LAG_STEPS;
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
      const weight = target.weights[limb] ?? 0;
      const angle =
        scratch.fresh[row * VECTOR_COUNT + limb] === 1
          ? angleOf(
              target.directions,
              index * DIRECTION_NUMBERS + limb * 2,
              scratch.directions,
              row * DIRECTION_NUMBERS + limb * 2,
            )
          : SCORE.missingError;
      error += weight * angle * angle;
    }
  }
  return count > 0 ? error / count : SCORE.missingError ** 2;
}

/** Pose and motion together, gated by energy. */
function danced(target: MoveTarget, moved: Float32Array, count: number, pose: number, ratio: number): number {
  const motion = clamp(motionLikeness(target, moved, count) / SCORE.fullMotion, 0, 1);
  const { low, high, nothing } = SCORE.energy;
  const gate = clamp(ratio / low, 0, 1) * clamp((nothing - ratio) / (nothing - high), 0, 1);
  const skill = (SCORE.poseShare * pose + (1 - SCORE.poseShare) * motion * Math.min(1, pose * 2.5)) * gate;
  return ratio > SCORE.shake.energy && motion < SCORE.shake.motion ? Math.min(skill, SCORE.shake.cap) : skill;
}

/** Correlation of limb velocities, −1..1. */
function motionLikeness(target: MoveTarget, moved: Float32Array, count: number): number {
  const span = Math.round(SCORE.velocitySpan * SCORE.gridFps);
  let both = 0;
  let reference = 1e-6;
  let player = 1e-6;
  for (let index = 0; index + span < count; index += 1) {
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
      const weight = target.weights[limb] ?? 0;
      const at = index * DIRECTION_NUMBERS + limb * 2;
      const later = at + span * DIRECTION_NUMBERS;
      const ax = (target.directions[later] ?? 0) - (target.directions[at] ?? 0);
      const ay = (target.directions[later + 1] ?? 0) - (target.directions[at + 1] ?? 0);
      const bx = (moved[later] ?? 0) - (moved[at] ?? 0);
      const by = (moved[later + 1] ?? 0) - (moved[at + 1] ?? 0);
      both += weight * (ax * bx + ay * by);
      reference += weight * (ax * ax + ay * ay);
      player += weight * (bx * bx + by * by);
    }
  }
  return both / Math.sqrt(reference * player);
}

/** A held pose asks for no more motion than its own. */
function stillness(speed: number, target: MoveTarget): number {
  const { free, nothing } = SCORE.still;
  return clamp((nothing - (speed - target.energy)) / (nothing - free), 0, 1);
}

function timingFactor(lag: number): number {
  const late = Math.abs(lag);
  let before: readonly [number, number] = [0, 1];
  for (const point of SCORE.timing) {
    if (late <= point[0]) {
      const way = (late - before[0]) / (point[0] - before[0]);
      return lerp(before[1], point[1], way);
    }
    before = point;
  }
  return before[1];
}

function seenShare(target: MoveTarget, scratch: MoveScratch, shift: number, count: number): number {
  let seen = 0;
  for (let index = 0; index < count; index += 1) {
    const row = index + shift + LAG_STEPS;
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
      seen += (target.weights[limb] ?? 0) * (scratch.fresh[row * VECTOR_COUNT + limb] ?? 0);
    }
  }
  return count === 0 ? 0 : seen / count;
}

/** 0..100 for each limb that this move uses: full at the noise, nothing at 60°. */
function limbScores(target: MoveTarget, moved: Float32Array, count: number): Partial<Record<Limb, number>> {
  const scores: Partial<Record<Limb, number>> = {};
  for (const limb of LIMBS) {
    let weight = 0;
    let error = 0;
    LIMB_VECTORS.forEach((vector, index) => {
      if (vector.limb !== limb) return;
      const share = target.weights[index] ?? 0;
      weight += share;
      for (let row = 0; row < count; row += 1) {
        const at = row * DIRECTION_NUMBERS + index * 2;
        error += (share * angleOf(target.directions, at, moved, at) ** 2) / count;
      }
    });
    if (weight < 0.02 || count === 0) continue;
    const off = Math.sqrt(error / weight);
    scores[limb] = Math.round(100 * clamp((Math.PI / 3 - off) / (Math.PI / 3 - SCORE.noise), 0, 1));
  }
  return scores;
}

function gradeOf(points: number, lag: number): Judgement {
  const { perfect, great, good } = SCORE.grades;
  if (points >= perfect.points && lag <= perfect.lag) return 'perfect';
  if (points >= great.points && lag <= great.lag) return 'great';
  if (points >= good.points && lag <= good.lag) return 'good';
  return 'miss';
}

/** The one piece of advice that would help most; none for a Perfect. */
function causeOf(
  points: number,
  lag: number,
  ratio: number,
  unseen: number,
  hold: boolean,
  limbs: Partial<Record<Limb, number>>,
): Cause | null {
  if (points >= SCORE.grades.perfect.points && Math.abs(lag) <= SCORE.grades.perfect.lag) return null;
  if (unseen > SCORE.unseenShare) return 'unseen';
  if (!hold && ratio < 0.25) return 'still';
  if (Math.abs(lag) > SCORE.grades.perfect.lag && points >= SCORE.grades.good.points / 2)
    return lag > 0 ? 'late' : 'early';
  if (!hold && ratio < 0.6) return 'bigger';
  if (!hold && ratio > SCORE.energy.high) return 'smaller';
  const worst = LIMBS.filter((limb) => limbs[limb] !== undefined).sort(
    (a, b) => (limbs[a] ?? 0) - (limbs[b] ?? 0),
  )[0];
  return worst ?? null;
}
