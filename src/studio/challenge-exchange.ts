/** Challenges of one's own as things: brought in, handed on, danced against, deleted. */
import type { StoreApi } from 'zustand/vanilla';
import { LOCALES, type Locale } from '../core/locale';
import type { Storage } from '../storage/storage';
import type { ChallengeMaker, ChallengeMakerState } from './challenge-maker';
import type { ChallengeShelf } from './challenge-shelf';
import { downloadFile, handOutFile } from './hand-out-file';
import type { OwnChallenges } from './own-challenges';
import type { Settings } from './settings';
import { challengeWithGhost, importChallenge, nameChallengeFile } from './share-challenge';

export interface ExchangeParts {
  readonly storage: Storage;
  readonly settings: Settings;
  readonly challenges: ChallengeShelf;
  readonly own: OwnChallenges;
}

type Exchange = Pick<
  ChallengeMaker,
  'refresh' | 'importFile' | 'fileOf' | 'share' | 'download' | 'beatMe' | 'remove' | 'undoRemove'
>;

export function createExchange(parts: ExchangeParts, store: StoreApi<ChallengeMakerState>): Exchange {
  const { storage, settings, own } = parts;
  const exchange: Exchange = {
    async refresh() {
      const challenges = await own.records();
      store.setState({ challenges, deleted: own.deleted });
    },
    async importFile(file) {
      const record = await own.save(await importChallenge(file), 'import');
      await exchange.refresh();
      return record;
    },
    async fileOf(id) {
      const file = await storage.challenges.file(id);
      const record = await storage.challenges.get(id);
      return new File([file], nameChallengeFile(record?.name ?? id), { type: 'application/octet-stream' });
    },
    async share(id) {
      await handOutFile(await exchange.fileOf(id));
    },
    async download(id) {
      downloadFile(await exchange.fileOf(id));
    },
    async beatMe(takeId, name) {
      const challenge = await challengeWithGhost(parts, takeId, {
        maker: name,
        locale: settings.store.getState().locale ?? shownLocale(),
      });
      await own.save(challenge, 'take');
      await exchange.refresh();
      return challenge.id;
    },
    async remove(id) {
      await own.remove(id);
      await exchange.refresh();
    },
    async undoRemove() {
      await own.undoRemove();
      await exchange.refresh();
    },
  };
  return exchange;
}

/** The language that the page speaks where the person chose none. */
function shownLocale(): Locale {
  return LOCALES.find((locale) => locale === document.documentElement.lang) ?? 'en';
}
