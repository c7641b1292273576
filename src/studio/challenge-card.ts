/** What the pickers show of a challenge. */
import type { ChallengeInfo } from '../dance/challenge';
import type { ChallengeCard, SeriesLock } from './dance';

/** What is known of a challenge besides itself. */
export interface CardFacts {
  /** Best score so far, null when never played, and its stars. */
  readonly best: number | null;
  readonly stars: number;
  readonly lock: SeriesLock | null;
}

/** Of a challenge that is on the floor: open, and nothing else matters. */
export const ON_THE_FLOOR: CardFacts = { best: null, stars: 0, lock: null };

export function cardOf(challenge: ChallengeInfo, facts: CardFacts): ChallengeCard {
  return {
    id: challenge.id,
    seriesId: challenge.seriesId,
    seriesName: challenge.seriesName,
    title: challenge.title,
    level: challenge.level,
    bpm: challenge.beatGrid.bpm,
    duration: challenge.duration,
    seated: challenge.seated,
    rival: challenge.rival ?? null,
    ...facts,
  };
}
