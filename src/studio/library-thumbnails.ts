/** Small pictures of what is in the library: made when first asked for, kept as files beside the takes. */
import { itemsOf } from '../project/change-items';
import { TAKE_FILES } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { LibraryKind } from './library';

/** Seconds into a film where somebody is usually in the picture; at most its middle. */
const LOOK_AT_SECONDS = 1;

/** Owns an object URL for each thumbnail until it is dropped. */
export class LibraryThumbnails {
  readonly #urls = new Map<string, Promise<string | null>>();
  /** One at a time: each one decodes a film. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(readonly storage: Storage) {}

  /** An object URL, null where there is nothing to see. The same URL each time until `drop`. */
  get(kind: LibraryKind, id: string): Promise<string | null> {
    const key = `${kind}:${id}`;
    const known = this.#urls.get(key);
    if (known !== undefined) return known;
    const made = this.#queue.then(async () => {
      const picture = await this.#make(kind, id);
      return picture === null ? null : URL.createObjectURL(picture);
    });
    this.#queue = made.catch(() => undefined);
    this.#urls.set(key, made);
    // A film that cannot be read has no picture; the next visit tries again.
    made.then(
      (url) => url === null && this.#urls.delete(key),
      () => this.#urls.delete(key),
    );
    return made.catch(() => null);
  }

  /** Frees the URL of a thing that is gone or has changed. */
  drop(kind: LibraryKind, id: string): void {
    const key = `${kind}:${id}`;
    const url = this.#urls.get(key);
    this.#urls.delete(key);
    void url?.then(
      (value) => value !== null && URL.revokeObjectURL(value),
      () => undefined,
    );
  }

  async #make(kind: LibraryKind, id: string): Promise<Blob | null> {
    switch (kind) {
      case 'take':
        return this.#ofTake(id);
      case 'project': {
        const project = await this.storage.projects.get(id);
        const clips = project === undefined ? [] : itemsOf(project, 'video');
        const sourceId = clips.find(({ empty }) => empty !== true)?.sourceId;
        const source = sourceId === undefined ? undefined : project?.sources[sourceId];
        return source === undefined ? null : this.#ofTake(source.takeId);
      }
      case 'export': {
        const record = await this.storage.exports.get(id);
        if (record === undefined) return null;
        return snapshot(await this.storage.exports.file(id), record.duration);
      }
    }
  }

  async #ofTake(id: string): Promise<Blob | null> {
    const stored = await this.storage.takes.readFile(id, TAKE_FILES.thumbnail);
    if (stored !== null) return new Blob([new Uint8Array(stored)], { type: 'image/jpeg' });
    const record = await this.storage.takes.get(id);
    if (record === undefined) return null;
    const picture = await snapshot(await this.storage.takes.media(id), record.duration);
    await this.storage.takes.writeFile(id, TAKE_FILES.thumbnail, new Uint8Array(await picture.arrayBuffer()));
    return picture;
  }
}

async function snapshot(film: Blob, duration: number): Promise<Blob> {
  // The decoder comes with the first film that has no picture yet.
  const { makeThumbnail } = await import('../media/thumbnail');
  return makeThumbnail(film, Math.min(LOOK_AT_SECONDS, duration / 2));
}
