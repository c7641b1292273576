/** Where the time of an export goes. */

/** Adds up milliseconds by name. */
export class Stopwatch {
  readonly #times: Record<string, number> = {};

  /** Milliseconds so far, by name. */
  get times(): Readonly<Record<string, number>> {
    return { ...this.#times };
  }

  /** Runs `work` and books its time. */
  async time<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    const before = performance.now();
    try {
      return await work();
    } finally {
      this.#book(name, before);
    }
  }

  /** The same for work that does not wait. */
  timeNow<T>(name: string, work: () => T): T {
    const before = performance.now();
    try {
      return work();
    } finally {
      this.#book(name, before);
    }
  }

  #book(name: string, before: number): void {
    this.#times[name] = (this.#times[name] ?? 0) + performance.now() - before;
  }
}
