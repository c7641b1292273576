/** The player's part of one move on the judge's grid, with room for lags either way; filled anew for each move. */
import { clamp } from '../core/scalar';
import type { DirectionRecord } from './direction-record';
import { angleOf } from './limb-motion';
import { DIRECTION_NUMBERS, SHOULDER_LINE, SIDE_PAIRS, VECTOR_COUNT } from './limb-vectors';
import type { LimbTarget, MoveTarget } from './move-target';
import { SCORE } from './score-config';

/** Lags are tried in steps of the grid, so many either way. */
export const LAG_STEPS = Math.round(SCORE.mostLag * SCORE.gridFps);

const MISSING = SCORE.missingError ** 2;

/** Rows are grid times from `LAG_STEPS` before the move to as many after it. */
export class PlayerWindow {
  readonly directions: Float32Array;
  readonly clarity: Float32Array;
  /** How well each row was looked at, 0..1. */
  readonly looks: Float32Array;
  readonly #costs = new Float64Array(2 * LAG_STEPS + 1);

  /** @param longestCount grid times of the longest move */
  constructor(longestCount: number) {
    const rows = longestCount + 2 * LAG_STEPS;
    this.directions = new Float32Array(rows * DIRECTION_NUMBERS);
    this.clarity = new Float32Array(rows * VECTOR_COUNT);
    this.looks = new Float32Array(rows);
  }

  /** Reads the player's looks not later than the move's end and tail. */
  fill(target: MoveTarget, player: DirectionRecord): void {
    const { move, count } = target;
    const until = move.end + SCORE.tail;
    for (let row = 0; row < count + 2 * LAG_STEPS; row += 1) {
      const time = move.start + (row - LAG_STEPS) / SCORE.gridFps;
      this.looks[row] =
        time > until
          ? 0
          : player.sample(
              time,
              until,
              this.directions,
              row * DIRECTION_NUMBERS,
              this.clarity,
              row * VECTOR_COUNT,
            );
      if (this.#facesAgainst(target, row)) this.#swapSides(row);
    }
  }

  /** Whether the shoulders point the other way than the move's do at that time. */
  #facesAgainst({ directions, count }: MoveTarget, row: number): boolean {
    const { cosine, clarity } = SCORE.swapped;
    if ((this.clarity[row * VECTOR_COUNT + SHOULDER_LINE] ?? 0) < clarity) return false;
    const wanted = clamp(row - LAG_STEPS, 0, count - 1) * DIRECTION_NUMBERS + SHOULDER_LINE * 2;
    const seen = row * DIRECTION_NUMBERS + SHOULDER_LINE * 2;
    const dot =
      (directions[wanted] ?? 0) * (this.directions[seen] ?? 0) +
      (directions[wanted + 1] ?? 0) * (this.directions[seen + 1] ?? 0);
    return dot < cosine;
  }

  #swapSides(row: number): void {
    for (const [left, right] of SIDE_PAIRS) {
      exchange(this.clarity, row * VECTOR_COUNT + left, row * VECTOR_COUNT + right);
      exchange(this.directions, row * DIRECTION_NUMBERS + left * 2, row * DIRECTION_NUMBERS + right * 2);
      exchange(
        this.directions,
        row * DIRECTION_NUMBERS + left * 2 + 1,
        row * DIRECTION_NUMBERS + right * 2 + 1,
      );
    }
    const line = row * DIRECTION_NUMBERS + SHOULDER_LINE * 2;
    this.directions[line] = -(this.directions[line] ?? 0);
    this.directions[line + 1] = -(this.directions[line + 1] ?? 0);
  }

  /** The lag (seconds, positive = late) at which the player fits best, with a bias for none. */
  findLag(target: MoveTarget): number {
    const costs = this.#costs;
    let best = 0;
    let bestCost = Infinity;
    for (let shift = -LAG_STEPS; shift <= LAG_STEPS; shift += 1) {
      const bias = 1 + SCORE.lagCost * (Math.abs(shift) / SCORE.gridFps / 0.1);
      // The small sum keeps the bias alive where every lag fits (a held pose).
      const cost = (this.#chordsAt(target, shift) + 0.005) * bias;
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
  #chordsAt(target: LimbTarget, shift: number): number {
    const { directions, weights, count } = target;
    const player = this.directions;
    let error = 0;
    for (let index = 0; index < count; index += 1) {
      const row = index + shift + LAG_STEPS;
      const looked = this.looks[row] ?? 0;
      if (looked === 0) continue;
      let here = 0;
      for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
        const weight = weights[index * VECTOR_COUNT + limb] ?? 0;
        if ((this.clarity[row * VECTOR_COUNT + limb] ?? 0) === 0) {
          here += weight * MISSING;
          continue;
        }
        const a = index * DIRECTION_NUMBERS + limb * 2;
        const b = row * DIRECTION_NUMBERS + limb * 2;
        const dot = (directions[a] ?? 0) * (player[b] ?? 0) + (directions[a + 1] ?? 0) * (player[b + 1] ?? 0);
        here += weight * (2 - 2 * dot);
      }
      error += looked * here;
    }
    return this.#mean(error, this.#lookedWeight(target, shift), target);
  }

  /** Weighted mean squared angle (radians²) between the move and the player `shift` grid steps later. */
  errorAt(target: LimbTarget, shift: number): number {
    const { directions, weights, count } = target;
    let error = 0;
    for (let index = 0; index < count; index += 1) {
      const row = index + shift + LAG_STEPS;
      const looked = this.looks[row] ?? 0;
      if (looked === 0) continue;
      let here = 0;
      for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
        const weight = weights[index * VECTOR_COUNT + limb] ?? 0;
        if (weight === 0) continue;
        const isSeen = (this.clarity[row * VECTOR_COUNT + limb] ?? 0) > 0;
        const at = index * DIRECTION_NUMBERS + limb * 2;
        const angle = isSeen
          ? angleOf(directions, at, this.directions, row * DIRECTION_NUMBERS + limb * 2)
          : 0;
        here += weight * (isSeen ? angle * angle : MISSING);
      }
      error += looked * here;
    }
    return this.#mean(error, this.#lookedWeight(target, shift), target);
  }

  /**
   * What the best way not to dance would be off by, at the very moments that were looked at (radians²).
   * @param floor radians: nothing less is asked for
   */
  baselineAt(target: LimbTarget, shift: number, floor: number): number {
    const looked = this.#lookedWeight(target, shift);
    let least = Infinity;
    for (const errors of target.idleErrors) {
      let error = 0;
      for (let index = 0; index < target.count; index += 1) {
        error += (this.looks[index + shift + LAG_STEPS] ?? 0) * (errors[index] ?? 0);
      }
      least = Math.min(least, looked > 0 ? error / looked : 0);
    }
    return Math.max(floor ** 2, least);
  }

  /** Share of the move's weight that was in sight, 0..1; moments without a look do not count. */
  seenShare(target: LimbTarget, shift: number): number {
    let seen = 0;
    for (let index = 0; index < target.count; index += 1) {
      const row = index + shift + LAG_STEPS;
      const looked = this.looks[row] ?? 0;
      if (looked === 0) continue;
      for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
        if ((this.clarity[row * VECTOR_COUNT + limb] ?? 0) > 0)
          seen += looked * (target.weights[index * VECTOR_COUNT + limb] ?? 0);
      }
    }
    const looked = this.#lookedWeight(target, shift);
    return looked === 0 ? 0 : seen / looked;
  }

  #lookedWeight(target: LimbTarget, shift: number): number {
    let sum = 0;
    for (let index = 0; index < target.count; index += 1) {
      sum += (this.looks[index + shift + LAG_STEPS] ?? 0) * (target.weightSums[index] ?? 0);
    }
    return sum;
  }

  /** Too few looks are no excuse: what is short of the least counts as not there. */
  #mean(error: number, looked: number, target: LimbTarget): number {
    const least = target.weight * SCORE.leastLooks;
    if (least === 0) return MISSING;
    return looked >= least ? error / looked : (error + (least - looked) * MISSING) / least;
  }
}

function exchange(numbers: Float32Array, a: number, b: number): void {
  const kept = numbers[a] ?? 0;
  numbers[a] = numbers[b] ?? 0;
  numbers[b] = kept;
}
