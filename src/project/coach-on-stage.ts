/** The coach laid over the dancer, and how far each limb is from the coach's. */
import { clamp } from '../core/scalar';
import { torsoLength } from '../effects/moment-metrics';
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import { createPose, mirrorPose, type Pose } from '../pose/pose';

/** The coach at one instant, in a picture of its own. */
export interface CoachPose {
  readonly pose: Pose;
  /** Width over height of the picture that the pose is in. */
  readonly aspect: number;
}

/** Below this a landmark is not seen. */
const LEAST_VISIBILITY = 0.3;

/** Two segments of each limb, in the order of `FrameSignals.limbErrors`. */
const LIMB_SEGMENTS: readonly (readonly (readonly [LandmarkName, LandmarkName])[])[] = [
  [
    ['leftShoulder', 'leftElbow'],
    ['leftElbow', 'leftWrist'],
  ],
  [
    ['rightShoulder', 'rightElbow'],
    ['rightElbow', 'rightWrist'],
  ],
  [
    ['leftHip', 'leftKnee'],
    ['leftKnee', 'leftAnkle'],
  ],
  [
    ['rightHip', 'rightKnee'],
    ['rightKnee', 'rightAnkle'],
  ],
];

/**
 * The coach in stage coordinates: hips on the dancer's hips, torso as long as the dancer's.
 * @param isMirrored whether the dancer is shown as in a mirror
 * @param stageAspect width over height of the stage
 * @returns null where either torso is not seen
 */
export function layCoach(
  coach: CoachPose,
  isMirrored: boolean,
  dancer: Pose,
  stageAspect: number,
): Pose | null {
  const pose = isMirrored ? mirrorPose(coach.pose) : coach.pose;
  const coachTorso = torsoLength(pose, coach.aspect);
  const dancerTorso = torsoLength(dancer, stageAspect);
  if (coachTorso === null || dancerTorso === null) return null;
  const scale = dancerTorso / coachTorso;
  const from = hipsOf(pose);
  const to = hipsOf(dancer);
  const laid = createPose();
  laid.visibility.set(pose.visibility);
  laid.world.set(pose.world);
  for (let index = 0; index < laid.image.length; index += 3) {
    const x = ((pose.image[index] ?? 0) - from[0]) * coach.aspect;
    laid.image[index] = to[0] + (x * scale) / stageAspect;
    laid.image[index + 1] = to[1] + ((pose.image[index + 1] ?? 0) - from[1]) * scale;
  }
  return laid;
}

/** Mean angle between the segments of each limb, 0 = alike, 1 = a right angle or more. What is not seen counts as alike. */
export function limbErrors(dancer: Pose, coach: Pose, aspect: number): [number, number, number, number] {
  const [leftArm = 0, rightArm = 0, leftLeg = 0, rightLeg = 0] = LIMB_SEGMENTS.map((segments) => {
    const angles = segments.map(([from, to]) => angleBetween(dancer, coach, from, to, aspect));
    return angles.reduce((sum, angle) => sum + angle, 0) / angles.length;
  });
  return [leftArm, rightArm, leftLeg, rightLeg];
}

function angleBetween(a: Pose, b: Pose, from: LandmarkName, to: LandmarkName, aspect: number): number {
  const [first, second] = [a, b].map((pose) => directionOf(pose, from, to, aspect));
  if (first == null || second == null) return 0;
  const cosine = first[0] * second[0] + first[1] * second[1];
  return clamp(Math.acos(clamp(cosine, -1, 1)) / (Math.PI / 2), 0, 1);
}

function directionOf(
  { image, visibility }: Pose,
  from: LandmarkName,
  to: LandmarkName,
  aspect: number,
): readonly [number, number] | null {
  const [a, b] = [LANDMARK[from], LANDMARK[to]];
  if ((visibility[a] ?? 0) < LEAST_VISIBILITY || (visibility[b] ?? 0) < LEAST_VISIBILITY) return null;
  const x = ((image[b * 3] ?? 0) - (image[a * 3] ?? 0)) * aspect;
  const y = (image[b * 3 + 1] ?? 0) - (image[a * 3 + 1] ?? 0);
  const length = Math.hypot(x, y);
  // A limb that points at the camera has no direction in the picture.
  return length < 1e-3 ? null : [x / length, y / length];
}

function hipsOf({ image }: Pose): readonly [number, number] {
  const middle = (axis: 0 | 1): number =>
    ((image[LANDMARK.leftHip * 3 + axis] ?? 0) + (image[LANDMARK.rightHip * 3 + axis] ?? 0)) / 2;
  return [middle(0), middle(1)];
}
