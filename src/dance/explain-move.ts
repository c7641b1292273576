/** The words about a move: grade, limbs, and the one piece of advice that would help most. */
import { clamp } from '../core/scalar';
import { LIMBS, type Cause, type Judgement, type Limb } from './judgement';
import { angleOf } from './limb-motion';
import { DIRECTION_NUMBERS, LIMB_VECTORS, VECTOR_COUNT } from './limb-vectors';
import type { MoveTarget } from './move-target';
import { LAG_STEPS, type PlayerWindow } from './player-window';
import { SCORE } from './score-config';

/** A limb that is off by this much (radians) is worth nothing. */
const WORTHLESS = Math.PI / 3;
/** Part of a move's weight below which a limb is not part of it. */
const LEAST_SHARE = 0.02;

/** What the advice is drawn from. */
export interface MoveFacts {
  readonly points: number;
  /** Seconds, positive = late. */
  readonly lag: number;
  /** The player's energy against the reference's. */
  readonly ratio: number;
  /** Share of the limbs' weight that was out of sight, 0..1. */
  readonly unseen: number;
  readonly hold: boolean;
  readonly limbs: Partial<Record<Limb, number>>;
}

/** 0..100 for each limb that this move uses: full at the noise, nothing at 60°. */
export function limbScores(
  target: MoveTarget,
  player: PlayerWindow,
  shift: number,
): Partial<Record<Limb, number>> {
  const scores: Partial<Record<Limb, number>> = {};
  for (const limb of LIMBS) {
    let weight = 0;
    let looked = 0;
    let error = 0;
    LIMB_VECTORS.forEach((vector, index) => {
      if (vector.limb !== limb) return;
      for (let time = 0; time < target.count; time += 1) {
        const row = time + shift + LAG_STEPS;
        const share = target.weights[time * VECTOR_COUNT + index] ?? 0;
        const counted = share * (player.looks[row] ?? 0);
        weight += share;
        looked += counted;
        const isSeen = (player.clarity[row * VECTOR_COUNT + index] ?? 0) > 0;
        const at = time * DIRECTION_NUMBERS + index * 2;
        const angle = isSeen
          ? angleOf(target.directions, at, player.directions, row * DIRECTION_NUMBERS + index * 2)
          : SCORE.missingError;
        error += counted * angle * angle;
      }
    });
    if (weight < LEAST_SHARE * target.weight) continue;
    const off = looked === 0 ? WORTHLESS : Math.sqrt(error / looked);
    scores[limb] = Math.round(100 * clamp((WORTHLESS - off) / (WORTHLESS - SCORE.all.noise), 0, 1));
  }
  return scores;
}

/** @param lag seconds, either way */
export function gradeOf(points: number, lag: number): Judgement {
  const { perfect, great, good } = SCORE.grades;
  if (points >= perfect.points && lag <= perfect.lag) return 'perfect';
  if (points >= great.points && lag <= great.lag) return 'great';
  if (points >= good.points && lag <= good.lag) return 'good';
  return 'miss';
}

/** The one piece of advice that would help most; none for a Perfect. */
export function causeOf({ points, lag, ratio, unseen, hold, limbs }: MoveFacts): Cause | null {
  const { perfect, good } = SCORE.grades;
  const isOff = Math.abs(lag) > perfect.lag;
  if (points >= perfect.points && !isOff) return null;
  if (unseen > SCORE.unseenShare) return 'unseen';
  if (!hold && ratio < 0.25) return 'still';
  if (isOff && points >= good.points / 2) return lag > 0 ? 'late' : 'early';
  if (!hold && ratio < 0.6) return 'bigger';
  if (!hold && ratio > SCORE.energy.high) return 'smaller';
  const [worst] = LIMBS.filter((limb) => limbs[limb] !== undefined).sort(
    (a, b) => (limbs[a] ?? 0) - (limbs[b] ?? 0),
  );
  return worst ?? null;
}
