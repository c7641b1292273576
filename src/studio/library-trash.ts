/** The one thing that was deleted last, kept until the next deletion or until the tab closes. */
import { holdLock, type Release } from '../storage/held-lock';
import type { Storage } from '../storage/storage';

/** A thing that was put aside. */
export interface Trashed<Kind extends string> {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
}

/** A deletion is noted in storage first, so that a closed tab does not bring back what was deleted. */
export class LibraryTrash<Kind extends string> {
  #current: (Trashed<Kind> & { readonly release: Release | null }) | null = null;

  /**
   * @param settings where the list of what is yet to be removed is kept, under the name `storedAs`
   * @param stores what removes a thing of each kind for good
   */
  constructor(
    readonly settings: Storage['settings'],
    readonly stores: Readonly<Record<Kind, { remove(id: string): Promise<void> }>>,
    readonly storedAs: string,
  ) {}

  get current(): Trashed<Kind> | null {
    return this.#current;
  }

  isTrashed(kind: Kind, id: string): boolean {
    return this.#current?.kind === kind && this.#current.id === id;
  }

  /** Puts a thing aside; what was there before goes for good. */
  async put(trashed: Trashed<Kind>): Promise<void> {
    await this.empty();
    // The lock tells other tabs that this deletion can still be undone.
    const release = await holdLock(lockName(trashed));
    this.#current = { ...trashed, release };
    await this.#note([...(await this.#noted()), trashed]);
  }

  /** Brings the thing back; null when there is none. */
  async restore(): Promise<Trashed<Kind> | null> {
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

  async #removeForGood(trashed: Trashed<Kind>): Promise<void> {
    await this.stores[trashed.kind].remove(trashed.id);
    await this.#forget(trashed);
  }

  async #forget({ kind, id }: Trashed<Kind>): Promise<void> {
    const noted = await this.#noted();
    await this.#note(noted.filter((other) => other.kind !== kind || other.id !== id));
  }

  async #noted(): Promise<readonly Trashed<Kind>[]> {
    const noted = await this.settings.read(this.storedAs);
    return Array.isArray(noted)
      ? noted.filter((value): value is Trashed<Kind> => this.#isTrashed(value))
      : [];
  }

  #isTrashed(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return false;
    const { kind, id, name } = value as Record<string, unknown>;
    return (
      typeof kind === 'string' &&
      Object.hasOwn(this.stores, kind) &&
      typeof id === 'string' &&
      typeof name === 'string'
    );
  }

  #note(noted: readonly Trashed<Kind>[]): Promise<void> {
    return this.settings.write(
      this.storedAs,
      noted.map(({ kind, id, name }) => ({ kind, id, name })),
    );
  }
}

function lockName({ kind, id }: Trashed<string>): string {
  return `trash:${kind}:${id}`;
}
