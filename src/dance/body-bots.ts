/** Players with a body: they err, flail, grow and hide limb by limb, as people do. All deterministic. */
import { createRandom, gaussian, type Random } from '../core/random';
import { LANDMARK, LANDMARK_NAMES } from '../pose/landmarks';
import { createPose, type Pose } from '../pose/pose';
import {
  poseAtRow,
  poseTrackDuration,
  PoseTrackBuilder,
  samplePose,
  type PoseTrack,
} from '../pose/pose-track';
import { copyPose, mapTrack } from './bots';
import type { Limb } from './judgement';
import { LIMB_VECTORS, VECTOR_COUNT } from './limb-vectors';
import { changeLimbs } from './puppet';

const SAME = (): number => 1;
const STRAIGHT = (): number => 0;

/** How well somebody dances who is no machine. */
export interface Humanness {
  /** Root mean square error of each limb, degrees; it wanders slowly, as habits and effort do. */
  readonly degrees: number;
  /** Root mean square error in time, seconds. */
  readonly seconds: number;
}

/** Dances with the errors of a person. */
export function humanBot(reference: PoseTrack, { degrees, seconds }: Humanness, seed = 1): PoseTrack {
  const random = createRandom(seed);
  const limbs = Array.from({ length: VECTOR_COUNT }, () => wander(random));
  const timing = wander(random);
  const last = poseTrackDuration(reference);
  return mapTrack(reference, (_, time) => {
    const shifted = Math.min(last, Math.max(0, time + seconds * timing(time)));
    const pose = samplePose(reference, shifted);
    if (pose === null) return null;
    return changeLimbs(pose, reference.aspect, {
      turn: (limb) => ((degrees * Math.PI) / 180) * (limbs[limb]?.(time) ?? 0),
      stretch: SAME,
    });
  });
}

/**
 * Swings all limbs wildly round the first stance, on the beat or off it, and knows nothing of the dance.
 * @param hertz about so many swings a second
 */
export function flailBot(reference: PoseTrack, hertz: number, seed = 1): PoseTrack {
  const stance = poseAtRow(reference, 0);
  const random = createRandom(seed);
  const swings = LIMB_VECTORS.map(({ limb }) => ({
    rate: hertz * (0.8 + 0.4 * random()),
    phase: 2 * Math.PI * random(),
    middle: limb.endsWith('Arm') ? 2 * (random() - 0.5) : 0,
    size: (limb.endsWith('Arm') ? 1.4 : limb.endsWith('Leg') ? 0.3 : 0.15) * (0.5 + random()),
  }));
  return mapTrack(reference, (_, time) =>
    stance === null
      ? null
      : changeLimbs(stance, reference.aspect, {
          turn: (limb) => {
            const swing = swings[limb];
            if (swing === undefined) return 0;
            return swing.middle + swing.size * Math.sin(2 * Math.PI * swing.rate * time + swing.phase);
          },
          stretch: SAME,
        }),
  );
}

/** Dances right and shakes arms and legs besides. */
export function shakingBot(reference: PoseTrack, degrees: number, hertz: number): PoseTrack {
  return mapTrack(reference, (pose, time) =>
    pose === null
      ? null
      : changeLimbs(pose, reference.aspect, {
          turn: (limb) =>
            limb < 8 ? ((degrees * Math.PI) / 180) * Math.sin(2 * Math.PI * hertz * time + limb) : 0,
          stretch: SAME,
        }),
  );
}

/** Dances right with other proportions: each limb is up to `spread` longer or shorter, the same for the whole dance. */
export function proportionsBot(reference: PoseTrack, spread: number, seed = 1): PoseTrack {
  const random = createRandom(seed);
  const factors = LIMB_VECTORS.map(() => 1 + spread * (2 * random() - 1));
  return mapTrack(reference, (pose) =>
    pose === null
      ? null
      : changeLimbs(pose, reference.aspect, { turn: STRAIGHT, stretch: (limb) => factors[limb] ?? 1 }),
  );
}

/** Dances right, nearer to the camera or farther away, and elsewhere in the picture. */
export function distanceBot(reference: PoseTrack, scale: number, shiftX = 0, shiftY = 0): PoseTrack {
  return mapTrack(reference, (pose) => {
    if (pose === null) return null;
    const moved = copyPose(pose);
    for (let index = 0; index < moved.image.length; index += 3) {
      moved.image[index] = 0.5 + shiftX + ((pose.image[index] ?? 0) - 0.5) * scale;
      moved.image[index + 1] = 0.5 + shiftY + ((pose.image[index + 1] ?? 0) - 0.5) * scale;
    }
    return moved;
  });
}

/** Dances right, but the given limbs stay as they were at the first frame. */
export function lazyBot(reference: PoseTrack, lazy: readonly Limb[]): PoseTrack {
  const stance = poseAtRow(reference, 0);
  return mapTrack(reference, (pose) => {
    if (pose === null || stance === null) return null;
    return changeLimbs(pose, reference.aspect, {
      turn: (limb) => {
        const vector = LIMB_VECTORS[limb];
        if (vector === undefined || !lazy.includes(vector.limb)) return 0;
        return angleIn(stance, limb, reference.aspect) - angleIn(pose, limb, reference.aspect);
      },
      stretch: SAME,
    });
  });
}

/** Dances right with some landmarks out of sight all the time. */
export function hiddenBot(reference: PoseTrack, parts: readonly string[]): PoseTrack {
  return mapTrack(reference, (pose) => {
    if (pose === null) return null;
    const hidden = copyPose(pose);
    LANDMARK_NAMES.forEach((name, index) => {
      if (parts.some((part) => name.endsWith(part))) hidden.visibility[index] = 0.02;
    });
    return hidden;
  });
}

/** Dances right, seen by a machine that stalls: looks come `fps` a second, and now and then none for `stall` seconds. */
export function stallingBot(reference: PoseTrack, fps: number, stall: number, seed = 1): PoseTrack {
  const random = createRandom(seed);
  const builder = new PoseTrackBuilder({ ...reference, fps });
  for (let time = 0; time <= poseTrackDuration(reference);) {
    builder.append(time, samplePose(reference, time));
    time += (0.7 + 0.6 * random()) / fps + (random() < 0.08 ? stall : 0);
  }
  return builder.build();
}

/** Dances right, but the model takes front for back for some frames, now and then. */
export function flippingBot(reference: PoseTrack, seconds: number, seed = 1): PoseTrack {
  const random = createRandom(seed);
  let until = -1;
  return mapTrack(reference, (pose, time) => {
    if (time > until + 0.4 && random() < 0.06) until = time + seconds;
    return pose === null || time > until ? pose : swapSides(pose);
  });
}

/** Left and right exchanged, each at its place: what the model sees when it mistakes a front for a back. */
function swapSides(pose: Pose): Pose {
  const swapped = createPose();
  LANDMARK_NAMES.forEach((name, index) => {
    const twin = LANDMARK_NAMES.findIndex(
      (other) =>
        other === (name.startsWith('left') ? name.replace('left', 'right') : name.replace('right', 'left')),
    );
    const from = twin < 0 ? index : twin;
    swapped.image.set(pose.image.subarray(from * 3, from * 3 + 3), index * 3);
    swapped.world.set(pose.world.subarray(from * 3, from * 3 + 3), index * 3);
    swapped.visibility[index] = pose.visibility[from] ?? 0;
  });
  return swapped;
}

function angleIn(pose: Pose, limb: number, aspect: number): number {
  const vector = LIMB_VECTORS[limb];
  if (vector === undefined) return 0;
  const mean = (names: readonly (keyof typeof LANDMARK)[], axis: number): number =>
    names.reduce((sum, name) => sum + (pose.image[LANDMARK[name] * 3 + axis] ?? 0), 0) / names.length;
  const dx = (mean(vector.to, 0) - mean(vector.from, 0)) * aspect;
  return Math.atan2(mean(vector.to, 1) - mean(vector.from, 1), dx);
}

/** A slow random curve with root mean square 1: four sines between 0.15 and 1.1 Hz. */
function wander(random: Random): (time: number) => number {
  const waves = [0.15, 0.35, 0.7, 1.1].map((rate) => ({
    rate: rate * (0.8 + 0.4 * random()),
    phase: 2 * Math.PI * random(),
    size: gaussian(random),
  }));
  const power = Math.sqrt(waves.reduce((sum, { size }) => sum + (size * size) / 2, 0));
  return (time) =>
    waves.reduce(
      (sum, { rate, phase, size }) => sum + size * Math.sin(2 * Math.PI * rate * time + phase),
      0,
    ) / power;
}
