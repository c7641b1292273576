/** A pose bent limb by limb in the picture: turned by angles and stretched by factors, with all that hangs on it. */
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import { createPose, type Pose } from '../pose/pose';
import { VECTOR_COUNT } from './limb-vectors';

/** What is done to each limb, in the order of `LIMB_VECTORS`. */
export interface LimbChange {
  /** Radians in the picture, clockwise as seen. */
  readonly turn: (limb: number) => number;
  /** Factor on its length. */
  readonly stretch: (limb: number) => number;
}

type Point = readonly [number, number];

/** Landmarks that go along rigidly with the end of a limb. */
const HAND = ['Wrist', 'Pinky', 'Index', 'Thumb'] as const;
const FOOT = ['Ankle', 'Heel', 'FootIndex'] as const;
/** Rows of `LIMB_VECTORS`. */
const CHAINS = {
  left: { upperArm: 0, forearm: 1, thigh: 4, shank: 5 },
  right: { upperArm: 2, forearm: 3, thigh: 6, shank: 7 },
} as const;
const TRUNK = 8;
const SHOULDERS = 9;
const HEAD = 10;

/** A new pose; image only (the world is copied). Hips stay where they are. */
export function changeLimbs(pose: Pose, aspect: number, change: LimbChange): Pose {
  const changed = createPose();
  changed.image.set(pose.image);
  changed.world.set(pose.world);
  changed.visibility.set(pose.visibility);
  const at = (index: number): Point => [
    (pose.image[index * 3] ?? 0) * aspect,
    pose.image[index * 3 + 1] ?? 0,
  ];
  const named = (name: LandmarkName): Point => at(LANDMARK[name]);
  const put = (index: number, [x, y]: Point): void => {
    changed.image[index * 3] = x / aspect;
    changed.image[index * 3 + 1] = y;
  };
  /** Where `point` goes when its limb, rooted at `from`, is now rooted at `to`. */
  const carry = (limb: number, point: Point, from: Point, to: Point): Point => {
    const angle = limb < VECTOR_COUNT ? change.turn(limb) : 0;
    const factor = limb < VECTOR_COUNT ? change.stretch(limb) : 1;
    const x = (point[0] - from[0]) * factor;
    const y = (point[1] - from[1]) * factor;
    const sine = Math.sin(angle);
    const cosine = Math.cos(angle);
    return [to[0] + x * cosine - y * sine, to[1] + x * sine + y * cosine];
  };
  const hips = middle(named('leftHip'), named('rightHip'));
  const chest = middle(named('leftShoulder'), named('rightShoulder'));
  const newChest = carry(TRUNK, chest, hips, hips);
  for (let index = 0; index <= LANDMARK.mouthRight; index += 1)
    put(index, carry(HEAD, at(index), chest, newChest));
  for (const side of ['left', 'right'] as const) {
    const limbs = CHAINS[side];
    const shoulder = named(`${side}Shoulder`);
    const newShoulder = carry(SHOULDERS, shoulder, chest, newChest);
    const elbow = named(`${side}Elbow`);
    const newElbow = carry(limbs.upperArm, elbow, shoulder, newShoulder);
    put(LANDMARK[`${side}Shoulder`], newShoulder);
    put(LANDMARK[`${side}Elbow`], newElbow);
    for (const part of HAND)
      put(LANDMARK[`${side}${part}`], carry(limbs.forearm, named(`${side}${part}`), elbow, newElbow));
    const hip = named(`${side}Hip`);
    const knee = named(`${side}Knee`);
    const newKnee = carry(limbs.thigh, knee, hip, hip);
    put(LANDMARK[`${side}Knee`], newKnee);
    for (const part of FOOT)
      put(LANDMARK[`${side}${part}`], carry(limbs.shank, named(`${side}${part}`), knee, newKnee));
  }
  return changed;
}

function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
