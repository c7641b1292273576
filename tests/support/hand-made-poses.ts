/** Poses by hand, for tests that need a body but no choreography: directions of the limbs, laid out from the hips. */
import { LANDMARK, LANDMARK_COUNT } from '../../src/pose/landmarks';
import { createPose, type Pose } from '../../src/pose/pose';
import { PoseTrackBuilder, type PoseTrack } from '../../src/pose/pose-track';

type Direction = readonly [x: number, y: number, z: number];

/** Directions (x to the picture's right, y down, z away from the camera) of one body; what is missing hangs or stands. */
export interface PoseSketch {
  readonly leftArm?: readonly [upper: Direction, fore: Direction];
  readonly rightArm?: readonly [upper: Direction, fore: Direction];
  readonly leftLeg?: readonly [thigh: Direction, shank: Direction];
  readonly rightLeg?: readonly [thigh: Direction, shank: Direction];
  /** Sideways place of the hips in metres. */
  readonly sway?: number;
}

const DOWN: Direction = [0, 1, 0];

/** Sketches of a few dance poses. */
export const SKETCHES: Readonly<Record<string, PoseSketch>> = {
  standing: {
    leftArm: [
      [0.15, 1, 0],
      [0.08, 1, -0.1],
    ],
    rightArm: [
      [-0.15, 1, 0],
      [-0.08, 1, -0.1],
    ],
  },
  armsInY: {
    leftArm: [
      [0.6, -0.8, 0],
      [0.5, -0.9, 0],
    ],
    rightArm: [
      [-0.6, -0.8, 0],
      [-0.5, -0.9, 0],
    ],
  },
  discoPoint: {
    leftArm: [
      [0.5, 0.8, 0],
      [-0.7, 0.5, -0.3],
    ],
    rightArm: [
      [-0.75, -0.65, 0],
      [-0.75, -0.65, 0],
    ],
    leftLeg: [
      [0.28, 1, 0],
      [0.1, 1, 0],
    ],
    rightLeg: [
      [-0.28, 1, 0],
      [-0.1, 1, 0],
    ],
    sway: 0.08,
  },
  squat: {
    leftArm: [
      [0.5, 0.5, -0.7],
      [-0.4, 0.1, -0.9],
    ],
    rightArm: [
      [-0.5, 0.5, -0.7],
      [0.4, 0.1, -0.9],
    ],
    leftLeg: [
      [0.55, 0.62, -0.55],
      [0.02, 1, 0.12],
    ],
    rightLeg: [
      [-0.55, 0.62, -0.55],
      [-0.02, 1, 0.12],
    ],
  },
  kneeUp: {
    leftArm: [
      [0.9, 0.2, -0.2],
      [0.15, -1, -0.1],
    ],
    rightArm: [
      [-0.9, 0.2, -0.2],
      [-0.15, -1, -0.1],
    ],
    leftLeg: [
      [0.2, 0.2, -0.95],
      [0.02, 1, 0.1],
    ],
    sway: -0.06,
  },
};

/** Lays a sketch out as a pose, world and image (orthographic from the front, 9/16, a standing body fills 78 %). */
export function drawPose(sketch: PoseSketch): Pose {
  const pose = createPose();
  const joints = new Map<number, Direction>();
  const put = (landmark: number, at: Direction): Direction => {
    joints.set(landmark, at);
    return at;
  };
  for (const side of ['left', 'right'] as const) {
    const sign = side === 'left' ? 1 : -1;
    const shoulder = put(LANDMARK[`${side}Shoulder`], [0.175 * sign, -0.5, 0]);
    const [upper, fore] = sketch[`${side}Arm`] ?? [DOWN, DOWN];
    const elbow = put(LANDMARK[`${side}Elbow`], go(shoulder, upper, 0.28));
    const wrist = put(LANDMARK[`${side}Wrist`], go(elbow, fore, 0.25));
    const knuckles = go(wrist, fore, 0.09);
    put(LANDMARK[`${side}Index`], [knuckles[0], knuckles[1], knuckles[2] - 0.035]);
    put(LANDMARK[`${side}Pinky`], [knuckles[0], knuckles[1], knuckles[2] + 0.035]);
    put(LANDMARK[`${side}Thumb`], go([wrist[0], wrist[1], wrist[2] - 0.045], fore, 0.05));
    const hip = put(LANDMARK[`${side}Hip`], [0.105 * sign, 0, 0]);
    const [thigh, shank] = sketch[`${side}Leg`] ?? [DOWN, DOWN];
    const knee = put(LANDMARK[`${side}Knee`], go(hip, thigh, 0.42));
    const ankle = put(LANDMARK[`${side}Ankle`], go(knee, shank, 0.41));
    put(LANDMARK[`${side}Heel`], [ankle[0], ankle[1] + 0.06, ankle[2] + 0.04]);
    put(LANDMARK[`${side}FootIndex`], [ankle[0] + 0.05 * sign, ankle[1] + 0.07, ankle[2] - 0.15]);
    put(LANDMARK[`${side}Ear`], [0.075 * sign, -0.7, 0.01]);
    put(LANDMARK[`${side}EyeInner`], [0.018 * sign, -0.735, -0.085]);
    put(LANDMARK[`${side}Eye`], [0.032 * sign, -0.735, -0.083]);
    put(LANDMARK[`${side}EyeOuter`], [0.047 * sign, -0.735, -0.075]);
    put(side === 'left' ? LANDMARK.mouthLeft : LANDMARK.mouthRight, [0.024 * sign, -0.655, -0.085]);
  }
  put(LANDMARK.nose, [0, -0.7, -0.11]);
  const scale = 0.78 / 1.72;
  const lowest = Math.max(...[...joints.values()].map(([, y]) => y));
  for (let landmark = 0; landmark < LANDMARK_COUNT; landmark += 1) {
    const at = joints.get(landmark) ?? [0, 0, 0];
    pose.world.set(at, landmark * 3);
    pose.image.set(
      [
        0.5 + ((at[0] + (sketch.sway ?? 0)) * scale) / (9 / 16),
        0.92 + (at[1] - lowest) * scale,
        at[2] * scale,
      ],
      landmark * 3,
    );
    pose.visibility[landmark] = 1;
  }
  return pose;
}

/** A 30 Hz track that goes through the sketches, each held for `secondsEach`. */
export function sketchTrack(sketches: readonly PoseSketch[], secondsEach: number): PoseTrack {
  const builder = new PoseTrackBuilder({ fps: 30, aspect: 9 / 16, source: 'hand-made' });
  const poses = sketches.map(drawPose);
  for (let frame = 0; frame < sketches.length * secondsEach * 30; frame += 1) {
    builder.append(frame / 30, poses[Math.floor(frame / 30 / secondsEach)] ?? null);
  }
  return builder.build();
}

function go([x, y, z]: Direction, direction: Direction, length: number): Direction {
  const size = Math.hypot(...direction);
  return [
    x + (direction[0] / size) * length,
    y + (direction[1] / size) * length,
    z + (direction[2] / size) * length,
  ];
}
