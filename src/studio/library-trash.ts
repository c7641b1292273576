/** The one thing that was deleted last, kept until the next deletion or until the tab closes. */
import { holdLock, type Release } from '../storage/held-lock';
import type { Storage } from '../storage/storage';
import type { LibraryKind } from './library';

/** Name of the stored list of what is yet to be removed. */
const STORED_AS = 'trash';

export interface Trashed {
  readonly kind: LibraryKind;
  readonly id: string;
  readonly name: string;
}

/** A deletion is noted in storage first, so that a closed tab does not bring back what was deleted. */
export class LibraryTrash {
  #current: (Trashed & { readonly release: Release | null }) | null = null;

  constructor(readonly storage: Storage) {}

  get current(): Trashed | null {
    return this.#current;
  }

  isTrashed(kind: LibraryKind, id: string): boolean {
    return this.#current?.kind === kind && this.#current.id === id;
  }

  /** Puts a thing aside; what was there before goes for good. */
  async put(trashed: Trashed): Promise<void> {
    await this.empty();
    // The lock tells other tabs that this deletion can still be undone.
    const release = await holdLock(lockName(trashed));
    this.#current = { ...trashed, release };
    await this.#note([...(await this.#noted()), trashed]);
  }

  /** Brings the thing back; null when there is none. */
  async restore(): Promise<Trashed | null> {
    const current = this.#current;
    if (current === null) return null;
    this.#current = null;
    await this.#forget(current);
    current.release?.();
    return current;
  }

  /** Removes the thing for good. */
  async empty(): Promise<void> {
    const current = this.#current;
    if (current === null) return;
    this.#current = null;
    try {
      await this.#removeForGood(current);
    } finally {
      current.release?.();
    }
  }

  /** Removes what closed tabs had deleted. */
  async emptyLeftovers(): Promise<void> {
    for (const left of await this.#noted()) {
      const release = await holdLock(lockName(left));
      if (release === null) continue;
      try {
        await this.#removeForGood(left);
      } finally {
        release();
      }
    }
  }

  async #removeForGood(trashed: Trashed): Promise<void> {
    const stores = {
      take: this.storage.takes,
      project: this.storage.projects,
      export: this.storage.exports,
    };
    await stores[trashed.kind].remove(trashed.id);
    await this.#forget(trashed);
  }

  async #forget({ kind, id }: Trashed): Promise<void> {
    const noted = await this.#noted();
    await this.#note(noted.filter((other) => other.kind !== kind || other.id !== id));
  }

  async #noted(): Promise<readonly Trashed[]> {
    const noted = await this.storage.settings.read(STORED_AS);
    return Array.isArray(noted) ? noted.filter(isTrashed) : [];
  }

  #note(noted: readonly Trashed[]): Promise<void> {
    return this.storage.settings.write(
      STORED_AS,
      noted.map(({ kind, id, name }) => ({ kind, id, name })),
    );
  }
}

function lockName({ kind, id }: Trashed): string {
  return `trash:${kind}:${id}`;
}

function isTrashed(value: unknown): value is Trashed {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, id, name } = value as Record<string, unknown>;
  return (
    (kind === 'take' || kind === 'project' || kind === 'export') &&
    typeof id === 'string' &&
    typeof name === 'string'
  );
}
