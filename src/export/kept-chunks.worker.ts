/** Chunks of a film in the making: those that were there, those that are added, and those that stay where they are. */
import { StudioError, asStudioError } from '../core/errors';
import { packChunk, unpackChunk, type FilmChunk, type StoredChunk } from './chunks/film-chunk';
import type { CopiedStretch } from './picture/copy-stretch.worker';
import type { FrameSpan } from './picture/missing-stretches';
import type { ShelfClient } from './shelf-client.worker';

/** So many chunks may be on their way to the disk. */
const MOST_UNDERWAY = 3;

export class KeptChunks {
  readonly #chunks: StoredChunk[] = [];
  readonly #signatures = new Map<number, Uint8ClampedArray>();
  readonly #signing: Promise<void>[] = [];
  readonly #underway: Promise<void>[] = [];
  /** Whether an encoder of this run has given a chunk. */
  #hasEncoded = false;
  /** Set when no more chunks come, with the reason where that is a failure. */
  #ended: { readonly error: unknown } | null = null;
  /** Wakes those who wait for something to change. */
  #waiting: (() => void)[] = [];

  constructor(readonly shelf: ShelfClient) {}

  /** In order of the film. */
  get chunks(): readonly StoredChunk[] {
    return this.#chunks.toSorted((a, b) => a.first - b.first);
  }

  get spans(): readonly FrameSpan[] {
    return this.chunks;
  }

  /** The chunks of a film of so many frames, one after another from frame 0 on, as soon as each is there. @throws what ended the making */
  async *inOrder(frames: number): AsyncGenerator<StoredChunk, void, void> {
    for (let next = 0; next < frames;) {
      const at = next;
      const chunk = await this.#until(() => this.#chunks.find(({ first }) => first === at) ?? null);
      yield chunk;
      next += chunk.count;
    }
  }

  /** Resolves with all chunks once there is one that an encoder of this run made, or once all are there. @throws what ended the making */
  async foreseen(): Promise<readonly StoredChunk[]> {
    await this.#until(() => (this.#hasEncoded || this.#ended?.error === null ? true : null));
    return this.chunks;
  }

  /** Resolves with all chunks when no more come. @throws what ended the making */
  async whole(): Promise<readonly StoredChunk[]> {
    await this.#until(() => (this.#ended?.error === null ? true : null));
    return this.chunks;
  }

  /** No more chunks come. @param error why, when that is a failure */
  end(error: unknown = null): void {
    this.#ended ??= { error };
    this.#wake();
  }

  /** What some frames looked like when they were made; waits for what is still being looked at. */
  async signatures(): Promise<ReadonlyMap<number, Uint8ClampedArray>> {
    await Promise.all(this.#signing);
    return this.#signatures;
  }

  /** Takes over chunks of a run before. One that is damaged, or lies over another, is made again. */
  async takeOver(files: readonly Blob[], frames: number): Promise<void> {
    for (const file of files) {
      let chunk: FilmChunk;
      try {
        chunk = await readChunk(file);
      } catch {
        // Damaged, or of another version of the app: it is made again.
        continue;
      }
      const end = chunk.first + chunk.count;
      const isFree = this.#chunks.every(({ first, count }) => end <= first || chunk.first >= first + count);
      if (isFree && end <= frames) this.#note(chunk, file);
    }
    this.#hasEncoded = false;
  }

  /** Packets that are copied are read when the file is put together: kept a second time they would only cost room. */
  refer({ chunks, first, signature }: CopiedStretch): void {
    this.#chunks.push(...chunks);
    this.#wake();
    const signed = signature.then((pixels) => {
      if (pixels !== null) this.#signatures.set(first, pixels);
    });
    // Heard of when the signatures are asked for.
    signed.catch(() => undefined);
    this.#signing.push(signed);
  }

  /** Hands a chunk to the shelf; waits only while too many are on their way. @throws StudioError `storage-full` */
  async keep(chunk: FilmChunk): Promise<void> {
    const { first, count } = chunk;
    const kept = this.shelf.keepChunk(first, count, packChunk(chunk)).then((file) => this.#note(chunk, file));
    // Waited for below or at the end.
    kept.catch(() => undefined);
    this.#underway.push(kept);
    if (this.#underway.length >= MOST_UNDERWAY) await this.#underway.shift();
  }

  /** Waits until all are kept. @throws StudioError `storage-full` */
  async settle(): Promise<void> {
    await Promise.all(this.#underway.splice(0));
  }

  #note({ first, count, sps, pps, signatures }: FilmChunk, file: Blob): void {
    this.#chunks.push({ first, count, sps, pps, read: () => readChunk(file) });
    signatures.forEach((pixels, frame) => this.#signatures.set(frame, pixels));
    this.#hasEncoded = true;
    this.#wake();
  }

  async #until<T>(look: () => T | null): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== null) return found;
      if (this.#ended?.error === null)
        throw new StudioError('unexpected', 'A piece of the film was not made.');
      if (this.#ended !== null) throw asStudioError(this.#ended.error, 'export-failed');
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

/** @throws StudioError `file-corrupt`, `file-unreadable` */
async function readChunk(file: Blob): Promise<FilmChunk> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new StudioError('file-unreadable', 'A piece of the film cannot be read.', { cause });
  }
  return unpackChunk(bytes);
}
