/** Angles between limbs, and how limbs move: speed, and likeness of two motions. */
import { DIRECTION_NUMBERS, VECTOR_COUNT } from './limb-vectors';
import { SCORE } from './score-config';

/** Grid steps over which a velocity is taken. */
const SPAN = Math.round(SCORE.velocitySpan * SCORE.gridFps);

/**
 * Angle between two unit vectors of the picture, radians, 0..π. Called for every limb at every grid time: a polynomial
 * that is right within 0.004° takes the place of `Math.acos` (Abramowitz & Stegun, 4.4.45).
 */
export function angleOf(a: Float32Array, at: number, b: Float32Array, bAt: number): number {
  const dot = (a[at] ?? 0) * (b[bAt] ?? 0) + (a[at + 1] ?? 0) * (b[bAt + 1] ?? 0);
  const x = dot < 0 ? -dot : dot;
  if (x >= 1) return dot < 0 ? Math.PI : 0;
  const angle = Math.sqrt(1 - x) * (1.5707288 + x * (-0.2121144 + x * (0.074261 - 0.0187293 * x)));
  return dot < 0 ? Math.PI - angle : angle;
}

/**
 * Root mean square speed of the limbs, radians a second.
 * @param directions rows of a grid, read from row `first`
 * @param weights `VECTOR_COUNT` a grid time of the move
 * @param looks how well each row was looked at; null = all fully
 * @param looksFirst row of `looks` that belongs to grid time 0
 */
export function speedOf(
  directions: Float32Array,
  first: number,
  weights: Float32Array,
  count: number,
  looks: Float32Array | null,
  looksFirst: number,
): number {
  let squares = 0;
  let sum = 1e-6;
  for (let index = 0; index + SPAN < count; index += 1) {
    const looked = looks === null ? 1 : lookedAt(looks, looksFirst + index);
    if (looked === 0) continue;
    const at = (first + index) * DIRECTION_NUMBERS;
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
      const weight = looked * (weights[index * VECTOR_COUNT + limb] ?? 0);
      const from = at + limb * 2;
      const angle = angleOf(directions, from, directions, from + SPAN * DIRECTION_NUMBERS);
      squares += weight * angle * angle;
      sum += weight;
    }
  }
  return Math.sqrt(squares / sum) / SCORE.velocitySpan;
}

/** Correlation of the limb velocities of a move and of a player whose grid time 0 is at row `first`; −1..1. */
export function motionLikeness(
  target: { readonly directions: Float32Array; readonly weights: Float32Array; readonly count: number },
  player: Float32Array,
  looks: Float32Array,
  first: number,
): number {
  const { directions, weights, count } = target;
  let both = 0;
  let ofTarget = 1e-6;
  let ofPlayer = 1e-6;
  for (let index = 0; index + SPAN < count; index += 1) {
    const looked = lookedAt(looks, first + index);
    if (looked === 0) continue;
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
      const weight = looked * (weights[index * VECTOR_COUNT + limb] ?? 0);
      const at = index * DIRECTION_NUMBERS + limb * 2;
      const later = at + SPAN * DIRECTION_NUMBERS;
      const shift = first * DIRECTION_NUMBERS;
      const ax = (directions[later] ?? 0) - (directions[at] ?? 0);
      const ay = (directions[later + 1] ?? 0) - (directions[at + 1] ?? 0);
      const bx = (player[later + shift] ?? 0) - (player[at + shift] ?? 0);
      const by = (player[later + 1 + shift] ?? 0) - (player[at + 1 + shift] ?? 0);
      both += weight * (ax * bx + ay * by);
      ofTarget += weight * (ax * ax + ay * ay);
      ofPlayer += weight * (bx * bx + by * by);
    }
  }
  return both / Math.sqrt(ofTarget * ofPlayer);
}

/** A velocity is known as well as the worse of its two ends. */
function lookedAt(looks: Float32Array, row: number): number {
  return Math.min(looks[row] ?? 0, looks[row + SPAN] ?? 0);
}
