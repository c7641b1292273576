/** Guesses how long a job will still take. */

/** Before this part is done the guess would be wild. */
const FIRST_GUESS = 0.05;

/** The pace of the last seconds counts, since steps differ: half-life of the memory, in milliseconds. */
const HALF_LIFE_MS = 4000;

/** One job. */
export class RemainingTime {
  #lastProgress: number | null = null;
  #lastMs = 0;
  /** Progress a millisecond. */
  #pace: number | null = null;

  /**
   * Seconds left; null while not known.
   * @param progress 0..1 of the whole job
   * @param nowMs any clock in milliseconds
   */
  at(progress: number, nowMs: number): number | null {
    const last = this.#lastProgress;
    if (last === null) {
      this.#lastProgress = progress;
      this.#lastMs = nowMs;
      return null;
    }
    const elapsed = nowMs - this.#lastMs;
    if (progress > last && elapsed > 0) {
      const pace = (progress - last) / elapsed;
      const keep = this.#pace === null ? 0 : 0.5 ** (elapsed / HALF_LIFE_MS);
      this.#pace = pace + ((this.#pace ?? pace) - pace) * keep;
      this.#lastProgress = progress;
      this.#lastMs = nowMs;
    }
    if (this.#pace === null || progress < FIRST_GUESS) return null;
    return (1 - progress) / this.#pace / 1000;
  }
}
