/** Writes files inside the storage worker through sync access handles: the one way whose bytes survive a killed tab. */
import { serializeError } from '../core/errors';
import type { FileAnswer, FilePath, FileRequest } from './file-protocol';
import { asStorageError, storageFull } from './storage-error';

interface OpenFile {
  readonly handle: FileSystemSyncAccessHandle;
  /** End of what was written well. */
  size: number;
  /** Set by the first write that failed: later ones are refused, because a hole would spoil the file. */
  failure: unknown;
}

/** Answers requests in their order. */
export class FileServer {
  readonly #files = new Map<number, OpenFile>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(readonly answer: (message: FileAnswer) => void) {}

  handle(request: FileRequest): void {
    this.#queue = this.#queue.then(async () => {
      try {
        this.answer({ kind: 'done', id: request.id, size: await this.#perform(request) });
      } catch (error) {
        this.answer({ kind: 'failed', id: request.id, error: serializeError(asStorageError(error)) });
      }
    });
  }

  async #perform(request: FileRequest): Promise<number> {
    switch (request.kind) {
      case 'open': {
        const handle = await openHandle(request.path);
        handle.truncate(0);
        this.#files.set(request.file, { handle, size: 0, failure: null });
        return 0;
      }
      case 'write': {
        const file = this.#open(request.file);
        writeAll(file, request.bytes, request.position);
        if (request.flush) file.handle.flush();
        return file.size;
      }
      case 'close': {
        const file = this.#open(request.file);
        this.#files.delete(request.file);
        try {
          file.handle.flush();
        } finally {
          file.handle.close();
        }
        return file.size;
      }
      case 'replace':
        await replaceFile(request.path, request.bytes);
        return request.bytes.byteLength;
    }
  }

  #open(file: number): OpenFile {
    const open = this.#files.get(file);
    if (open === undefined) throw new Error(`No open file ${file}.`);
    return open;
  }
}

/**
 * Writes all bytes or none. A full disk throws; in a private window it writes a part instead and gives a number
 * that is not a length, so the answer is always compared.
 */
function writeAll(file: OpenFile, bytes: Uint8Array<ArrayBuffer>, position: number): void {
  if (file.failure !== null) throw asStorageError(file.failure);
  try {
    const written = file.handle.write(bytes, { at: position });
    if (written !== bytes.byteLength)
      throw storageFull(`${bytes.byteLength} bytes at ${position} did not fit.`);
    file.size = Math.max(file.size, position + bytes.byteLength);
  } catch (error) {
    file.failure = error;
    file.handle.truncate(file.size);
    file.handle.flush();
    throw error;
  }
}

/** The name while a file is being written whole; left behind only by a killed tab, and overwritten by the next one. */
const PART = '.part';

async function replaceFile(path: FilePath, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const folder = await folderOf(path);
  const name = path.at(-1) ?? '';
  const part = await folder.getFileHandle(name + PART, { create: true });
  const handle = await part.createSyncAccessHandle();
  const file: OpenFile = { handle, size: 0, failure: null };
  try {
    handle.truncate(0);
    writeAll(file, bytes, 0);
    handle.flush();
  } catch (error) {
    handle.close();
    await folder.removeEntry(name + PART);
    throw error;
  }
  handle.close();
  await part.move(name);
}

async function openHandle(path: FilePath): Promise<FileSystemSyncAccessHandle> {
  const folder = await folderOf(path);
  const file = await folder.getFileHandle(path.at(-1) ?? '', { create: true });
  return file.createSyncAccessHandle();
}

async function folderOf(path: FilePath): Promise<FileSystemDirectoryHandle> {
  let folder = await navigator.storage.getDirectory();
  for (const part of path.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
  return folder;
}

declare global {
  interface FileSystemFileHandle {
    /** Renames inside the private file system (Chrome 110, Firefox 111, Safari 15.2); not in TypeScript's library yet. */
    move(name: string): Promise<void>;
  }
}
