/** Judging a take that lies in the library: an imported clip, or one that was danced before. */
import { StudioError } from '../core/errors';
import { judgeTake } from '../dance/judge';
import type { Verdict } from '../dance/judgement';
import { PoseTrackBuilder, poseAtRow, type PoseTrack } from '../pose/pose-track';
import { decodePoseTrack, encodePoseTrack } from '../pose/pose-track-bytes';
import { TAKE_FILES } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { ChallengeShelf } from './challenge-shelf';
import type { Settings } from './settings';

export interface JudgeStoredParts {
  readonly storage: Storage;
  readonly settings: Settings;
  readonly challenges: ChallengeShelf;
}

export interface JudgeStoredOptions {
  readonly signal?: AbortSignal;
  /** 0..1, while the body is found. */
  readonly onProgress?: (progress: number) => void;
}

/**
 * Finds the body where that was not done yet, judges it, and keeps the verdict with the take.
 * A take without music is taken to begin with the song.
 * @throws StudioError `storage-missing`, `pose-*`, `file-*`, `cancelled`
 */
export async function judgeStoredTake(
  parts: JudgeStoredParts,
  takeId: string,
  challengeId: string,
  options: JudgeStoredOptions = {},
): Promise<Verdict> {
  const take = await parts.storage.takes.get(takeId);
  if (take === undefined) throw new StudioError('storage-missing', `No take ${takeId} in the library.`);
  const { challenge, compiled, song } = await parts.challenges.load(challengeId);
  const poses = await posesOf(parts, takeId, options);
  const songStart = take.music?.songStart ?? 0;
  const verdict = judgeTake({
    reference: compiled.reference,
    moves: compiled.moves,
    mirrored: true,
    seated: challenge.seated,
    player: shiftTrack(poses, songStart),
  });
  const music = take.music ?? { song, songStart: 0 };
  await parts.storage.takes.update(takeId, { verdict, challengeId, music });
  return verdict;
}

async function posesOf(
  parts: JudgeStoredParts,
  takeId: string,
  options: JudgeStoredOptions,
): Promise<PoseTrack> {
  const stored = await parts.storage.takes.readFile(takeId, TAKE_FILES.pose);
  if (stored !== null) return decodePoseTrack(stored);
  const [{ analyseBody }, { createPoseDetector }] = await Promise.all([
    import('../media/analyse-body'),
    import('../pose/detector/detector-client'),
  ]);
  const detector = createPoseDetector({ model: parts.settings.store.getState().poseModel, wantMatte: false });
  try {
    const film = await parts.storage.takes.media(takeId);
    const { pose } = await analyseBody(film, { detector, ...options });
    await parts.storage.takes.writeFile(takeId, TAKE_FILES.pose, encodePoseTrack(pose));
    return pose;
  } finally {
    detector.dispose();
  }
}

/** From seconds of the take to seconds of the song. */
function shiftTrack(track: PoseTrack, seconds: number): PoseTrack {
  if (seconds === 0) return track;
  const builder = new PoseTrackBuilder(track);
  for (let row = 0; row < track.length; row += 1) {
    builder.append((track.times[row] ?? 0) + seconds, poseAtRow(track, row));
  }
  return builder.build();
}
