/** Players made of arithmetic: honest ones and cheats, to see what the judge gives them. All deterministic. */
import { createRandom, gaussian } from '../core/random';
import { LANDMARK_COUNT } from '../pose/landmarks';
import { createPose, type Pose } from '../pose/pose';
import {
  mirrorPoseTrack,
  poseAtRow,
  poseTrackDuration,
  PoseTrackBuilder,
  samplePose,
  type PoseTrack,
} from '../pose/pose-track';
import { turnPoseTrack } from '../pose/turn-pose';

/** Makes a player row by row. */
export function mapTrack(
  track: PoseTrack,
  change: (pose: Pose | null, time: number, row: number) => Pose | null,
): PoseTrack {
  const builder = new PoseTrackBuilder(track);
  for (let row = 0; row < track.length; row += 1) {
    const time = track.times[row] ?? 0;
    builder.append(time, change(poseAtRow(track, row), time, row));
  }
  return builder.build();
}

/** Stands as at the first frame, with the model's jitter. */
export function stillBot(reference: PoseTrack, seed = 1): PoseTrack {
  const stance = poseAtRow(reference, 0);
  return noisyBot(
    mapTrack(reference, () => (stance === null ? null : copyPose(stance))),
    0.005,
    0,
    seed,
  );
}

/** Holds the mean pose of the whole dance. */
export function meanPoseBot(reference: PoseTrack): PoseTrack {
  const mean = createPose();
  for (let row = 0; row < reference.length; row += 1) {
    for (let index = 0; index < LANDMARK_COUNT * 3; index += 1) {
      mean.image[index] =
        (mean.image[index] ?? 0) + (reference.image[row * 99 + index] ?? 0) / reference.length;
      mean.world[index] =
        (mean.world[index] ?? 0) + (reference.world[row * 99 + index] ?? 0) / reference.length;
    }
  }
  mean.visibility.fill(1);
  return mapTrack(reference, () => copyPose(mean));
}

/** Flails: every joint swings at its own pace round the first stance. */
export function wiggleBot(reference: PoseTrack, seed = 1): PoseTrack {
  const stance = poseAtRow(reference, 0);
  const random = createRandom(seed);
  const swings = Array.from({ length: LANDMARK_COUNT * 3 }, () => ({
    rate: 1 + 2.5 * random(),
    phase: 6.28 * random(),
    size: 0.1 * random(),
  }));
  return mapTrack(reference, (_, time) => {
    if (stance === null) return null;
    const pose = copyPose(stance);
    swings.forEach(({ rate, phase, size }, index) => {
      pose.image[index] = (pose.image[index] ?? 0) + size * Math.sin(6.28 * rate * time + phase);
    });
    return pose;
  });
}

/** Dances right, `seconds` late (negative: early). */
export function lateBot(reference: PoseTrack, seconds: number): PoseTrack {
  const last = poseTrackDuration(reference);
  return mapTrack(reference, (_, time) => samplePose(reference, Math.min(last, Math.max(0, time - seconds))));
}

/** Dances with the wrong side. */
export function mirroredBot(reference: PoseTrack): PoseTrack {
  return mirrorPoseTrack(reference);
}

/**
 * Dances right before a poor camera.
 * @param sigma landmark noise, as a fraction of the picture's height
 * @param missing share of landmarks that are not seen, 0..1
 */
export function noisyBot(reference: PoseTrack, sigma: number, missing: number, seed = 1): PoseTrack {
  const random = createRandom(seed);
  return mapTrack(reference, (pose) => {
    if (pose === null) return null;
    const noisy = copyPose(pose);
    for (let index = 0; index < LANDMARK_COUNT; index += 1) {
      noisy.image[index * 3] = (noisy.image[index * 3] ?? 0) + (sigma * gaussian(random)) / reference.aspect;
      noisy.image[index * 3 + 1] = (noisy.image[index * 3 + 1] ?? 0) + sigma * gaussian(random);
      if (random() < missing) noisy.visibility[index] = 0.1;
    }
    return noisy;
  });
}

/** Dances right, seen `fps` times a second at jittered moments. */
export function sparseBot(reference: PoseTrack, fps: number, jitter: number, seed = 1): PoseTrack {
  const random = createRandom(seed);
  const builder = new PoseTrackBuilder({ ...reference, fps });
  for (let time = 0; time <= poseTrackDuration(reference); time += (1 + jitter * (random() - 0.5)) / fps) {
    builder.append(time, samplePose(reference, time));
  }
  return builder.build();
}

/** Dances with smaller or larger movements round the first stance. */
export function amplitudeBot(reference: PoseTrack, amount: number): PoseTrack {
  const stance = poseAtRow(reference, 0);
  return mapTrack(reference, (pose) => {
    if (pose === null || stance === null) return null;
    const small = copyPose(pose);
    for (const column of ['image', 'world'] as const) {
      for (let index = 0; index < LANDMARK_COUNT * 3; index += 1) {
        const rest = stance[column][index] ?? 0;
        small[column][index] = rest + amount * ((pose[column][index] ?? 0) - rest);
      }
    }
    return small;
  });
}

/** Dances right before a camera that stands `degrees` farther round. */
export function turnedBot(reference: PoseTrack, degrees: number): PoseTrack {
  return turnPoseTrack(reference, (degrees * Math.PI) / 180);
}

/** A pose of its own, to be changed. */
export function copyPose(pose: Pose): Pose {
  return { image: pose.image.slice(), world: pose.world.slice(), visibility: pose.visibility.slice() };
}
