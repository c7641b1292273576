/** Where a hip-centred body stands: its feet on the ground, and its place from side to side. Pure. */
import { LANDMARK } from '../pose/landmarks';

/** What can touch the ground, and how thick the body is there, in metres. */
const CONTACTS: readonly (readonly [landmark: number, thickness: number])[] = [
  [LANDMARK.leftHeel, 0.024],
  [LANDMARK.rightHeel, 0.024],
  [LANDMARK.leftFootIndex, 0.024],
  [LANDMARK.rightFootIndex, 0.024],
  [LANDMARK.leftAnkle, 0.05],
  [LANDMARK.rightAnkle, 0.05],
  [LANDMARK.leftKnee, 0.06],
  [LANDMARK.rightKnee, 0.06],
  [LANDMARK.leftHip, 0.11],
  [LANDMARK.rightHip, 0.11],
  [LANDMARK.leftWrist, 0.03],
  [LANDMARK.rightWrist, 0.03],
  [LANDMARK.leftIndex, 0.03],
  [LANDMARK.rightIndex, 0.03],
];

/**
 * Height of the hips' middle above the ground in metres, if the lowest part of the body touches it.
 * A jump is not seen this way: the landmarks do not carry it.
 * @param world 33 × (x, y, z) metres, y down
 */
export function standingHeight(world: Float32Array): number {
  let lowest = 0;
  for (const [landmark, thickness] of CONTACTS) {
    lowest = Math.max(lowest, (world[landmark * 3 + 1] ?? 0) + thickness);
  }
  return lowest;
}

/** Joints whose heights tell the scale of a picture. */
const SCALE_LANDMARKS: readonly number[] = [
  LANDMARK.leftShoulder,
  LANDMARK.rightShoulder,
  LANDMARK.leftHip,
  LANDMARK.rightHip,
  LANDMARK.leftKnee,
  LANDMARK.rightKnee,
  LANDMARK.leftAnkle,
  LANDMARK.rightAnkle,
];

/**
 * Heights of the picture that one metre of the body takes, from the same pose in both columns
 * (least squares over the heights of the big joints); 0 when it cannot be told.
 * @param image 33 × (x, y, z), 0..1 of the picture
 * @param world 33 × (x, y, z) metres
 */
export function pictureScale(image: Float32Array, world: Float32Array): number {
  let meanImage = 0;
  let meanWorld = 0;
  for (const landmark of SCALE_LANDMARKS) {
    meanImage += (image[landmark * 3 + 1] ?? 0) / SCALE_LANDMARKS.length;
    meanWorld += (world[landmark * 3 + 1] ?? 0) / SCALE_LANDMARKS.length;
  }
  let product = 0;
  let square = 0;
  for (const landmark of SCALE_LANDMARKS) {
    const spread = (world[landmark * 3 + 1] ?? 0) - meanWorld;
    product += spread * ((image[landmark * 3 + 1] ?? 0) - meanImage);
    square += spread * spread;
  }
  const scale = square < 0.01 ? 0 : product / square;
  return scale > 0.05 ? scale : 0;
}

/** Farther from the middle than this a dancer leaves the stage, in metres. */
const WIDEST_SWAY = 1;

/**
 * How far the hips stand right of the picture's middle, in metres (negative = left); 0 when it cannot be told.
 * @param aspect width over height of the picture that `image` belongs to
 */
export function lateralSway(image: Float32Array, world: Float32Array, aspect: number): number {
  const scale = pictureScale(image, world);
  if (scale === 0) return 0;
  const hips = ((image[LANDMARK.leftHip * 3] ?? 0.5) + (image[LANDMARK.rightHip * 3] ?? 0.5)) / 2;
  const metres = ((hips - 0.5) * aspect) / scale;
  return Math.min(WIDEST_SWAY, Math.max(-WIDEST_SWAY, metres));
}
