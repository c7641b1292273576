/**
 * Limbs as directions in the picture: what poses are compared by. Independent of place, distance and proportions,
 * because only directions count. Image landmarks first: monocular depth is worse than the frontal picture (DANCE.md).
 */
import { clamp } from '../core/scalar';
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import type { Limb } from './judgement';
import { SCORE } from './score-config';
import { BONES } from './skeleton';

interface LimbVector {
  /** Part of the body that the verdict reports. */
  readonly limb: Limb;
  /** A direction from the middle of the first points to the middle of the second. */
  readonly from: readonly [LandmarkName, LandmarkName];
  readonly to: readonly [LandmarkName, LandmarkName];
  /** How much it counts by nature: small parts are noisy in a picture. */
  readonly trust: number;
  /** Metres of a body of 1.70 m; only ratios matter. */
  readonly length: number;
  /** Rigid and long enough to tell how large the body is in the picture. */
  readonly tellsScale: boolean;
}

const limbVector = (
  limb: Limb,
  from: LandmarkName | readonly [LandmarkName, LandmarkName],
  to: LandmarkName | readonly [LandmarkName, LandmarkName],
  trust: number,
  length: number,
  tellsScale: boolean,
): LimbVector => ({
  limb,
  from: typeof from === 'string' ? [from, from] : from,
  to: typeof to === 'string' ? [to, to] : to,
  trust,
  length,
  tellsScale,
});

const HIPS = ['leftHip', 'rightHip'] as const;
const SHOULDERS = ['leftShoulder', 'rightShoulder'] as const;
const EARS = ['leftEar', 'rightEar'] as const;
/** From the shoulders' middle to the ears' middle. */
const HEAD_METRES = 0.21;

export const LIMB_VECTORS: readonly LimbVector[] = [
  limbVector('leftArm', 'leftShoulder', 'leftElbow', 1, BONES.upperArm, false),
  limbVector('leftArm', 'leftElbow', 'leftWrist', 1, BONES.forearm, false),
  limbVector('rightArm', 'rightShoulder', 'rightElbow', 1, BONES.upperArm, false),
  limbVector('rightArm', 'rightElbow', 'rightWrist', 1, BONES.forearm, false),
  limbVector('leftLeg', 'leftHip', 'leftKnee', 1, BONES.thigh, true),
  limbVector('leftLeg', 'leftKnee', 'leftAnkle', 1, BONES.shank, true),
  limbVector('rightLeg', 'rightHip', 'rightKnee', 1, BONES.thigh, true),
  limbVector('rightLeg', 'rightKnee', 'rightAnkle', 1, BONES.shank, true),
  limbVector('trunk', HIPS, SHOULDERS, 1, BONES.trunk, true),
  limbVector('trunk', 'rightShoulder', 'leftShoulder', 0.7, BONES.shoulderHalf * 2, true),
  limbVector('head', SHOULDERS, EARS, 0.5, HEAD_METRES, false),
];

export const VECTOR_COUNT = LIMB_VECTORS.length;

/** Index of the line of the shoulders, from right to left: it tells front from back. */
export const SHOULDER_LINE = 9;

/** Indices of the same part of the left and the right limb. */
export const SIDE_PAIRS = [
  [0, 2],
  [1, 3],
  [4, 6],
  [5, 7],
] as const;

/** Numbers a pose takes: a unit vector (x, y) for each limb vector. */
export const DIRECTION_NUMBERS = VECTOR_COUNT * 2;

/** Four landmarks a vector, flat: read for every frame of the camera. */
const ENDS = Int32Array.from(
  LIMB_VECTORS.flatMap(({ from, to }) => [...from, ...to].map((name) => LANDMARK[name])),
);
const TELLS_SCALE = LIMB_VECTORS.map(({ tellsScale }) => tellsScale);
const METRES = Float64Array.from(LIMB_VECTORS, ({ length }) => length);
/** How many metres long each limb looks where the picture's height is one; rewritten for each pose, so nothing is allocated. */
const looks = new Float64Array(VECTOR_COUNT);

/**
 * Writes the unit vectors of one pose to `directions[at …]` and how clearly each is seen to `clarity[clarityAt …]`:
 * 0 = not seen, or longer than a limb can be; below 1 = it points at the camera or away, so that its direction says little.
 * No allocation. x is stretched by the aspect, so that angles are those of the scene.
 * @param row index of the pose within `image` (99 numbers each) and `visibility` (33 numbers each)
 */
export function writeDirections(
  image: Float32Array,
  visibility: Float32Array,
  row: number,
  aspect: number,
  directions: Float32Array,
  at: number,
  clarity: Float32Array,
  clarityAt: number,
  leastVisibility: number = SCORE.leastVisibility,
): void {
  const base = row * 99;
  const visible = row * 33;
  let largest = 0;
  let second = 0;
  let largestIndex = -1;
  for (let index = 0; index < VECTOR_COUNT; index += 1) {
    const a = ENDS[index * 4] ?? 0;
    const b = ENDS[index * 4 + 1] ?? 0;
    const c = ENDS[index * 4 + 2] ?? 0;
    const d = ENDS[index * 4 + 3] ?? 0;
    const dx =
      ((image[base + c * 3] ?? 0) +
        (image[base + d * 3] ?? 0) -
        (image[base + a * 3] ?? 0) -
        (image[base + b * 3] ?? 0)) *
      0.5 *
      aspect;
    const dy =
      ((image[base + c * 3 + 1] ?? 0) +
        (image[base + d * 3 + 1] ?? 0) -
        (image[base + a * 3 + 1] ?? 0) -
        (image[base + b * 3 + 1] ?? 0)) *
      0.5;
    // Not Math.hypot: V8's is several times slower, and nothing overflows here.
    const length = Math.sqrt(dx * dx + dy * dy);
    const least = Math.min(
      visibility[visible + a] ?? 0,
      visibility[visible + b] ?? 0,
      visibility[visible + c] ?? 0,
      visibility[visible + d] ?? 0,
    );
    const isSeen = length > 0 && least >= leastVisibility;
    directions[at + index * 2] = length > 0 ? dx / length : 0;
    directions[at + index * 2 + 1] = length > 0 ? dy / length : 0;
    const scale = length / (METRES[index] ?? 1);
    looks[index] = isSeen ? scale : 0;
    if (!isSeen || TELLS_SCALE[index] !== true) continue;
    if (scale > largest) {
      second = largest;
      largest = scale;
      largestIndex = index;
    } else if (scale > second) second = scale;
  }
  const { pointing, clear } = SCORE.foreshortening;
  for (let index = 0; index < VECTOR_COUNT; index += 1) {
    const scale = looks[index] ?? 0;
    // Limbs are foreshortened, never lengthened: the longest of the others tells how large the body is.
    const body = index === largestIndex ? second : largest;
    const share = body === 0 ? 1 : scale / body;
    clarity[clarityAt + index] =
      scale === 0 || share > SCORE.longestLimb
        ? 0
        : clamp((share - pointing) / (clear - pointing), SCORE.leastClarity, 1);
  }
}
