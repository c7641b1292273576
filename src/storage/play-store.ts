/** The history of plays: small records that outlive their takes. */
import type { PlayRecord } from './records';
import { asStorageError } from './storage-error';
import type { StoreParts } from './take-store';

export interface PlayStore {
  /** Newest first; of one challenge, or of all. */
  list(challengeId?: string): Promise<PlayRecord[]>;
  /** @throws StudioError `storage-*` */
  add(record: PlayRecord): Promise<void>;
  /** Forgets the plays of a challenge that was deleted. @throws StudioError `storage-*` */
  removeOf(challengeId: string): Promise<void>;
}

export function createPlayStore({ database }: Pick<StoreParts, 'database'>): PlayStore {
  const list = async (challengeId?: string): Promise<PlayRecord[]> => {
    const all = await database.getAll('plays');
    return all
      .filter((play) => challengeId === undefined || play.challengeId === challengeId)
      .sort((a, b) => b.playedAt - a.playedAt || (a.id < b.id ? -1 : 1));
  };
  return {
    list,
    async add(record) {
      try {
        await database.put('plays', record);
      } catch (error) {
        throw asStorageError(error);
      }
    },
    async removeOf(challengeId) {
      const plays = await list(challengeId);
      try {
        const removal = database.transaction('plays', 'readwrite');
        await Promise.all([...plays.map(({ id }) => removal.store.delete(id)), removal.done]);
      } catch (error) {
        throw asStorageError(error);
      }
    },
  };
}
