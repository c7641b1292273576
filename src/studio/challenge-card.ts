/** What the pickers show of a challenge. */
import type { ChallengeInfo } from '../dance/challenge';
import type { ChallengeCard } from './dance';

/** @param best best score so far, null when never played */
export function cardOf(challenge: ChallengeInfo, best: number | null): ChallengeCard {
  return {
    id: challenge.id,
    seriesId: challenge.seriesId,
    seriesName: challenge.seriesName,
    title: challenge.title,
    level: challenge.level,
    bpm: challenge.beatGrid.bpm,
    duration: challenge.duration,
    best,
    seated: challenge.seated,
  };
}
