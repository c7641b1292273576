/** Challenges of one's own as things: brought in, handed on, danced against, deleted. */
import type { StoreApi } from 'zustand/vanilla';
import { LOCALES, type Locale } from '../core/locale';
import { asStudioError, isCancelled } from '../core/errors';
import type { Storage } from '../storage/storage';
import type { ChallengeMaker, ChallengeMakerState } from './challenge-maker';
import type { ChallengeShelf } from './challenge-shelf';
import type { OwnChallenges } from './own-challenges';
import type { Settings } from './settings';
import { challengeWithGhost, importChallenge, nameChallengeFile } from './share-challenge';

/** Until the browser has read the file. */
const DOWNLOAD_MS = 60_000;

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
      const file = await exchange.fileOf(id);
      // Missing in browsers that have no share sheet; many sheets take films and pictures alone.
      const canShare = 'canShare' in navigator && navigator.canShare({ files: [file] });
      if (!canShare) {
        download(file);
        return;
      }
      try {
        await navigator.share({ files: [file], title: file.name });
      } catch (error) {
        // Closing the sheet is an answer, not a failure.
        if (!isCancelled(error)) throw asStudioError(error);
      }
    },
    async download(id) {
      download(await exchange.fileOf(id));
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

function download(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_MS);
}
