/** One body at one time. */
import { LANDMARK_COUNT, MIRRORED_LANDMARK } from './landmarks';

/**
 * A pose as MediaPipe gives it. Arrays are owned by the pose and not shared.
 * - `image`: 33 × (x, y, z), x and y 0..1 of the picture (y down; outside the picture is below 0 or above 1), z in the scale of x
 * - `world`: 33 × (x, y, z) metres, origin between the hips, y down, x to the picture's right, z away from the camera
 * - `visibility`: 33 × 0..1
 */
export interface Pose {
  readonly image: Float32Array;
  readonly world: Float32Array;
  readonly visibility: Float32Array;
}

/** A pose of zeros, to be filled. */
export function createPose(): Pose {
  return {
    image: new Float32Array(LANDMARK_COUNT * 3),
    world: new Float32Array(LANDMARK_COUNT * 3),
    visibility: new Float32Array(LANDMARK_COUNT),
  };
}

/** The pose in a mirror: x reflected *and* left and right swapped, so that a raised right hand becomes a raised left hand. */
export function mirrorPose(pose: Pose): Pose {
  const mirrored = createPose();
  for (let index = 0; index < LANDMARK_COUNT; index += 1) {
    const twin = MIRRORED_LANDMARK[index] ?? index;
    mirrored.image[index * 3] = 1 - (pose.image[twin * 3] ?? 0);
    mirrored.image[index * 3 + 1] = pose.image[twin * 3 + 1] ?? 0;
    mirrored.image[index * 3 + 2] = pose.image[twin * 3 + 2] ?? 0;
    mirrored.world[index * 3] = -(pose.world[twin * 3] ?? 0);
    mirrored.world[index * 3 + 1] = pose.world[twin * 3 + 1] ?? 0;
    mirrored.world[index * 3 + 2] = pose.world[twin * 3 + 2] ?? 0;
    mirrored.visibility[index] = pose.visibility[twin] ?? 0;
  }
  return mirrored;
}
