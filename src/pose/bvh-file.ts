/** A BVH file taken apart: joints, frames of channel values, and where the joints are in each frame. */
import { StudioError } from '../core/errors';

/** Five minutes at 120 frames a second, and more joints than any hand has. */
const MOST_FRAMES = 36_000;
const MOST_JOINTS = 400;

/** One joint of the hierarchy; parents come before their children. */
export interface Joint {
  readonly name: string;
  readonly parent: number;
  readonly offset: Triple;
  /** Channel kinds in the order of the file. */
  readonly channels: readonly string[];
  /** Where its channels begin in a frame. */
  readonly at: number;
}

/** x, y, z. */
export type Triple = readonly [number, number, number];

/** Row-major 3×3. */
type Matrix = readonly number[];

const IDENTITY: Matrix = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export interface BvhFile {
  readonly joints: readonly Joint[];
  readonly frameSeconds: number;
  /** Channel values, in the order of the joints. */
  readonly frames: readonly Float64Array[];
}

/**
 * Reads the text of a file.
 * @throws StudioError `file-corrupt` that says what is missing
 */
export function readBvh(text: string): BvhFile {
  const [header, motion] = split(text);
  const joints = readHierarchy(header);
  return { joints, ...readMotion(motion, joints) };
}

function split(text: string): [string, string] {
  const at = text.indexOf('MOTION');
  if (!/^\s*HIERARCHY/.test(text) || at < 0) refuseBvh('it has no HIERARCHY and MOTION');
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
    if (!Number.isFinite(value)) refuseBvh(`"${words[index] ?? ''}" is no number`);
    return value;
  };
  const flush = (): void => {
    if (pending === null) return;
    joints.push({ ...pending, parent: open.at(-2) ?? -1, at: channelAt });
    channelAt += pending.channels.length;
    pending = null;
    if (joints.length > MOST_JOINTS) refuseBvh(`it has more than ${MOST_JOINTS} joints`);
  };
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index];
    if (word === 'ROOT' || word === 'JOINT' || word === 'End') {
      flush();
      index += 1;
      // A name may be several words ("Bip01 L Thigh").
      const name = [];
      for (; index < words.length && words[index] !== '{'; index += 1) name.push(words[index]);
      index -= 1;
      pending = { name: word === 'End' ? 'End' : name.join(' '), offset: [0, 0, 0], channels: [] };
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
      if (count < 0 || count > 6) refuseBvh(`a joint has ${count} channels`);
      pending.channels = words.slice(index + 2, index + 2 + count);
      index += 1 + count;
    }
  }
  if (joints.length === 0) refuseBvh('it has no joints');
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
    refuseBvh(`its motion must have 1 to ${MOST_FRAMES} frames and a frame time`);
  }
  const numbers = motion
    .slice((head?.index ?? 0) + (head?.[0].length ?? 0))
    .trim()
    .split(/\s+/);
  const width = joints.reduce((sum, { channels }) => sum + channels.length, 0);
  if (numbers.length < width * count)
    refuseBvh(`its motion has ${numbers.length} numbers, not ${width * count}`);
  const frames = Array.from({ length: count }, (_, frame) =>
    Float64Array.from({ length: width }, (__, channel) => {
      const value = Number(numbers[frame * width + channel]);
      if (!Number.isFinite(value))
        refuseBvh(`frame ${frame} holds "${numbers[frame * width + channel] ?? ''}"`);
      return value;
    }),
  );
  return { frameSeconds, frames };
}

/** World places of all joints for one frame of channel values. */
export function placeJoints(joints: readonly Joint[], values: Float64Array): Triple[] {
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

/** @throws StudioError `file-corrupt` */
export function refuseBvh(reason: string): never {
  throw new StudioError('file-corrupt', `Not a BVH capture: ${reason}.`);
}
