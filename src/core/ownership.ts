/** Who closes what. A scope owns resources and releases them once, last in first out. */

/** Something that must be released by its owner. */
export interface Disposable {
  dispose(): void;
}

/** Owns resources and listeners; `dispose` releases them in reverse order and never twice. */
export class Scope implements Disposable {
  #releases: (() => void)[] = [];
  #disposed = false;

  get disposed(): boolean {
    return this.#disposed;
  }

  /**
   * Takes ownership of `resource` and gives it back for use.
   * Released at once when the scope is already gone.
   */
  own<T extends Disposable>(resource: T): T {
    this.defer(() => resource.dispose());
    return resource;
  }

  /** Runs `release` when the scope ends. */
  defer(release: () => void): void {
    if (this.#disposed) release();
    else this.#releases.push(release);
  }

  /**
   * Releases everything. Every release runs even when one throws.
   * @throws AggregateError with all that the releases threw
   */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    const failures: unknown[] = [];
    for (const release of this.#releases.reverse()) {
      try {
        release();
      } catch (error) {
        failures.push(error);
      }
    }
    this.#releases = [];
    if (failures.length > 0) throw new AggregateError(failures, 'Some resources could not be released.');
  }
}
