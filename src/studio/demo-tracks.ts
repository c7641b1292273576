/** What the demo dancer dances: a bundled choreography as somebody facing the coach would dance it. */
import { mirrorPoseTrack, type PoseTrack } from '../pose/pose-track';
import type { ChallengeShelf } from './challenge-shelf';

/** The challenge shown on the Create screen, where none was chosen. */
const DEMO_CHALLENGE = 'neon-warmup';

export interface DemoTracks {
  /** In song time. The dancer follows the coach as a mirror does. */
  load(challengeId?: string): Promise<PoseTrack>;
}

export function createDemoTracks(challenges: ChallengeShelf): DemoTracks {
  return {
    async load(challengeId = DEMO_CHALLENGE) {
      const { compiled } = await challenges.load(challengeId);
      return mirrorPoseTrack(compiled.reference);
    },
  };
}
