/** Challenges of the person's own: one `.fifteen-challenge` file each, whole as it would be shared. */
import { StudioError } from '../core/errors';
import type { FilePath } from './file-protocol';
import { findFile, folderBytes, removeFolder } from './folders';
import { copyIn } from './media-file';
import type { ChallengeRecord } from './records';
import { asStorageError } from './storage-error';
import type { StoreParts } from './take-store';

export interface ChallengeStore {
  /** Newest first. */
  list(): Promise<ChallengeRecord[]>;
  get(id: string): Promise<ChallengeRecord | undefined>;
  /**
   * Puts a challenge into the library, or its new version in the place of the old one; `bytes` is measured. The old
   * version stays until the new one is written. @throws StudioError `storage-*`
   */
  save(record: ChallengeRecord, file: Blob): Promise<ChallengeRecord>;
  /** @throws StudioError `storage-missing` */
  file(id: string): Promise<File>;
  remove(id: string): Promise<void>;
}

/** Versions are written in turn to two names, so that a killed tab leaves a whole one. */
const FILE_NAMES = ['challenge-0', 'challenge-1'] as const;

export function createChallengeStore({ database, files, root }: StoreParts): ChallengeStore {
  const folder = (id: string): [string, ...string[]] => [root, 'challenges', id];
  const path = (id: string, version: number): FilePath => [
    ...folder(id),
    FILE_NAMES[version % 2 === 0 ? 0 : 1],
  ];

  return {
    async list() {
      const all = await database.getAll('challenges');
      return all.map(withoutVersion).sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
    },
    async get(id) {
      const row = await database.get('challenges', id);
      return row === undefined ? undefined : withoutVersion(row);
    },
    async save(record, file) {
      const before = await database.get('challenges', record.id);
      const version = before === undefined ? 0 : before.version + 1;
      try {
        await copyIn(files, path(record.id, version), file);
        const saved = { ...record, bytes: await folderBytes(folder(record.id)) };
        await database.put('challenges', { ...saved, version });
        return saved;
      } catch (error) {
        if (before === undefined) await removeFolder(folder(record.id));
        throw asStorageError(error);
      }
    },
    async file(id) {
      const row = await database.get('challenges', id);
      const file = row === undefined ? null : await findFile(path(id, row.version));
      if (file === null) throw new StudioError('storage-missing', `The file of challenge ${id} is gone.`);
      return file;
    },
    async remove(id) {
      await database.delete('challenges', id);
      await removeFolder(folder(id));
    },
  };
}

/** A record and which of the two files is its. */
export interface ChallengeRow extends ChallengeRecord {
  readonly version: number;
}

function withoutVersion({ version: _version, ...record }: ChallengeRow): ChallengeRecord {
  return record;
}
