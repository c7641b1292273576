/** From a file to a smoothed dance: a film through the pose model, or a motion file by the names of its joints. */
import { StudioError } from '../core/errors';
import type { BeatGrid } from '../core/beat-grid';
import { smoothTrack } from '../dance/smooth-track';
import type { Pcm } from '../media/pcm';
import type { PoseTrack } from '../pose/pose-track';
import { SHORTEST_DANCE } from './draft-challenge';
import type { SettingsState } from './settings';

/** Larger motion files are hours of capture. */
const MOST_BVH_BYTES = 80_000_000;
/** Beats that are less certain are not cut at. */
const LEAST_CONFIDENCE = 0.35;

/** How much of the work it is to find the one body in every picture. */
const BODY_SHARE = 0.9;

/** What a dance is made of. */
export interface DanceSource {
  readonly origin: 'video' | 'bvh';
  readonly track: PoseTrack;
  /** The film's sound; null = it has none. */
  readonly sound: Pcm | null;
  /** The sound's beats; null = none were found. */
  readonly beats: BeatGrid | null;
  /** Seconds at which somebody else was in the picture. */
  readonly others: readonly number[];
}

export interface ReadOptions {
  readonly poseModel: SettingsState['poseModel'];
  readonly signal: AbortSignal;
  /** 0..1; null while it cannot be told. */
  readonly onProgress: (progress: number | null) => void;
}

/** Whether a file is motion capture, by its name. */
export function isMotionFile(name: string): boolean {
  return /\.bvh$/i.test(name);
}

/** @throws StudioError `file-*`, `codec-unsupported`, `pose-*`, `webgl-missing`, `cancelled` */
export async function readDanceSource(file: File, options: ReadOptions): Promise<DanceSource> {
  if (file.size === 0) throw new StudioError('file-empty', `${file.name} is empty.`);
  return isMotionFile(file.name) ? readMotion(file, options) : readFilm(file, options);
}

async function readMotion(file: File, { signal, onProgress }: ReadOptions): Promise<DanceSource> {
  if (file.size > MOST_BVH_BYTES)
    throw new StudioError('file-too-large', `${file.name} has ${file.size} bytes of motion.`);
  onProgress(null);
  const { readMotionAside } = await import('../media/read-motion-client');
  const track = smoothTrack(await readMotionAside(file, signal));
  return { origin: 'bvh', track, sound: null, beats: null, others: [] };
}

async function readFilm(file: File, { poseModel, signal, onProgress }: ReadOptions): Promise<DanceSource> {
  onProgress(null);
  const [{ describeMedia }, { analyseBody }, { createPoseDetector }] = await Promise.all([
    import('../media/open-media'),
    import('../media/analyse-body'),
    import('../pose/detector/detector-client'),
  ]);
  const info = await describeMedia(file, signal);
  if (info.duration < SHORTEST_DANCE)
    throw new StudioError('nobody-dances', `${file.name} lasts ${info.duration} s, which is no dance.`);
  const detector = createPoseDetector({ model: poseModel, wantMatte: false });
  try {
    const { pose } = await analyseBody(file, {
      detector,
      signal,
      onProgress: (progress) => onProgress(progress * BODY_SHARE),
    });
    const others = await lookForOthers(file, signal, (progress) =>
      onProgress(BODY_SHARE + progress * (1 - BODY_SHARE)),
    );
    onProgress(null);
    const sound = info.hasSound ? await readSound(file, signal) : null;
    return {
      origin: 'video',
      track: smoothTrack(pose),
      sound,
      beats: sound === null ? null : await findGrid(sound, signal),
      others,
    };
  } finally {
    detector.dispose();
  }
}

/** With the small model: it only counts. */
async function lookForOthers(
  file: File,
  signal: AbortSignal,
  onProgress: (progress: number) => void,
): Promise<readonly number[]> {
  const [{ findOthers }, { createPoseDetector }] = await Promise.all([
    import('../media/find-others'),
    import('../pose/detector/detector-client'),
  ]);
  const detector = createPoseDetector({ model: 'lite', wantMatte: false, people: 2 });
  try {
    return await findOthers(file, { detector, signal, onProgress });
  } finally {
    detector.dispose();
  }
}

/** A film whose sound cannot be decoded still has its dance. */
async function readSound(file: File, signal: AbortSignal): Promise<Pcm | null> {
  const { decodeSound } = await import('../media/decode-sound');
  try {
    return await decodeSound(file, signal);
  } catch (error) {
    if (error instanceof StudioError && error.code === 'audio-undecodable') return null;
    throw error;
  }
}

async function findGrid(sound: Pcm, signal: AbortSignal): Promise<BeatGrid | null> {
  const { findBeatsAside } = await import('../media/beats/find-beats-client');
  const found = await findBeatsAside(sound, signal);
  return found === null || found.confidence < LEAST_CONFIDENCE ? null : found.grid;
}
