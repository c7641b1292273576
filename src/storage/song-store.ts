/** Songs of the person's own, and voices recorded over films. */
import { StudioError } from '../core/errors';
import type { FilePath } from './file-protocol';
import { findFile, folderBytes, removeFolder } from './folders';
import { copyIn, type CopyOptions } from './media-file';
import type { SongRecord } from './records';
import { asStorageError } from './storage-error';
import type { StoreParts } from './take-store';

export interface SongStore {
  /** Songs to choose from, newest first; recorded voices are not among them. */
  list(): Promise<SongRecord[]>;
  /** Voices that were recorded over films. */
  listVoices(): Promise<SongRecord[]>;
  get(id: string): Promise<SongRecord | undefined>;
  /** Copies a file in, piece by piece. Nothing is left behind when it fails. @throws StudioError `storage-*`, `cancelled` */
  importFile(record: SongRecord, blob: Blob, options?: CopyOptions): Promise<SongRecord>;
  /** @throws StudioError `storage-missing` */
  file(id: string): Promise<File>;
  update(id: string, patch: Partial<Omit<SongRecord, 'id'>>): Promise<SongRecord>;
  remove(id: string): Promise<void>;
}

export function createSongStore({ database, files, root }: StoreParts): SongStore {
  const folder = (id: string): [string, ...string[]] => [root, 'songs', id];
  const path = (id: string): FilePath => [...folder(id), 'media'];

  return {
    async list() {
      const all = (await database.getAll('songs')).filter(({ role }) => role !== 'voice');
      return all.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
    },
    async listVoices() {
      return (await database.getAll('songs')).filter(({ role }) => role === 'voice');
    },
    get: (id) => database.get('songs', id),
    async importFile(record, blob, options) {
      try {
        await copyIn(files, path(record.id), blob, options);
        const stored = { ...record, bytes: await folderBytes(folder(record.id)) };
        await database.put('songs', stored);
        return stored;
      } catch (error) {
        await removeFolder(folder(record.id));
        throw asStorageError(error);
      }
    },
    async file(id) {
      const file = await findFile(path(id));
      if (file === null) throw new StudioError('storage-missing', `The file of song ${id} is gone.`);
      return file;
    },
    async update(id, patch) {
      const record = await database.get('songs', id);
      if (record === undefined) throw new StudioError('storage-missing', `No song ${id} in the library.`);
      const updated = { ...record, ...patch, id };
      await database.put('songs', updated);
      return updated;
    },
    async remove(id) {
      await database.delete('songs', id);
      await removeFolder(folder(id));
    },
  };
}
