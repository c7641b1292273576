/** Takes: a journal row first, then bytes, then the row made complete. */
import { StudioError } from '../core/errors';
import type { Database } from './database';
import type { FileClient } from './file-client';
import type { FilePath } from './file-protocol';
import { findFile, folderBytes, removeFolder } from './folders';
import { holdLock } from './held-lock';
import { measureMedia } from './measure-media';
import { copyIn, type ByteSink, type CopyOptions } from './media-file';
import { TAKE_FILES, type TakeRecord } from './records';
import { asStorageError } from './storage-error';

/** One take being recorded. Its lock is held until `finish` or `discard`. */
export interface TakeWriter extends ByteSink {
  /** Closes the file and completes the record; also after a failed write, to keep what was written. */
  finish(patch: Partial<Omit<TakeRecord, 'id'>>): Promise<TakeRecord>;
  /** Throws everything away. */
  discard(): Promise<void>;
}

export interface TakeStore {
  /** All that can be played, newest first. */
  list(): Promise<TakeRecord[]>;
  get(id: string): Promise<TakeRecord | undefined>;
  /** Commits the record as `recording` and opens its file. @throws StudioError `storage-*` */
  create(record: TakeRecord): Promise<TakeWriter>;
  /** Copies a file in, piece by piece, as a whole take. Nothing is left behind when it fails. @throws StudioError `storage-*`, `cancelled` */
  importFile(record: TakeRecord, blob: Blob, options?: CopyOptions): Promise<TakeRecord>;
  /** The recorded file; bytes are read only when asked for. @throws StudioError `storage-missing` */
  media(id: string): Promise<File>;
  /** A file beside the media, null where there is none; names as in `TAKE_FILES`. */
  readFile(id: string, name: string): Promise<Uint8Array | null>;
  /** Replaces a file beside the media, whole or not at all. @throws StudioError `storage-full` */
  writeFile(id: string, name: string, bytes: Uint8Array): Promise<void>;
  update(id: string, patch: Partial<Omit<TakeRecord, 'id'>>): Promise<TakeRecord>;
  remove(id: string): Promise<void>;
  /**
   * Completes takes that a killed tab left in `recording`: marks them `recovered` with their true length.
   * Leaves alone those that another tab is recording; drops those that hold nothing but a header. Gives the recovered ones.
   */
  recover(): Promise<TakeRecord[]>;
}

export interface StoreParts {
  readonly database: Database;
  readonly files: FileClient;
  /** First folder of every path and prefix of every lock: one namespace a storage. */
  readonly root: string;
  /** Runs when the storage is closed. */
  readonly onClose: (release: () => void) => void;
}

/** Bytes that a recorder writes before its first picture, at most. */
const LONGEST_HEADER_BYTES = 8192;

export function createTakeStore({ database, files, root, onClose }: StoreParts): TakeStore {
  const folder = (id: string): [string, ...string[]] => [root, 'takes', id];
  const path = (id: string, name: string): FilePath => [...folder(id), name];
  const lockName = (id: string): string => `${root}:take:${id}`;

  const put = async (record: TakeRecord): Promise<TakeRecord> => {
    try {
      await database.put('takes', record);
      return record;
    } catch (error) {
      throw asStorageError(error);
    }
  };

  const removeAll = async (id: string): Promise<void> => {
    // The row first: files without a row are swept, a row without files would show a take that is not there.
    await database.delete('takes', id);
    await removeFolder(folder(id));
  };

  const require = async (id: string): Promise<TakeRecord> => {
    const record = await database.get('takes', id);
    if (record === undefined) throw new StudioError('storage-missing', `No take ${id} in the library.`);
    return record;
  };

  const media = async (id: string): Promise<File> => {
    const file = await findFile(path(id, TAKE_FILES.media));
    if (file === null) throw new StudioError('storage-missing', `The file of take ${id} is gone.`);
    return file;
  };

  const recoverOne = async (record: TakeRecord): Promise<TakeRecord | null> => {
    const file = await findFile(path(record.id, TAKE_FILES.media));
    const measured = file === null || file.size === 0 ? null : await measureMedia(file);
    if (measured === null) {
      // What is longer than a header may be more than this app can read: it is left as it is.
      if ((file?.size ?? 0) <= LONGEST_HEADER_BYTES) await removeAll(record.id);
      return null;
    }
    return put({ ...record, ...measured, state: 'recovered', bytes: await folderBytes(folder(record.id)) });
  };

  return {
    async list() {
      const all = await database.getAll('takes');
      return all
        .filter(({ state }) => state !== 'recording')
        .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
    },
    get: (id) => database.get('takes', id),
    async create(record) {
      const release = await holdLock(lockName(record.id));
      if (release === null)
        throw new StudioError('storage-unavailable', `Take ${record.id} is being recorded elsewhere.`);
      onClose(release);
      try {
        await put({ ...record, state: 'recording' });
        const file = await files.open(path(record.id, TAKE_FILES.media));
        return {
          write: (bytes, position) => file.write(bytes, position),
          async finish(patch) {
            try {
              await file.close();
              const bytes = await folderBytes(folder(record.id));
              return await put({ ...record, state: 'ready', ...patch, id: record.id, bytes });
            } finally {
              release();
            }
          },
          async discard() {
            try {
              await file.close();
              await removeAll(record.id);
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
    async importFile(record, blob, options) {
      const release = await holdLock(lockName(record.id));
      try {
        await put({ ...record, state: 'recording' });
        await copyIn(files, path(record.id, TAKE_FILES.media), blob, options);
        return await put({ ...record, state: 'ready', bytes: await folderBytes(folder(record.id)) });
      } catch (error) {
        await removeAll(record.id);
        throw error;
      } finally {
        release?.();
      }
    },
    media,
    async readFile(id, name) {
      const file = await findFile(path(id, name));
      return file === null ? null : new Uint8Array(await file.arrayBuffer());
    },
    async writeFile(id, name, bytes) {
      const record = await require(id);
      await files.replace(path(id, name), bytes);
      if (record.state !== 'recording') await put({ ...record, bytes: await folderBytes(folder(id)) });
    },
    async update(id, patch) {
      return put({ ...(await require(id)), ...patch, id });
    },
    remove: removeAll,
    async recover() {
      const recovered: TakeRecord[] = [];
      for (const record of await database.getAll('takes')) {
        if (record.state !== 'recording') continue;
        const release = await holdLock(lockName(record.id));
        if (release === null) continue;
        try {
          const saved = await recoverOne(record);
          if (saved !== null) recovered.push(saved);
        } finally {
          release();
        }
      }
      return recovered;
    },
  };
}
