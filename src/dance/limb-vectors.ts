/**
 * Limbs as directions in the picture: what poses are compared by. Independent of place, distance and proportions,
 * because only directions count. Image landmarks first: monocular depth is worse than the frontal picture (DANCE.md).
 */
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import type { Limb } from './judgement';

interface LimbVector {
  /** Part of the body that the verdict reports. */
  readonly limb: Limb;
  /** A direction from the middle of the first points to the middle of the second. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** How much it counts by nature: hands and feet are small and noisy in a picture. */
  readonly trust: number;
}

const vector = (
  limb: Limb,
  from: readonly LandmarkName[],
  to: readonly LandmarkName[],
  trust: number,
): LimbVector => ({
  limb,
  from: from.map((name) => LANDMARK[name]),
  to: to.map((name) => LANDMARK[name]),
  trust,
});

export const LIMB_VECTORS: readonly LimbVector[] = [
  vector('leftArm', ['leftShoulder'], ['leftElbow'], 1),
  vector('leftArm', ['leftElbow'], ['leftWrist'], 1),
  vector('rightArm', ['rightShoulder'], ['rightElbow'], 1),
  vector('rightArm', ['rightElbow'], ['rightWrist'], 1),
  vector('leftLeg', ['leftHip'], ['leftKnee'], 1),
  vector('leftLeg', ['leftKnee'], ['leftAnkle'], 1),
  vector('rightLeg', ['rightHip'], ['rightKnee'], 1),
  vector('rightLeg', ['rightKnee'], ['rightAnkle'], 1),
  vector('trunk', ['leftHip', 'rightHip'], ['leftShoulder', 'rightShoulder'], 1),
  vector('trunk', ['rightShoulder'], ['leftShoulder'], 0.7),
  vector('head', ['leftShoulder', 'rightShoulder'], ['leftEar', 'rightEar'], 0.5),
];

export const VECTOR_COUNT = LIMB_VECTORS.length;

/** Numbers a pose takes: a unit vector (x, y) for each limb vector. */
export const DIRECTION_NUMBERS = VECTOR_COUNT * 2;

/**
 * Writes the unit vectors of one pose to `directions[at …]` and how well each is seen (0 or 1) to `seen[seenAt …]`.
 * No allocation. x is stretched by the aspect, so that angles are those of the scene.
 */
export function writeDirections(
  image: Float32Array,
  visibility: Float32Array,
  row: number,
  aspect: number,
  directions: Float32Array,
  at: number,
  seen: Float32Array,
  seenAt: number,
  leastVisibility: number,
): void {
  const base = row * 99;
  const visible = row * 33;
  for (let index = 0; index < VECTOR_COUNT; index += 1) {
    const limb = LIMB_VECTORS[index];
    if (limb === undefined) continue;
    let dx = 0;
    let dy = 0;
    let least = 1;
    for (const joint of limb.to) {
      dx += (image[base + joint * 3] ?? 0) / limb.to.length;
      dy += (image[base + joint * 3 + 1] ?? 0) / limb.to.length;
      least = Math.min(least, visibility[visible + joint] ?? 0);
    }
    for (const joint of limb.from) {
      dx -= (image[base + joint * 3] ?? 0) / limb.from.length;
      dy -= (image[base + joint * 3 + 1] ?? 0) / limb.from.length;
      least = Math.min(least, visibility[visible + joint] ?? 0);
    }
    dx *= aspect;
    const length = Math.hypot(dx, dy);
    directions[at + index * 2] = length > 0 ? dx / length : 0;
    directions[at + index * 2 + 1] = length > 0 ? dy / length : 0;
    seen[seenAt + index] = length > 0 && least >= leastVisibility ? 1 : 0;
  }
}
