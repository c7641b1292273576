/** Motion capture in BVH (Biovision hierarchy) as a pose track: found by the joints' names, turned to face the camera. */
import { StudioError } from '../core/errors';
import { LANDMARK, type LandmarkName } from './landmarks';
import { createPose } from './pose';
import { projectFromFront } from './pose-track-json';
import { PoseTrackBuilder, type PoseTrack } from './pose-track';

/** Five minutes at 120 frames a second, and more joints than any hand has. */
const MOST_FRAMES = 36_000;
const MOST_JOINTS = 400;
const ASPECT = 9 / 16;
/** Captures come at up to 120 a second; the judge needs no more than this. */
const MOST_FPS = 60;
/** Hip to ankle of a dancer of 1.70 m, metres: captures come in inches, centimetres or nothing in particular. */
const LEG_METRES = 0.83;

/**
 * Reads a capture. World landmarks in metres of a body of 1.70 m; what the skeleton lacks has visibility 0.
 * @throws StudioError `file-corrupt` that says what is missing
 */
export function poseTrackFromBvh(text: string): PoseTrack {
  const [header, motion] = split(text);
  const joints = readHierarchy(header);
  const { frameSeconds, frames } = readMotion(motion, joints);
  const names = nameLandmarks(joints);
  const first = placeJoints(joints, frames[0] ?? new Float64Array());
  const frame = bodyFrame(joints, names, frames);
  const scale = LEG_METRES / Math.max(1e-6, legLength(first, names));
  const stride = Math.max(1, Math.round(1 / frameSeconds / MOST_FPS));
  const builder = new PoseTrackBuilder({ fps: 1 / (frameSeconds * stride), aspect: ASPECT, source: 'bvh' });
  for (let index = 0; index < frames.length; index += stride) {
    const places = placeJoints(joints, frames[index] ?? new Float64Array());
    builder.append(index * frameSeconds, poseOf(places, names, frame, scale));
  }
  return builder.build();
}

interface Joint {
  readonly name: string;
  readonly parent: number;
  readonly offset: Triple;
  /** Channel kinds in the order of the file. */
  readonly channels: readonly string[];
  /** Where its channels begin in a frame. */
  readonly at: number;
}

type Triple = readonly [number, number, number];
/** Row-major 3×3. */
type Matrix = readonly number[];

const IDENTITY: Matrix = [1, 0, 0, 0, 1, 0, 0, 0, 1];

function split(text: string): [string, string] {
  const at = text.indexOf('MOTION');
  if (!/^\s*HIERARCHY/.test(text) || at < 0) refuse('it has no HIERARCHY and MOTION');
  return [text.slice(0, at), text.slice(at + 'MOTION'.length)];
}

function readHierarchy(header: string): Joint[] {
  const words = header.trim().split(/\s+/);
  const joints: Joint[] = [];
  const open: number[] = [];
  let pending: { name: string; offset: Triple; channels: string[] } | null = null;
  let channelAt = 0;
  const number = (index: number): number => {
    const value = Number(words[index]);
    if (!Number.isFinite(value)) refuse(`"${words[index] ?? ''}" is no number`);
    return value;
  };
  const flush = (): void => {
    if (pending === null) return;
    joints.push({ ...pending, parent: open.at(-2) ?? -1, at: channelAt });
    channelAt += pending.channels.length;
    pending = null;
    if (joints.length > MOST_JOINTS) refuse(`it has more than ${MOST_JOINTS} joints`);
  };
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index];
    if (word === 'ROOT' || word === 'JOINT' || word === 'End') {
      flush();
      index += 1;
      const name = word === 'End' ? 'End' : (words[index] ?? '');
      pending = { name, offset: [0, 0, 0], channels: [] };
    } else if (word === '{') {
      open.push(joints.length);
    } else if (word === '}') {
      flush();
      open.pop();
    } else if (word === 'OFFSET' && pending !== null) {
      pending.offset = [number(index + 1), number(index + 2), number(index + 3)];
      index += 3;
    } else if (word === 'CHANNELS' && pending !== null) {
      const count = number(index + 1);
      if (count < 0 || count > 6) refuse(`a joint has ${count} channels`);
      pending.channels = words.slice(index + 2, index + 2 + count);
      index += 1 + count;
    }
  }
  if (joints.length === 0) refuse('it has no joints');
  return joints;
}

function readMotion(
  motion: string,
  joints: readonly Joint[],
): { frameSeconds: number; frames: Float64Array[] } {
  const head = /Frames:\s*(\d+)\s+Frame Time:\s*([\d.eE+-]+)/.exec(motion);
  const count = Number(head?.[1]);
  const frameSeconds = Number(head?.[2]);
  if (head === null || !(frameSeconds > 0) || count < 1 || count > MOST_FRAMES) {
    refuse(`its motion must have 1 to ${MOST_FRAMES} frames and a frame time`);
  }
  const numbers = motion
    .slice((head?.index ?? 0) + (head?.[0].length ?? 0))
    .trim()
    .split(/\s+/);
  const width = joints.reduce((sum, { channels }) => sum + channels.length, 0);
  if (numbers.length < width * count)
    refuse(`its motion has ${numbers.length} numbers, not ${width * count}`);
  const frames = Array.from({ length: count }, (_, frame) =>
    Float64Array.from({ length: width }, (__, channel) => {
      const value = Number(numbers[frame * width + channel]);
      if (!Number.isFinite(value)) refuse(`frame ${frame} holds "${numbers[frame * width + channel] ?? ''}"`);
      return value;
    }),
  );
  return { frameSeconds, frames };
}

/** World places of all joints for one frame of channel values. */
function placeJoints(joints: readonly Joint[], values: Float64Array): Triple[] {
  const rotations: Matrix[] = [];
  const places: Triple[] = [];
  joints.forEach((joint, index) => {
    const parentPlace = places[joint.parent] ?? ([0, 0, 0] as const);
    const parentRotation = rotations[joint.parent] ?? IDENTITY;
    let offset = joint.offset;
    let own = IDENTITY;
    const moved: [number, number, number] = [0, 0, 0];
    let hasPosition = false;
    joint.channels.forEach((channel, order) => {
      const value = values[joint.at + order] ?? 0;
      const axis = 'XYZ'.indexOf(channel.charAt(0).toUpperCase());
      if (channel.endsWith('position')) {
        moved[axis as 0 | 1 | 2] = value;
        hasPosition = true;
      } else own = multiply(own, rotation(axis, (value * Math.PI) / 180));
    });
    if (hasPosition) offset = moved;
    const [x, y, z] = apply(parentRotation, offset);
    places[index] = [parentPlace[0] + x, parentPlace[1] + y, parentPlace[2] + z];
    rotations[index] = multiply(parentRotation, own);
  });
  return places;
}

/** Names of one joint in the usual skeletons (Mixamo, Rokoko, CMU, Biped), first match wins. */
const NAMES: readonly (readonly [LandmarkName, readonly string[]])[] = (['left', 'right'] as const).flatMap(
  (side) => {
    const Side = side === 'left' ? 'Left' : 'Right';
    const s = side === 'left' ? 'L' : 'R';
    return [
      [`${side}Shoulder`, [`${Side}Arm`, `${Side}UpArm`, `${s.toLowerCase()}Shldr`, `${Side}Shoulder`]],
      [`${side}Elbow`, [`${Side}ForeArm`, `${Side}LowArm`, `${s.toLowerCase()}ForeArm`, `${Side}Elbow`]],
      [`${side}Wrist`, [`${Side}Hand`, `${s.toLowerCase()}Hand`, `${Side}Wrist`]],
      [`${side}Index`, [`${Side}HandEnd`, `${Side}HandIndex1`, `${s}Fingers`]],
      [`${side}Hip`, [`${Side}UpLeg`, `${s.toLowerCase()}Thigh`, `${Side}Hip`]],
      [`${side}Knee`, [`${Side}Leg`, `${Side}LowLeg`, `${s.toLowerCase()}Shin`, `${Side}Knee`]],
      [`${side}Ankle`, [`${Side}Foot`, `${s.toLowerCase()}Foot`, `${Side}Ankle`]],
      [`${side}FootIndex`, [`${Side}ToeBase`, `${Side}Toe`]],
    ] as const;
  },
);

type JointOf = Partial<Record<LandmarkName, number>> & { head?: number };

const REQUIRED: readonly LandmarkName[] = [
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
];

function nameLandmarks(joints: readonly Joint[]): JointOf {
  // "mixamorig:LeftArm" and "LeftArm" are one name.
  const indices = new Map(joints.map(({ name }, index) => [name.replace(/^.*:/, '').toLowerCase(), index]));
  const found: JointOf = {};
  for (const [landmark, names] of NAMES) {
    const index = names.map((name) => indices.get(name.toLowerCase())).find((value) => value !== undefined);
    if (index !== undefined) found[landmark] = index;
  }
  const head = indices.get('head') ?? indices.get('neck');
  if (head !== undefined) found.head = head;
  const missing = REQUIRED.filter((name) => found[name] === undefined);
  if (missing.length > 0) refuse(`no joints were found for ${missing.join(', ')}`);
  return found;
}

/** Right, up and towards the camera, as unit vectors of the file's space. */
interface BodyFrame {
  readonly left: Triple;
  readonly up: Triple;
  readonly front: Triple;
}

/** Up is the axis along which heads are above ankles; the front is where the body looks in its first half second. */
function bodyFrame(joints: readonly Joint[], names: JointOf, frames: readonly Float64Array[]): BodyFrame {
  let rise: Triple = [0, 0, 0];
  const steps = Math.max(1, Math.floor(frames.length / 30));
  for (let index = 0; index < frames.length; index += steps) {
    const places = placeJoints(joints, frames[index] ?? new Float64Array());
    const feet = middle(at(places, names.leftAnkle), at(places, names.rightAnkle));
    rise = plus(rise, minus(middle(at(places, names.leftShoulder), at(places, names.rightShoulder)), feet));
  }
  const strongest = [0, 1, 2].sort((a, b) => Math.abs(rise[b] ?? 0) - Math.abs(rise[a] ?? 0))[0] ?? 1;
  const up = [0, 1, 2].map((axis) =>
    axis === strongest ? Math.sign(rise[axis] ?? 1) : 0,
  ) as unknown as Triple;
  let across: Triple = [0, 0, 0];
  for (const values of frames.slice(0, 15)) {
    const places = placeJoints(joints, values);
    across = plus(across, minus(at(places, names.leftHip), at(places, names.rightHip)));
    across = plus(across, minus(at(places, names.leftShoulder), at(places, names.rightShoulder)));
  }
  const left = unit(minus(across, times(up, dotOf(across, up))));
  return { left, up, front: crossOf(left, up) };
}

function poseOf(places: readonly Triple[], names: JointOf, frame: BodyFrame, scale: number) {
  const hips = middle(at(places, names.leftHip), at(places, names.rightHip));
  const pose = createPose();
  const put = (landmark: LandmarkName, place: Triple): void => {
    const from = minus(place, hips);
    const index = LANDMARK[landmark];
    // The dancer's left is the picture's right; y goes down; z goes away from the camera.
    pose.world.set(
      [dotOf(from, frame.left) * scale, -dotOf(from, frame.up) * scale, -dotOf(from, frame.front) * scale],
      index * 3,
    );
    pose.visibility[index] = 1;
  };
  for (const [landmark] of NAMES) {
    const joint = names[landmark];
    if (joint !== undefined) put(landmark, at(places, joint));
  }
  if (names.head !== undefined) {
    // A skeleton has no ears; the head's joint lies between them, and that is all the judge reads of them.
    put('leftEar', at(places, names.head));
    put('rightEar', at(places, names.head));
  }
  projectFromFront(pose.world, pose.image, ASPECT);
  return pose;
}

function legLength(places: readonly Triple[], names: JointOf): number {
  const knee = at(places, names.leftKnee);
  return length(minus(knee, at(places, names.leftHip))) + length(minus(at(places, names.leftAnkle), knee));
}

function at(places: readonly Triple[], joint: number | undefined): Triple {
  return places[joint ?? 0] ?? [0, 0, 0];
}

function rotation(axis: number, angle: number): Matrix {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  if (axis === 0) return [1, 0, 0, 0, c, -s, 0, s, c];
  if (axis === 1) return [c, 0, s, 0, 1, 0, -s, 0, c];
  return [c, -s, 0, s, c, 0, 0, 0, 1];
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [0, 3, 6].flatMap((row) =>
    [0, 1, 2].map(
      (column) =>
        (a[row] ?? 0) * (b[column] ?? 0) +
        (a[row + 1] ?? 0) * (b[column + 3] ?? 0) +
        (a[row + 2] ?? 0) * (b[column + 6] ?? 0),
    ),
  );
}

function apply(m: Matrix, [x, y, z]: Triple): Triple {
  return [0, 3, 6].map(
    (row) => (m[row] ?? 0) * x + (m[row + 1] ?? 0) * y + (m[row + 2] ?? 0) * z,
  ) as unknown as Triple;
}

const plus = (a: Triple, b: Triple): Triple => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const minus = (a: Triple, b: Triple): Triple => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const times = (a: Triple, factor: number): Triple => [a[0] * factor, a[1] * factor, a[2] * factor];
const middle = (a: Triple, b: Triple): Triple => times(plus(a, b), 0.5);
const dotOf = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const length = (a: Triple): number => Math.hypot(...a);
const unit = (a: Triple): Triple => times(a, 1 / Math.max(1e-9, length(a)));
const crossOf = (a: Triple, b: Triple): Triple => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function refuse(reason: string): never {
  throw new StudioError('file-corrupt', `Not a BVH capture: ${reason}.`);
}
