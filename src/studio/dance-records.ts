/** What is known of dances without dancing: the challenges, the results of takes, and the project of one. */
import { StudioError } from '../core/errors';
import { createProjectFromTake } from '../project/create-project';
import type { Storage } from '../storage/storage';
import { cardOf } from './challenge-card';
import type { ChallengeShelf } from './challenge-shelf';
import type { Dance } from './dance';

export interface DanceRecordsParts {
  readonly storage: Storage;
  readonly challenges: ChallengeShelf;
}

export function createDanceRecords({
  storage,
  challenges,
}: DanceRecordsParts): Pick<Dance, 'listChallenges' | 'resultOf' | 'editTake'> {
  return {
    async listChallenges() {
      const [all, takes] = await Promise.all([challenges.list(), storage.takes.list()]);
      return all.map((challenge) => {
        const scores = takes
          .filter((take) => take.challengeId === challenge.id && take.verdict !== null)
          .map((take) => take.verdict?.score ?? 0);
        return cardOf(challenge, scores.length === 0 ? null : Math.max(...scores));
      });
    },
    async resultOf(takeId) {
      const take = await storage.takes.get(takeId);
      if (take?.verdict == null || take.challengeId === null) return null;
      const { challenge, compiled } = await challenges.load(take.challengeId);
      return {
        verdict: take.verdict,
        challenge: cardOf(challenge, null),
        moveNames: compiled.moves.map(({ name }) => name),
      };
    },
    async editTake(takeId) {
      const take = await storage.takes.get(takeId);
      if (take === undefined) throw new StudioError('storage-missing', `No take ${takeId} in the library.`);
      const project = createProjectFromTake(take, { id: crypto.randomUUID(), now: Date.now() });
      await storage.projects.save(project);
      return project.id;
    },
  };
}
