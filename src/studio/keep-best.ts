/** Auto-15: finds the best-scored seconds with the most movement of a clip. */
import { StudioError } from '../core/errors';
import { sourceAt } from '../core/pace';
import { addFlicks, toFlicks, toSeconds, type Flicks } from '../core/time';
import type { MoveVerdict } from '../dance/judgement';
import { movementBetween } from '../pose/movement';
import { decodePoseTrack } from '../pose/pose-track-bytes';
import type { PoseTrack } from '../pose/pose-track';
import { bestStretches, partsOf, type Stretch } from '../project/best-moments';
import type { Clip, Project } from '../project/project';
import { TAKE_FILES, type TakeRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import { findBody } from './find-body';
import type { SettingsState } from './settings';

/** Metres a second of hands and feet that count as all-out. */
const FULL_MOVEMENT = 1.5;

/** How much the score counts beside the movement, where a take was judged. */
const SCORE_SHARE = 0.5;

export interface KeepBestOptions {
  /** Times on the timeline, rising; empty without music. */
  readonly beats: readonly Flicks[];
  /** How much is kept at most. */
  readonly seconds: number;
  readonly signal: AbortSignal;
  /** 0..1, while the body is looked for in a take that has no poses yet. */
  readonly onProgress: (progress: number) => void;
}

/**
 * The stretches of the timeline that are worth keeping of a clip.
 * @throws StudioError as `findBody`
 */
export async function findBest(
  parts: { readonly storage: Storage; readonly poseModel: SettingsState['poseModel'] },
  project: Project,
  clip: Clip,
  options: KeepBestOptions,
): Promise<Stretch[]> {
  const takeId = project.sources[clip.sourceId]?.takeId ?? '';
  const take = await parts.storage.takes.get(takeId);
  const track = await posesOf(parts, takeId, options);
  const valueOf = ({ from, to }: Stretch): number => {
    const [start = 0, end = 0] = [sourceTime(clip, from), sourceTime(clip, to)].sort((a, b) => a - b);
    const movement = Math.min(1, movementBetween(track, start, end) / FULL_MOVEMENT);
    const score = take === undefined ? null : scoreBetween(take, start, end);
    return score === null ? movement : movement * (1 - SCORE_SHARE) + score * SCORE_SHARE;
  };
  const whole = { from: clip.start, to: addFlicks(clip.start, clip.duration) };
  return bestStretches(partsOf(whole, options.beats), valueOf, toFlicks(options.seconds));
}

async function posesOf(
  { storage, poseModel }: { readonly storage: Storage; readonly poseModel: SettingsState['poseModel'] },
  takeId: string,
  { signal, onProgress }: KeepBestOptions,
): Promise<PoseTrack> {
  const stored = await storage.takes.readFile(takeId, TAKE_FILES.pose);
  if (stored !== null) return decodePoseTrack(stored);
  await findBody(storage, takeId, { poseModel, wantMatte: false, signal, onProgress });
  const found = await storage.takes.readFile(takeId, TAKE_FILES.pose);
  if (found === null) throw new StudioError('storage-missing', `The poses of take ${takeId} were not kept.`);
  return decodePoseTrack(found);
}

/** Seconds of the take that a clip shows at a time of the film. */
function sourceTime(clip: Clip, time: Flicks): number {
  return sourceAt(clip, toSeconds(time) - toSeconds(clip.start));
}

/** 0..1, by how long each judged move lies in the stretch; null where none does. */
function scoreBetween({ verdict, music }: TakeRecord, from: number, to: number): number | null {
  if (verdict === null) return null;
  const songStart = music?.songStart ?? 0;
  const overlap = ({ start, end }: MoveVerdict): number =>
    Math.max(0, Math.min(to, end - songStart) - Math.max(from, start - songStart));
  const seconds = verdict.moves.reduce((sum, move) => sum + overlap(move), 0);
  if (seconds === 0) return null;
  return verdict.moves.reduce((sum, move) => sum + overlap(move) * (move.score / 100), 0) / seconds;
}
