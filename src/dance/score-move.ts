/** Judges one move: how much better than not dancing, how alike the motion, how late. */
import { clamp, lerp } from '../core/scalar';
import type { DirectionRecord } from './direction-record';
import { causeOf, gradeOf, limbScores } from './explain-move';
import type { MoveVerdict } from './judgement';
import { motionLikeness, speedOf } from './limb-motion';
import type { LimbTarget, MoveTarget } from './move-target';
import { LAG_STEPS, type PlayerWindow } from './player-window';
import { SCORE } from './score-config';

/** Radians a second below which a reference is not asked for more energy. */
const LEAST_ENERGY = 0.2;
/** A lag read off a pose that is hardly like the move's says nothing. */
const LEAST_POSE_FOR_TIMING = 0.2;

/** Judges a move from the player's looks not later than `end + tail`. Deterministic; `room` is rewritten. */
export function scoreMove(target: MoveTarget, player: DirectionRecord, room: PlayerWindow): MoveVerdict {
  const { move, count, weights } = target;
  room.fill(target, player);
  const lag = room.findLag(target);
  const shift = Math.round(lag * SCORE.gridFps);
  const first = LAG_STEPS + shift;
  const { legShare } = target;
  const whole = poseSkill(target, room, shift, SCORE.all);
  const pose =
    legShare === 0 ? whole : lerp(whole, poseSkill(target.legs, room, shift, SCORE.legs), legShare);
  const speed = speedOf(room.directions, first, weights, count, room.looks, first);
  const ratio = speed / Math.max(LEAST_ENERGY, target.energy);
  const skill = move.hold
    ? pose * stillness(speed - target.energy)
    : danced(pose, motionLikeness(target, room.directions, room.looks, first), ratio);
  const raw = Math.max(0, (skill - SCORE.floor) / (1 - SCORE.floor));
  const unseen = 1 - room.seenShare(target, shift);
  const earned = 100 * raw ** SCORE.curve * timingFactor(Math.abs(lag));
  const points = earned + (1 - earned / 100) * (1 - unseen) * crumbs(room.errorAt(target, shift));
  const limbs = limbScores(target, room, shift);
  return {
    move: move.index,
    start: move.start,
    end: move.end,
    judgement: gradeOf(points, Math.abs(lag)),
    score: Math.round(points * 100) / 100,
    timingMs: pose < LEAST_POSE_FOR_TIMING ? 0 : Math.round(lag * 1000),
    limbs,
    cause: causeOf({ points, lag, ratio, unseen, hold: move.hold, limbs }),
  };
}

/** How much better than not dancing, 0..1, against what can be reached at all. */
function poseSkill(
  target: LimbTarget,
  room: PlayerWindow,
  shift: number,
  { leastBaseline, noise }: { readonly leastBaseline: number; readonly noise: number },
): number {
  const baseline = room.baselineAt(target, shift, leastBaseline);
  const better = 1 - Math.sqrt(room.errorAt(target, shift) / baseline);
  const reachable = 1 - Math.min(0.75, noise / Math.sqrt(baseline));
  if (better <= reachable) return SCORE.atNoise * Math.max(0, better / reachable);
  return lerp(SCORE.atNoise, 1, (better - reachable) / (1 - reachable));
}

/** What a miss is worth by its nearness. @param error radians² */
function crumbs(error: number): number {
  const { points, scale } = SCORE.crumbs;
  return points * Math.exp(-error / (scale * scale));
}

/** Pose and motion together, gated by energy. */
function danced(pose: number, likeness: number, ratio: number): number {
  const motion = clamp(likeness / SCORE.fullMotion, 0, 1);
  const { low, high, nothing } = SCORE.energy;
  const gate = clamp(ratio / low, 0, 1) * clamp((nothing - ratio) / (nothing - high), 0, 1);
  // Motion alone, without the poses, is nobody's dance.
  const skill = (SCORE.poseShare * pose + (1 - SCORE.poseShare) * motion * Math.min(1, pose * 2.5)) * gate;
  return ratio > SCORE.shake.energy && motion < SCORE.shake.motion ? Math.min(skill, SCORE.shake.cap) : skill;
}

/** A held pose asks for no more motion than its own. @param excess radians a second */
function stillness(excess: number): number {
  const { free, nothing } = SCORE.still;
  return clamp((nothing - excess) / (nothing - free), 0, 1);
}

/** @param late seconds, either way */
function timingFactor(late: number): number {
  let before: readonly [number, number] = [0, 1];
  for (const point of SCORE.timing) {
    if (late <= point[0]) return lerp(before[1], point[1], (late - before[0]) / (point[0] - before[0]));
    before = point;
  }
  return before[1];
}
