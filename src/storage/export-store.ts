/** Finished films, and those in the making. */
import { StudioError } from '../core/errors';
import type { FilePath } from './file-protocol';
import type { OpenFile } from './file-client';
import { findFile, folderBytes, folderNames, removeFolder } from './folders';
import { holdLock } from './held-lock';
import type { ExportRecord } from './records';
import { asStorageError } from './storage-error';
import type { StoreParts } from './take-store';

/** One film being made. It is in the library only when it is finished; what a killed tab leaves can be gone on with. */
export interface ExportWriter {
  readonly id: string;
  /** Chunks that are there already. */
  chunks(): Promise<readonly File[]>;
  /** Keeps a chunk of `count` frames from frame `first` on, whole or not at all. @throws StudioError `storage-full` */
  keepChunk(first: number, count: number, bytes: Uint8Array): Promise<File>;
  dropChunks(): Promise<void>;
  /** Begins the film's file; an earlier one stays until the film is finished. */
  openFile(): Promise<void>;
  /** @throws StudioError `storage-full` */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** @returns the file, to be read */
  closeFile(type: string): Promise<Blob>;
  /** Puts the last closed file into the library, and removes everything else; `bytes` is measured. */
  finish(patch?: Partial<Omit<ExportRecord, 'id' | 'bytes'>>): Promise<ExportRecord>;
  discard(): Promise<void>;
}

/** A film that a killed tab did not finish. */
export interface UnfinishedExport {
  readonly record: ExportRecord;
  /** Frames that are done. */
  readonly frames: number;
}

export interface ExportStore {
  /** Newest first. */
  list(): Promise<ExportRecord[]>;
  get(id: string): Promise<ExportRecord | undefined>;
  /** @throws StudioError `storage-*` */
  create(record: ExportRecord): Promise<ExportWriter>;
  /** Films that can be gone on with, newest first; those that another tab is making are left out. */
  unfinished(): Promise<UnfinishedExport[]>;
  /** Goes on with one. @throws StudioError `storage-missing`, `storage-unavailable` when another tab does */
  reopen(id: string): Promise<ExportWriter>;
  /** @throws StudioError `storage-missing` */
  file(id: string): Promise<File>;
  update(id: string, patch: Partial<Omit<ExportRecord, 'id'>>): Promise<ExportRecord>;
  remove(id: string): Promise<void>;
  /** Removes what a killed tab left and nobody can go on with, or did not within a week. */
  sweep(): Promise<void>;
}

const FILE_NAME = 'media';

/** The record of a film in the making. */
const DRAFT_NAME = 'draft.json';

const CHUNKS = 'chunks';

/** An unfinished film that nobody went on with for so long is given up, in milliseconds. */
const GIVEN_UP_MS = 7 * 24 * 3600 * 1000;

export function createExportStore({ database, files, root, onClose }: StoreParts): ExportStore {
  const folder = (id: string): [string, ...string[]] => [root, 'exports', id];
  const path = (id: string, name: string): FilePath => [...folder(id), name];
  const chunkFolder = (id: string): [string, ...string[]] => [...folder(id), CHUNKS];
  const lockName = (id: string): string => `${root}:export:${id}`;

  const draftOf = async (id: string): Promise<ExportRecord | null> => {
    const file = await findFile(path(id, DRAFT_NAME));
    if (file === null) return null;
    try {
      return JSON.parse(await file.text()) as ExportRecord;
    } catch {
      // Written whole or not at all: a damaged one cannot be gone on with, and is swept away.
      return null;
    }
  };

  const lock = async (id: string): Promise<() => void> => {
    const release = await holdLock(lockName(id));
    if (release === null)
      throw new StudioError('storage-unavailable', `Export ${id} is being written elsewhere.`);
    onClose(release);
    return release;
  };

  const writerOf = (record: ExportRecord, release: () => void): ExportWriter => {
    const { id } = record;
    let tries = 0;
    let open: OpenFile | null = null;
    let closed = '';
    const close = async (): Promise<void> => {
      const file = open;
      open = null;
      await file?.close();
    };
    return {
      id,
      async chunks() {
        const names = await folderNames(chunkFolder(id));
        const found = await Promise.all(
          names.filter(isChunk).map((name) => findFile([...chunkFolder(id), name])),
        );
        return found.filter((file) => file !== null);
      },
      async keepChunk(first, count, bytes) {
        const chunk: FilePath = [...chunkFolder(id), chunkName(first, count)];
        await files.replace(chunk, bytes);
        const file = await findFile(chunk);
        if (file === null) throw new StudioError('storage-missing', `Chunk ${first} of ${id} is gone.`);
        return file;
      },
      dropChunks: () => removeFolder(chunkFolder(id)),
      async openFile() {
        await close();
        tries += 1;
        open = await files.open(path(id, `${FILE_NAME}-${tries}`));
      },
      async write(bytes, position) {
        if (open === null) throw new StudioError('unexpected', `No file of ${id} is open.`);
        await open.write(bytes, position, { flush: false });
      },
      async closeFile(type) {
        await close();
        closed = `${FILE_NAME}-${tries}`;
        const file = await findFile(path(id, closed));
        if (file === null) throw new StudioError('storage-missing', `The file of export ${id} is gone.`);
        return file.slice(0, file.size, type);
      },
      async finish(patch = {}) {
        try {
          await removeFolder(chunkFolder(id));
          for (const name of await folderNames(folder(id)))
            if (name !== closed) await removeFolder(path(id, name));
          const bytes = await folderBytes(folder(id));
          const finished = { ...record, fileName: closed, ...patch, id, bytes };
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
          await close();
        } finally {
          await removeFolder(folder(id));
          release();
        }
      },
    };
  };

  return {
    async list() {
      const all = await database.getAll('exports');
      return all.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
    },
    get: (id) => database.get('exports', id),
    async create(record) {
      const release = await lock(record.id);
      try {
        await files.replace(path(record.id, DRAFT_NAME), new TextEncoder().encode(JSON.stringify(record)));
        return writerOf(record, release);
      } catch (error) {
        release();
        throw error;
      }
    },
    async unfinished() {
      const found: UnfinishedExport[] = [];
      for (const id of await folderNames([root, 'exports'])) {
        if ((await database.get('exports', id)) !== undefined) continue;
        const release = await holdLock(lockName(id));
        if (release === null) continue;
        release();
        const record = await draftOf(id);
        if (record === null) continue;
        const names = (await folderNames(chunkFolder(id))).filter(isChunk);
        found.push({ record, frames: names.reduce((sum, name) => sum + framesOf(name), 0) });
      }
      return found.sort((a, b) => b.record.createdAt - a.record.createdAt);
    },
    async reopen(id) {
      const release = await lock(id);
      const record = await draftOf(id);
      if (record !== null) return writerOf(record, release);
      release();
      throw new StudioError('storage-missing', `No unfinished export ${id}.`);
    },
    async file(id) {
      const record = await database.get('exports', id);
      const file = await findFile(path(id, record?.fileName ?? FILE_NAME));
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
          if ((await database.get('exports', id)) !== undefined) continue;
          const draft = await draftOf(id);
          if (draft === null || Date.now() - draft.createdAt > GIVEN_UP_MS) await removeFolder(folder(id));
        } finally {
          release();
        }
      }
    },
  };
}

/** Sorts by place in the film, and says how many frames it has. */
function chunkName(first: number, count: number): string {
  return `${String(first).padStart(8, '0')}-${count}`;
}

function isChunk(name: string): boolean {
  return /^\d{8}-\d+$/.test(name);
}

function framesOf(name: string): number {
  return Number(name.split('-')[1] ?? 0);
}
