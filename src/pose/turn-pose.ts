/** A body as another camera would see it, one that stands farther round: the picture turned with the help of the model's depth. */
import { LANDMARK, LANDMARK_COUNT, type LandmarkName } from './landmarks';
import { createPose, type Pose } from './pose';
import { poseAtRow, PoseTrackBuilder, type PoseTrack } from './pose-track';

/** Rigid and long enough to tell how many of the picture's heights a metre is. */
const RULERS: readonly (readonly [LandmarkName, LandmarkName])[] = [
  ['leftShoulder', 'rightShoulder'],
  ['leftShoulder', 'leftHip'],
  ['rightShoulder', 'rightHip'],
  ['leftHip', 'leftKnee'],
  ['rightHip', 'rightKnee'],
  ['leftKnee', 'leftAnkle'],
  ['rightKnee', 'rightAnkle'],
];

/**
 * Turns a pose about the vertical through its hips. Image landmarks keep what the picture says of height and width; only
 * their depth comes from the world landmarks (monocular depth is the weaker witness). World landmarks turn as they are.
 * @param aspect width over height of the picture
 * @param yaw radians; positive takes what points to the picture's right away from the camera
 */
export function turnPose(pose: Pose, aspect: number, yaw: number): Pose {
  const turned = createPose();
  turned.visibility.set(pose.visibility);
  const sine = Math.sin(yaw);
  const cosine = Math.cos(yaw);
  const scale = heightsPerMetre(pose, aspect);
  const middle = ((pose.image[LANDMARK.leftHip * 3] ?? 0) + (pose.image[LANDMARK.rightHip * 3] ?? 0)) / 2;
  for (let at = 0; at < LANDMARK_COUNT * 3; at += 3) {
    const x = pose.world[at] ?? 0;
    const z = pose.world[at + 2] ?? 0;
    turned.world[at] = x * cosine - z * sine;
    turned.world[at + 1] = pose.world[at + 1] ?? 0;
    turned.world[at + 2] = x * sine + z * cosine;
    const across = ((pose.image[at] ?? 0) - middle) * aspect;
    const deep = z * scale;
    turned.image[at] = middle + (across * cosine - deep * sine) / aspect;
    turned.image[at + 1] = pose.image[at + 1] ?? 0;
    turned.image[at + 2] = (across * sine + deep * cosine) / aspect;
  }
  return turned;
}

/** A whole track seen by a camera that stands `yaw` radians farther round (see `turnPose`). */
export function turnPoseTrack(track: PoseTrack, yaw: number): PoseTrack {
  const builder = new PoseTrackBuilder(track);
  for (let row = 0; row < track.length; row += 1) {
    const pose = poseAtRow(track, row);
    builder.append(track.times[row] ?? 0, pose === null ? null : turnPose(pose, track.aspect, yaw));
  }
  return builder.build();
}

/** How long a metre across the picture looks, in picture heights; 0 where the world landmarks say nothing. */
function heightsPerMetre(pose: Pose, aspect: number): number {
  let heights = 0;
  let metres = 0;
  for (const [from, to] of RULERS) {
    const a = LANDMARK[from] * 3;
    const b = LANDMARK[to] * 3;
    heights += Math.hypot(
      ((pose.image[b] ?? 0) - (pose.image[a] ?? 0)) * aspect,
      (pose.image[b + 1] ?? 0) - (pose.image[a + 1] ?? 0),
    );
    metres += Math.hypot(
      (pose.world[b] ?? 0) - (pose.world[a] ?? 0),
      (pose.world[b + 1] ?? 0) - (pose.world[a + 1] ?? 0),
    );
  }
  return metres > 1e-3 ? heights / metres : 0;
}
