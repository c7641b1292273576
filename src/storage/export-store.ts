/** Finished films. */
import { StudioError } from '../core/errors';
import type { FilePath } from './file-protocol';
import { findFile, folderBytes, folderNames, removeFolder } from './folders';
import { holdLock } from './held-lock';
import type { ByteSink } from './media-file';
import type { ExportRecord } from './records';
import { asStorageError } from './storage-error';
import type { StoreParts } from './take-store';

/** One film being written. It is in the library only when it is finished. */
export interface ExportWriter extends ByteSink {
  /** Closes the file and puts it into the library; `bytes` is measured. */
  finish(patch?: Partial<Omit<ExportRecord, 'id' | 'bytes'>>): Promise<ExportRecord>;
  discard(): Promise<void>;
}

export interface ExportStore {
  /** Newest first. */
  list(): Promise<ExportRecord[]>;
  get(id: string): Promise<ExportRecord | undefined>;
  /** @throws StudioError `storage-*` */
  create(record: ExportRecord): Promise<ExportWriter>;
  /** @throws StudioError `storage-missing` */
  file(id: string): Promise<File>;
  update(id: string, patch: Partial<Omit<ExportRecord, 'id'>>): Promise<ExportRecord>;
  remove(id: string): Promise<void>;
  /** Removes the files of films that a killed tab never finished. */
  sweep(): Promise<void>;
}

const FILE_NAME = 'media';

export function createExportStore({ database, files, root, onClose }: StoreParts): ExportStore {
  const folder = (id: string): [string, ...string[]] => [root, 'exports', id];
  const path = (id: string): FilePath => [...folder(id), FILE_NAME];
  const lockName = (id: string): string => `${root}:export:${id}`;

  return {
    async list() {
      const all = await database.getAll('exports');
      return all.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
    },
    get: (id) => database.get('exports', id),
    async create(record) {
      const release = await holdLock(lockName(record.id));
      if (release === null)
        throw new StudioError('storage-unavailable', `Export ${record.id} is being written elsewhere.`);
      onClose(release);
      try {
        const file = await files.open(path(record.id));
        return {
          write: (bytes, position) => file.write(bytes, position),
          async finish(patch = {}) {
            try {
              await file.close();
              const bytes = await folderBytes(folder(record.id));
              const finished = { ...record, ...patch, id: record.id, bytes };
              await database.put('exports', finished);
              return finished;
            } catch (error) {
              throw asStorageError(error);
            } finally {
              release();
            }
          },
          async discard() {
            try {
              await file.close();
              await removeFolder(folder(record.id));
            } finally {
              release();
            }
          },
        };
      } catch (error) {
        release();
        throw error;
      }
    },
    async file(id) {
      const record = await database.get('exports', id);
      const file = await findFile(path(id));
      if (record === undefined || file === null)
        throw new StudioError('storage-missing', `The file of export ${id} is gone.`);
      // The stored file has no name of its own; a File shares its bytes.
      return new File([file], record.name, { type: record.mimeType, lastModified: record.createdAt });
    },
    async update(id, patch) {
      const record = await database.get('exports', id);
      if (record === undefined) throw new StudioError('storage-missing', `No export ${id} in the library.`);
      const updated = { ...record, ...patch, id };
      await database.put('exports', updated);
      return updated;
    },
    async remove(id) {
      await database.delete('exports', id);
      await removeFolder(folder(id));
    },
    async sweep() {
      for (const id of await folderNames([root, 'exports'])) {
        const release = await holdLock(lockName(id));
        if (release === null) continue;
        try {
          if ((await database.get('exports', id)) === undefined) await removeFolder(folder(id));
        } finally {
          release();
        }
      }
    },
  };
}
