/** How far the end of a film is from its beginning: in the picture, in the body, in the sound. Pure. */
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import type { Pose } from '../pose/pose';

/** Joints that make a pose; the face and the fingers tremble more than they tell. */
const JOINTS: readonly LandmarkName[] = [
  'nose',
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
];

/** Below this a landmark is not seen. */
const LEAST_VISIBILITY = 0.3;

/** Fewer joints than this in common are no body to compare. */
const FEWEST_JOINTS = 6;

/** Sound below this is silence, dBFS: so a room and a silent room do not differ by a hundred decibels. */
const SILENCE_DB = -60;

/** Seconds at either end that count as how loud it is there. */
const EDGE_SECONDS = 0.1;

/** RGBA bytes to one grey byte a pixel (Rec. 709 weights on the gamma-coded values, as eyes compare them). */
export function greyOf(rgba: Uint8ClampedArray): Uint8Array {
  return Uint8Array.from({ length: rgba.length / 4 }, (_, at) =>
    Math.round(
      0.2126 * (rgba[at * 4] ?? 0) + 0.7152 * (rgba[at * 4 + 1] ?? 0) + 0.0722 * (rgba[at * 4 + 2] ?? 0),
    ),
  );
}

/**
 * Mean absolute difference of two grey pictures, 0..1.
 * @throws RangeError when they are not of one size
 */
export function pictureDifference(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length || a.length === 0)
    throw new RangeError(
      `Only pictures of one size can be compared, got ${a.length} and ${b.length} pixels.`,
    );
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length / 255;
}

/**
 * Mean distance of the joints of two bodies on the stage, in lengths of the torso; null where too little is seen of one.
 * @param aspect width over height of the picture that the landmarks belong to
 */
export function poseDistance(a: Pose | null, b: Pose | null, aspect: number): number | null {
  if (a === null || b === null) return null;
  const torso = (torsoLength(a, aspect) + torsoLength(b, aspect)) / 2;
  const seen = JOINTS.filter((joint) => isSeen(a, joint) && isSeen(b, joint));
  if (seen.length < FEWEST_JOINTS || !(torso > 0)) return null;
  const sum = seen.reduce((total, joint) => {
    const [ax, ay] = placeOf(a, joint, aspect);
    const [bx, by] = placeOf(b, joint, aspect);
    return total + Math.hypot(ax - bx, ay - by);
  }, 0);
  return sum / seen.length / torso;
}

/** The step in the sound from its end to its beginning. */
export interface SoundStep {
  /** Decibels by which the first tenth of a second is louder than the last; negative where it is quieter. */
  readonly soundJump: number;
  /** From the last sample to the first, 0..1 of full scale: the larger of the channels. */
  readonly clickJump: number;
}

/** @param channels samples of a whole film, −1..1; no samples are no step */
export function soundStep(channels: readonly Float32Array[], sampleRate: number): SoundStep {
  const edge = Math.round(EDGE_SECONDS * sampleRate);
  const jumps = channels.map((samples) => Math.abs((samples[0] ?? 0) - (samples.at(-1) ?? 0)));
  return {
    soundJump:
      loudnessDb(channels.map((samples) => samples.subarray(0, edge))) -
      loudnessDb(channels.map((samples) => samples.subarray(Math.max(0, samples.length - edge)))),
    clickJump: Math.min(1, Math.max(0, ...jumps)),
  };
}

function loudnessDb(channels: readonly Float32Array[]): number {
  const count = channels.reduce((sum, samples) => sum + samples.length, 0);
  const energy = channels.reduce(
    (sum, samples) => sum + samples.reduce((total, sample) => total + sample * sample, 0),
    0,
  );
  return count === 0 || energy === 0 ? SILENCE_DB : Math.max(SILENCE_DB, 10 * Math.log10(energy / count));
}

function torsoLength(pose: Pose, aspect: number): number {
  const middle = (one: LandmarkName, other: LandmarkName): readonly [number, number] => {
    const [a, b] = [placeOf(pose, one, aspect), placeOf(pose, other, aspect)];
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  };
  const [shoulders, hips] = [middle('leftShoulder', 'rightShoulder'), middle('leftHip', 'rightHip')];
  return Math.hypot(shoulders[0] - hips[0], shoulders[1] - hips[1]);
}

/** In heights of the picture, so that across and down are alike. */
function placeOf(pose: Pose, joint: LandmarkName, aspect: number): readonly [number, number] {
  const at = LANDMARK[joint] * 3;
  return [(pose.image[at] ?? 0) * aspect, pose.image[at + 1] ?? 0];
}

function isSeen(pose: Pose, joint: LandmarkName): boolean {
  return (pose.visibility[LANDMARK[joint]] ?? 0) >= LEAST_VISIBILITY;
}
