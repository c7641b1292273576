/** Where an export keeps what is done: storage in the app, memory in tests and benches. */

/** Pieces of one film, and at last the film itself. What is kept outlives the worker that made it. */
export interface ExportShelf {
  /** Chunks that are there already: of a run that failed or of a tab that was closed. */
  chunks(): Promise<readonly Blob[]>;
  /**
   * Keeps a chunk of `count` frames from frame `first` on.
   * @returns the chunk where it now lies
   * @throws StudioError `storage-full`, `storage-unavailable`
   */
  keepChunk(first: number, count: number, bytes: Uint8Array<ArrayBuffer>): Promise<Blob>;
  /** Throws the chunks away: they made a film that failed its check. */
  dropChunks(): Promise<void>;
  /** Begins the film's file anew. @throws StudioError `storage-full`, `storage-unavailable` */
  openFile(): Promise<void>;
  /** Writes into the film's file. @throws StudioError `storage-full` */
  write(bytes: Uint8Array<ArrayBuffer>, position: number): Promise<void>;
  /** Closes the film's file. @returns it, to be read */
  closeFile(type: string): Promise<Blob>;
}

/** A shelf that forgets with the page. The browser may put its blobs on disk. */
export function createMemoryShelf(): ExportShelf {
  const chunks = new Map<number, Blob>();
  let pieces: { readonly position: number; readonly blob: Blob }[] = [];
  return {
    chunks: () => Promise.resolve([...chunks.values()]),
    keepChunk(first, _count, bytes) {
      const blob = new Blob([bytes]);
      chunks.set(first, blob);
      return Promise.resolve(blob);
    },
    dropChunks() {
      chunks.clear();
      return Promise.resolve();
    },
    openFile() {
      pieces = [];
      return Promise.resolve();
    },
    write(bytes, position) {
      pieces.push({ position, blob: new Blob([bytes]) });
      return Promise.resolve();
    },
    closeFile: (type) => Promise.resolve(layPieces(pieces, type)),
  };
}

/** Pieces one over another in the order of writing, as a file on disk would have them. */
function layPieces(pieces: readonly { position: number; blob: Blob }[], type: string): Blob {
  let whole = new Blob([]);
  for (const { position, blob } of pieces) {
    const gap = Math.max(0, position - whole.size);
    whole = new Blob([
      whole.slice(0, position),
      new Uint8Array(gap),
      blob,
      whole.slice(Math.min(whole.size, position + blob.size)),
    ]);
  }
  return new Blob([whole], { type });
}
