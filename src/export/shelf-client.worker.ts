/** The shelf as the export worker sees it: what is given is kept by the page, in order, and each thing is answered. */
import { deserializeError, type SerializedError } from '../core/errors';
import type { ShelfRequest } from './export-protocol';

interface Waiting {
  readonly resolve: (file: Blob | null) => void;
  readonly reject: (error: Error) => void;
}

/** Gives pieces of the film to the page. */
export class ShelfClient {
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  /** @param send hands a request to the page; buffers may be given away */
  constructor(readonly send: (id: number, request: ShelfRequest, transfer: Transferable[]) => void) {}

  /** @returns the chunk where it lies. The bytes are given away. @throws StudioError `storage-full` */
  async keepChunk(first: number, count: number, bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
    const file = await this.#ask({ do: 'keep-chunk', first, count, bytes }, [bytes.buffer]);
    return file ?? new Blob([]);
  }

  async openFile(): Promise<void> {
    await this.#ask({ do: 'open-file' });
  }

  /** The bytes are given away. @throws StudioError `storage-full` */
  async write(bytes: Uint8Array<ArrayBuffer>, position: number): Promise<void> {
    // A view into something larger would take all of that along.
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    await this.#ask({ do: 'write', bytes: own, position }, [own.buffer]);
  }

  async closeFile(type: string): Promise<Blob> {
    return (await this.#ask({ do: 'close-file', type })) ?? new Blob([]);
  }

  /** The page's answer. */
  kept(id: number, file: Blob | null): void {
    this.#waiting.get(id)?.resolve(file);
    this.#waiting.delete(id);
  }

  lost(id: number, error: SerializedError): void {
    this.#waiting.get(id)?.reject(deserializeError(error));
    this.#waiting.delete(id);
  }

  #ask(request: ShelfRequest, transfer: Transferable[] = []): Promise<Blob | null> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.send(id, request, transfer);
    });
  }
}
