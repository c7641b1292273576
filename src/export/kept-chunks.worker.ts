/** Chunks of a film in the making: those that were there, and those that are added. */
import { packChunk, unpackChunk, type FilmChunk } from './chunks/film-chunk';
import type { StoredChunk } from './mux/mux-mp4.worker';
import type { FrameSpan } from './picture/missing-stretches';
import type { ShelfClient } from './shelf-client.worker';

/** So many chunks may be on their way to the disk. */
const MOST_UNDERWAY = 3;

export class KeptChunks {
  readonly #chunks: StoredChunk[] = [];
  readonly #signatures = new Map<number, Uint8ClampedArray>();
  readonly #underway: Promise<void>[] = [];

  constructor(readonly shelf: ShelfClient) {}

  /** In order of the film. */
  get chunks(): readonly StoredChunk[] {
    return this.#chunks.toSorted((a, b) => a.first - b.first);
  }

  get spans(): readonly FrameSpan[] {
    return this.chunks;
  }

  get signatures(): ReadonlyMap<number, Uint8ClampedArray> {
    return this.#signatures;
  }

  /** Takes over chunks of a run before. One that is damaged, or lies over another, is made again. */
  async takeOver(files: readonly Blob[], frames: number): Promise<void> {
    for (const file of files) {
      let chunk: FilmChunk;
      try {
        chunk = unpackChunk(new Uint8Array(await file.arrayBuffer()));
      } catch {
        // Damaged, or of another version of the app: it is made again.
        continue;
      }
      const end = chunk.first + chunk.count;
      const isFree = this.#chunks.every(({ first, count }) => end <= first || chunk.first >= first + count);
      if (isFree && end <= frames) this.#note(chunk, file);
    }
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
    this.#chunks.push({ file, first, count, sps, pps });
    signatures.forEach((pixels, frame) => this.#signatures.set(frame, pixels));
  }
}
