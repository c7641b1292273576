/** What the coach danced while a take was made. */
import { StudioError } from '../core/errors';
import type { PoseTrack } from '../pose/pose-track';
import type { Storage } from '../storage/storage';
import type { ChallengeShelf } from './challenge-shelf';

/** In song time; null for a take that belongs to no challenge, or whose challenge is gone. */
export async function coachTrackOf(
  storage: Storage,
  challenges: ChallengeShelf,
  takeId: string,
): Promise<PoseTrack | null> {
  const challengeId = (await storage.takes.get(takeId))?.challengeId ?? null;
  if (challengeId === null) return null;
  try {
    return (await challenges.load(challengeId)).compiled.reference;
  } catch (error) {
    // A challenge that was deleted takes only its ghost along.
    if (error instanceof StudioError && error.code === 'storage-missing') return null;
    throw error;
  }
}
