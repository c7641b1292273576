/** Whether a player is well in the picture: one hint at a time, the most pressing first. */
import { LANDMARK } from '../pose/landmarks';
import type { Pose } from '../pose/pose';
import type { FramingHint } from './dance';

/** Seen well enough to be judged; MediaPipe's own examples use 0.5. */
const SEEN = 0.5;
/** The body should fill this part of the picture's height: smaller is coarse, larger leaves no room for arms. */
const SMALLEST_HEIGHT = 0.4;
const LARGEST_HEIGHT = 0.97;
/** Where the hips may be across the picture. */
const LEFT_BOUND = 0.25;
const RIGHT_BOUND = 0.75;
/** Hips moving faster than this, in picture heights a second, are not standing still. */
const STILL_SPEED = 0.25;

/**
 * @param pose what the camera saw (not mirrored), null when nobody
 * @param earlier the pose before and how long ago, for the speed
 * @param seated legs need not be seen
 */
export function judgeFraming(
  pose: Pose | null,
  earlier: { readonly pose: Pose; readonly seconds: number } | null,
  seated: boolean,
): FramingHint {
  if (pose === null || visibility(pose, LANDMARK.nose) < SEEN) return 'nobody';
  const top = y(pose, LANDMARK.nose);
  const feet = Math.max(y(pose, LANDMARK.leftAnkle), y(pose, LANDMARK.rightAnkle));
  const anklesSeen =
    Math.min(visibility(pose, LANDMARK.leftAnkle), visibility(pose, LANDMARK.rightAnkle)) >= SEEN;
  if (!seated) {
    const height = feet - top;
    if (height > LARGEST_HEIGHT || (feet > 1.02 && top < 0.15)) return 'step-back';
    if (feet > 1.0 || !anklesSeen) return height > 0.75 ? 'step-back' : 'show-feet';
    if (height < SMALLEST_HEIGHT) return 'come-closer';
  }
  const hips = (x(pose, LANDMARK.leftHip) + x(pose, LANDMARK.rightHip)) / 2;
  // Hints speak of the person's own left, which is the picture's right.
  if (hips < LEFT_BOUND) return 'move-left';
  if (hips > RIGHT_BOUND) return 'move-right';
  if (earlier !== null && earlier.seconds > 0) {
    const before = (x(earlier.pose, LANDMARK.leftHip) + x(earlier.pose, LANDMARK.rightHip)) / 2;
    if (Math.abs(hips - before) / earlier.seconds > STILL_SPEED) return 'hold-still';
  }
  return 'good';
}

function x(pose: Pose, landmark: number): number {
  return pose.image[landmark * 3] ?? 0;
}

function y(pose: Pose, landmark: number): number {
  return pose.image[landmark * 3 + 1] ?? 0;
}

function visibility(pose: Pose, landmark: number): number {
  return pose.visibility[landmark] ?? 0;
}
