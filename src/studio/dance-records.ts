/** What is known of dances without dancing: the challenges, the results of takes, and the project of one. */
import { StudioError } from '../core/errors';
import type { LocalizedText } from '../core/locale';
import type { ChallengeInfo } from '../dance/challenge';
import { SCORE_VERSION } from '../dance/judge';
import { SERIES_ORDER, seriesProgress } from '../dance/series-progress';
import { createEffectInstance } from '../effects/registry';
import { createProjectFromTake } from '../project/create-project';
import { addScoreStickers } from '../project/score-stickers';
import type { PlayRecord, TakeRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import { cardOf } from './challenge-card';
import type { ChallengeShelf } from './challenge-shelf';
import type { ChallengeCard, Dance } from './dance';
import { openReplay } from './replay';

/** What answers the score in the film of a dance, until the person takes it off. */
const SCORE_EFFECTS = ['limb-spark', 'combo-glow'] as const;

export interface DanceRecordsParts {
  readonly storage: Storage;
  readonly challenges: ChallengeShelf;
}

export function createDanceRecords({
  storage,
  challenges,
}: DanceRecordsParts): Pick<Dance, 'listChallenges' | 'resultOf' | 'editTake' | 'openReplay'> {
  /** Every play that counts, and every judged take (a clip that was judged afterwards is no play). */
  const results = async (): Promise<BestPlay[]> => {
    const [plays, takes] = await Promise.all([storage.plays.list(), storage.takes.list()]);
    return [...plays.flatMap(bestOfPlay), ...takes.flatMap(bestOfTake)];
  };

  const takeOf = async (takeId: string): Promise<TakeRecord> => {
    const take = await storage.takes.get(takeId);
    if (take === undefined) throw new StudioError('storage-missing', `No take ${takeId} in the library.`);
    return take;
  };

  return {
    async listChallenges() {
      const [all, done] = await Promise.all([challenges.list(), results()]);
      return cardsOf(all, done);
    },
    async resultOf(takeId) {
      const take = await storage.takes.get(takeId);
      if (take?.verdict == null || take.challengeId === null) return null;
      const [{ challenge, compiled }, all, done, plays] = await Promise.all([
        challenges.load(take.challengeId),
        challenges.list(),
        results(),
        storage.plays.list(take.challengeId),
      ]);
      const card = cardsOf(all, done).find(({ id }) => id === challenge.id);
      const { verdict } = take;
      return {
        verdict,
        challenge: card ?? cardOf(challenge, { best: null, stars: 0, lock: null }),
        moveNames: compiled.moves.map(({ name }) => name),
        history: plays
          .filter(({ kind, scoreVersion }) => kind === 'play' && scoreVersion === verdict.scoreVersion)
          .map(({ playedAt, score, player }) => ({ playedAt, score, player }))
          .reverse(),
        opened: openedBy(takeId, all, done),
      };
    },
    async openReplay(takeId, canvas) {
      const take = await takeOf(takeId);
      if (take.challengeId === null)
        throw new StudioError('storage-missing', `Take ${takeId} was not danced to a challenge.`);
      return openReplay(take, await challenges.load(take.challengeId), canvas);
    },
    async editTake(takeId, words) {
      const take = await takeOf(takeId);
      const project = createProjectFromTake(take, {
        id: crypto.randomUUID(),
        now: Date.now(),
        stack:
          take.verdict === null
            ? []
            : SCORE_EFFECTS.map((effectId, index) => createEffectInstance(effectId, `score-${index}`, index)),
      });
      const film = take.verdict === null ? project : addScoreStickers(project, take, words);
      await storage.projects.save(film);
      return film.id;
    },
  };
}

interface BestPlay {
  readonly challengeId: string;
  readonly takeId: string | null;
  readonly score: number;
  readonly stars: number;
}

function bestOfPlay({ challengeId, takeId, kind, scoreVersion, score, stars }: PlayRecord): BestPlay[] {
  return kind === 'play' && scoreVersion === SCORE_VERSION ? [{ challengeId, takeId, score, stars }] : [];
}

function bestOfTake({ id, challengeId, verdict }: TakeRecord): BestPlay[] {
  if (challengeId === null || verdict?.scoreVersion !== SCORE_VERSION) return [];
  return [{ challengeId, takeId: id, score: verdict.score, stars: verdict.stars }];
}

/** The cards in the order of their series, easiest first, own challenges last. */
function cardsOf(all: readonly ChallengeInfo[], done: readonly BestPlay[]): ChallengeCard[] {
  const starsOf = (id: string): number => bestOf(done, id)?.stars ?? 0;
  const nameOf = new Map(all.map(({ seriesId, seriesName }) => [seriesId, seriesName]));
  const locks = new Map(
    seriesProgress(all, starsOf).map(({ seriesId, missing, opensAfter }) => {
      const seriesName = opensAfter === null ? undefined : nameOf.get(opensAfter);
      return [seriesId, seriesName === undefined ? null : { missing, seriesName }] as const;
    }),
  );
  return all
    .map((challenge) =>
      cardOf(challenge, {
        best: bestOf(done, challenge.id)?.score ?? null,
        stars: starsOf(challenge.id),
        lock: locks.get(challenge.seriesId) ?? null,
      }),
    )
    .sort((a, b) => placeOf(a) - placeOf(b) || a.level - b.level || (a.id < b.id ? -1 : 1));
}

function placeOf({ seriesId }: { readonly seriesId: string }): number {
  const place = (SERIES_ORDER as readonly string[]).indexOf(seriesId);
  return place === -1 ? SERIES_ORDER.length : place;
}

function bestOf(done: readonly BestPlay[], challengeId: string): BestPlay | null {
  return done
    .filter((play) => play.challengeId === challengeId)
    .reduce<BestPlay | null>((best, play) => (best === null || play.score > best.score ? play : best), null);
}

/** Series that are open with this take and would not be without it. */
function openedBy(takeId: string, all: readonly ChallengeInfo[], done: readonly BestPlay[]): LocalizedText[] {
  const open = (plays: readonly BestPlay[]): Set<string> =>
    new Set(
      seriesProgress(all, (id) => bestOf(plays, id)?.stars ?? 0)
        .filter(({ isOpen }) => isOpen)
        .map(({ seriesId }) => seriesId),
    );
  const before = open(done.filter((play) => play.takeId !== takeId));
  return [...open(done)]
    .filter((seriesId) => !before.has(seriesId))
    .flatMap((seriesId) => all.find((challenge) => challenge.seriesId === seriesId)?.seriesName ?? []);
}
