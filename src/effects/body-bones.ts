/** The bones that effects draw along, as places on the stage. */
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import type { Pose } from '../pose/pose';

export interface Bone {
  readonly from: LandmarkName;
  readonly to: LandmarkName;
}

/** Below this a landmark is a guess, and its bone is not drawn. */
const LEAST_VISIBILITY = 0.3;

const bone = (from: LandmarkName, to: LandmarkName): Bone => ({ from, to });

const arm = (side: 'left' | 'right'): readonly Bone[] => [
  bone(`${side}Shoulder`, `${side}Elbow`),
  bone(`${side}Elbow`, `${side}Wrist`),
];

const leg = (side: 'left' | 'right'): readonly Bone[] => [
  bone(`${side}Hip`, `${side}Knee`),
  bone(`${side}Knee`, `${side}Ankle`),
];

/** Left arm, right arm, left leg, right leg: the order of `FrameSignals.limbErrors`. */
export const LIMB_BONES: readonly (readonly Bone[])[] = [
  arm('left'),
  arm('right'),
  leg('left'),
  leg('right'),
];

/** Limbs, trunk and a line from the neck to the nose. */
export const BODY_BONES: readonly Bone[] = [
  ...LIMB_BONES.flat(),
  bone('leftShoulder', 'rightShoulder'),
  bone('leftHip', 'rightHip'),
  bone('leftShoulder', 'leftHip'),
  bone('rightShoulder', 'rightHip'),
  bone('leftEar', 'rightEar'),
  bone('leftWrist', 'leftIndex'),
  bone('rightWrist', 'rightIndex'),
];

/** Both ends in stage coordinates (0..1, y down); null where one of them is not seen. */
export function boneOf(
  pose: Pose,
  from: LandmarkName,
  to: LandmarkName,
): { readonly from: readonly [number, number]; readonly to: readonly [number, number] } | null {
  const [a, b] = [LANDMARK[from], LANDMARK[to]];
  const seen = Math.min(pose.visibility[a] ?? 0, pose.visibility[b] ?? 0);
  if (seen < LEAST_VISIBILITY) return null;
  const place = (index: number): readonly [number, number] => [
    pose.image[index * 3] ?? 0,
    pose.image[index * 3 + 1] ?? 0,
  ];
  return { from: place(a), to: place(b) };
}
