/** The page's end of the storage worker. */
import { StudioError, deserializeError } from '../core/errors';
import type { Disposable } from '../core/ownership';
import type { FileAnswer, FilePath, FileRequest } from './file-protocol';

/** A file that is being written. */
export interface OpenFile {
  /**
   * Writes all of `bytes` at `position`, or none of them. The caller keeps its array.
   * @throws StudioError `storage-full`
   */
  write(bytes: Uint8Array, position: number, options?: { flush: boolean }): Promise<void>;
  /** Gives the length of the file in bytes. */
  close(): Promise<number>;
}

export interface FileClient extends Disposable {
  /** Opens a file for writing, emptied. @throws StudioError `storage-unavailable` when it is being written already */
  open(path: FilePath): Promise<OpenFile>;
  /** Puts a whole file in place of the old one, or leaves the old one. @throws StudioError `storage-full` */
  replace(path: FilePath, bytes: Uint8Array): Promise<void>;
}

type Body<T> = T extends unknown ? Omit<T, 'id'> : never;

interface Pending {
  readonly resolve: (size: number) => void;
  readonly reject: (error: StudioError) => void;
}

/** The worker starts with the first request, and anew after a crash. */
export function createFileClient(): FileClient {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  let lastId = 0;
  let disposed = false;

  const failAll = (error: StudioError): void => {
    worker?.terminate();
    worker = null;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };

  const spawn = (): Worker => {
    const spawned = new Worker(new URL('../../workers/storage.worker.ts', import.meta.url), {
      type: 'module',
    });
    spawned.addEventListener('message', ({ data }: MessageEvent<FileAnswer>) => {
      const waiting = pending.get(data.id);
      pending.delete(data.id);
      if (data.kind === 'done') waiting?.resolve(data.size);
      else waiting?.reject(deserializeError(data.error));
    });
    spawned.addEventListener('error', (event) =>
      failAll(new StudioError('worker-crashed', `The storage worker failed: ${event.message}`)),
    );
    return spawned;
  };

  const ask = (body: Body<FileRequest>, transfer: Transferable[] = []): Promise<number> => {
    if (disposed)
      return Promise.reject(new StudioError('storage-unavailable', 'The storage has been closed.'));
    worker ??= spawn();
    lastId += 1;
    const id = lastId;
    const answered = new Promise<number>((resolve, reject) => pending.set(id, { resolve, reject }));
    worker.postMessage({ ...body, id }, transfer);
    return answered;
  };

  return {
    async open(path) {
      lastId += 1;
      const file = lastId;
      await ask({ kind: 'open', file, path });
      return {
        async write(bytes, position, { flush } = { flush: true }) {
          // A copy, because encoders reuse their memory; the copy travels without another one.
          const copy = bytes.slice();
          await ask({ kind: 'write', file, bytes: copy, position, flush }, [copy.buffer]);
        },
        close: () => ask({ kind: 'close', file }),
      };
    },
    async replace(path, bytes) {
      const copy = bytes.slice();
      await ask({ kind: 'replace', path, bytes: copy }, [copy.buffer]);
    },
    dispose() {
      disposed = true;
      failAll(new StudioError('storage-unavailable', 'The storage has been closed.'));
    },
  };
}
