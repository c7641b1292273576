/** The interchange format of pose tracks, version 1: what the command-line tools read and other programs may write. */
import { StudioError } from '../core/errors';
import { LANDMARK_COUNT } from './landmarks';
import { createPose } from './pose';
import { poseAtRow, PoseTrackBuilder, type PoseTrack } from './pose-track';

/** An hour at 60 frames a second: more is no dance. */
const MOST_FRAMES = 216_000;
const DEFAULT_ASPECT = 9 / 16;
/** Person's height in the picture when only world landmarks are given: metres to fractions of the picture's height. */
const ORTHOGRAPHIC_SCALE = 0.4;

/**
 * Reads a track. `image` may be missing (motion capture): then `world` is projected orthographically from the front.
 * @throws StudioError `file-corrupt` that says which frame and what is wrong with it
 */
export function parsePoseTrackJson(text: string): PoseTrack {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new StudioError('file-corrupt', 'The pose track is no JSON.', { cause: error });
  }
  const root = asRecord(json, 'the file');
  if (root['format'] !== 'fifteen.pose-track') refuse('"format" must be "fifteen.pose-track"');
  if (root['version'] !== 1) refuse(`"version" must be 1, got ${String(root['version'])}`);
  const frames = root['frames'];
  if (!Array.isArray(frames) || frames.length > MOST_FRAMES)
    refuse(`"frames" must be a list of at most ${MOST_FRAMES}`);
  const fps = positive(root['fps'], 'fps');
  const aspect = root['aspect'] === undefined ? DEFAULT_ASPECT : positive(root['aspect'], 'aspect');
  const builder = new PoseTrackBuilder({ fps, aspect, source: sourceOf(root['source']) });
  (frames as unknown[]).forEach((frame, index) => readFrame(builder, frame, index, aspect));
  return builder.build();
}

/** Writes a track; numbers are rounded to a ten-thousandth (0.1 mm, less than a pixel). */
export function formatPoseTrackJson(track: PoseTrack): string {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  const frames = Array.from({ length: track.length }, (_, row) => {
    const t = Math.round((track.times[row] ?? 0) * 1e6) / 1e6;
    const pose = poseAtRow(track, row);
    if (pose === null) return { t, image: null, world: null, visibility: null };
    return {
      t,
      image: Array.from(pose.image, round),
      world: Array.from(pose.world, round),
      visibility: Array.from(pose.visibility, round),
    };
  });
  const { fps, aspect, source } = track;
  return JSON.stringify({ format: 'fifteen.pose-track', version: 1, fps, aspect, source, frames });
}

function readFrame(builder: PoseTrackBuilder, frame: unknown, index: number, aspect: number): void {
  const where = `frame ${index}`;
  const fields = asRecord(frame, where);
  const time = fields['t'];
  if (typeof time !== 'number' || !Number.isFinite(time))
    refuse(`${where}: "t" must be a finite number of seconds`);
  if (fields['world'] === null || fields['world'] === undefined) {
    if (!builder.append(time, null)) refuse(`${where}: times must rise`);
    return;
  }
  const pose = createPose();
  fill(pose.world, fields['world'], `${where}: "world"`);
  if (fields['visibility'] == null) pose.visibility.fill(1);
  else fill(pose.visibility, fields['visibility'], `${where}: "visibility"`);
  if (fields['image'] == null) projectFromFront(pose.world, pose.image, aspect);
  else fill(pose.image, fields['image'], `${where}: "image"`);
  if (!builder.append(time, pose)) refuse(`${where}: times must rise`);
}

/** World metres to a picture seen from the front, hips in its middle, without perspective. */
export function projectFromFront(world: Float32Array, image: Float32Array, aspect: number): void {
  for (let index = 0; index < LANDMARK_COUNT; index += 1) {
    image[index * 3] = 0.5 + ((world[index * 3] ?? 0) * ORTHOGRAPHIC_SCALE) / aspect;
    image[index * 3 + 1] = 0.5 + (world[index * 3 + 1] ?? 0) * ORTHOGRAPHIC_SCALE;
    image[index * 3 + 2] = ((world[index * 3 + 2] ?? 0) * ORTHOGRAPHIC_SCALE) / aspect;
  }
}

/** Takes flat numbers, or triples, of exactly the right count. */
function fill(target: Float32Array, value: unknown, where: string): void {
  const numbers: unknown[] = Array.isArray(value) ? value.flat() : [];
  if (numbers.length !== target.length)
    refuse(`${where} must hold ${target.length} numbers, got ${numbers.length}`);
  numbers.forEach((number, index) => {
    if (typeof number !== 'number' || !Number.isFinite(number))
      refuse(`${where}[${index}] must be a finite number`);
    target[index] = number;
  });
}

/** Where a track says that it comes from; a name that is no text is no name. */
function sourceOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}

function asRecord(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse(`${where} must be an object`);
  return value as Record<string, unknown>;
}

function positive(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0)
    refuse(`"${name}" must be a number above 0`);
  return value;
}

function refuse(reason: string): never {
  throw new StudioError('file-corrupt', `Not a pose track: ${reason}.`);
}
