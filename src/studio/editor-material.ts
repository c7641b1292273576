/** The parts of the takes that a film is made of, read from storage when they are wanted. */
import { StudioError } from '../core/errors';
import type { FrameMaterial } from '../export/frame-inputs';
import { decodeMatteTrack } from '../media/matte-track-bytes';
import { decodePoseTrack } from '../pose/pose-track-bytes';
import { TAKE_FILES } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { ChallengeShelf } from './challenge-shelf';
import { coachTrackOf } from './coach-of-take';
import type { SongShelf } from './song-shelf';

export interface EditorMaterialParts {
  readonly storage: Storage;
  readonly songs: SongShelf;
  readonly challenges: ChallengeShelf;
  /** The film's loudness. */
  readonly sound: FrameMaterial['sound'];
}

/** Material for frames of projects in the library. What is gone is null; what is damaged counts as gone and can be found anew. */
export function createEditorMaterial({
  storage,
  songs,
  challenges,
  sound,
}: EditorMaterialParts): FrameMaterial {
  const track = async <T>(
    takeId: string,
    name: string,
    decode: (bytes: Uint8Array) => T | Promise<T>,
  ): Promise<T | null> => {
    const bytes = await storage.takes.readFile(takeId, name);
    if (bytes === null) return null;
    try {
      return await decode(bytes);
    } catch {
      return null;
    }
  };
  return {
    async media(takeId) {
      try {
        return await storage.takes.media(takeId);
      } catch (error) {
        if (error instanceof StudioError && error.code === 'storage-missing') return null;
        throw error;
      }
    },
    poseTrack: (takeId) => track(takeId, TAKE_FILES.pose, decodePoseTrack),
    matteTrack: (takeId) => track(takeId, TAKE_FILES.matte, decodeMatteTrack),
    async judged(takeId) {
      const take = await storage.takes.get(takeId);
      const verdict = take?.verdict ?? null;
      return verdict === null ? null : { verdict, songStart: take?.music?.songStart ?? 0 };
    },
    gridOf: (song) => songs.gridOf(song),
    coachTrack: (takeId) => coachTrackOf(storage, challenges, takeId),
    sound,
  };
}
