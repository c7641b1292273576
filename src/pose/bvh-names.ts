/** Which joint of a capture is which landmark: skeletons agree on bones, not on names. */
import { StudioError } from '../core/errors';
import type { Joint } from './bvh-file';
import { LANDMARK_NAMES, type LandmarkName } from './landmarks';

/** Index of the joint of each landmark that the skeleton has. */
export type JointOf = Partial<Record<LandmarkName, number>> & { head?: number };

/**
 * What the joint at each landmark is called, best first, without side, case, digits and marks. Mixamo and CMU by
 * cgspeed (`LeftArm`), CMU's own (`lhumerus`), Rokoko (`LeftThigh`), OptiTrack (`LUArm`), Biped (`Bip01 L Calf`),
 * SMPL (`L_Elbow`), Unreal (`upperarm_l`), Poser (`lShldr`).
 */
const PARTS = {
  Shoulder: ['arm', 'uparm', 'upperarm', 'uarm', 'shldr', 'humerus', 'shoulder'],
  Elbow: ['forearm', 'lowarm', 'lowerarm', 'farm', 'elbow', 'radius'],
  Wrist: ['wrist', 'hand'],
  Index: ['handend', 'handindex', 'index', 'handmiddle', 'fingers', 'finger', 'hand'],
  Hip: ['upleg', 'upperleg', 'thigh', 'femur', 'hip'],
  Knee: ['leg', 'lowleg', 'lowerleg', 'shin', 'calf', 'knee', 'tibia'],
  Ankle: ['ankle', 'foot'],
  FootIndex: ['toebase', 'toes', 'toe', 'ball', 'foot'],
} as const;

/** Names of the character that stand before the joint's own. */
const PREFIXES = /^(?:.*:|bip\d*[ _]|j_bip_|def[-_.])/i;

/**
 * Finds the landmarks.
 * @throws StudioError `motion-unknown` that names the joints that were not found
 */
export function nameLandmarks(joints: readonly Joint[]): JointOf {
  const indices = new Map<string, number>();
  joints.forEach(({ name }, index) => {
    const plain = name
      .replace(PREFIXES, '')
      .toLowerCase()
      .replace(/[^a-z]/g, '');
    if (!indices.has(plain)) indices.set(plain, index);
  });
  const found: JointOf = {};
  const used = new Set<number>();
  for (const side of ['left', 'right'] as const) {
    const letter = side.charAt(0);
    for (const [part, names] of Object.entries(PARTS) as [keyof typeof PARTS, readonly string[]][]) {
      const index = names
        .flatMap((name) => [side + name, letter + name, name + side, name + letter])
        .map((name) => indices.get(name))
        .find((value) => value !== undefined && !used.has(value));
      if (index === undefined) continue;
      used.add(index);
      found[`${side}${part}`] = index;
    }
  }
  const head = indices.get('head') ?? indices.get('neck');
  if (head !== undefined) found.head = head;
  const missing = LANDMARK_NAMES.filter((name) => REQUIRED.test(name) && found[name] === undefined);
  if (missing.length > 0) {
    const joints = missing.join(', ');
    throw new StudioError('motion-unknown', `No joints were found for ${joints}.`, { values: { joints } });
  }
  return found;
}

const REQUIRED = /^(?:left|right)(?:Shoulder|Elbow|Wrist|Hip|Knee|Ankle)$/;
