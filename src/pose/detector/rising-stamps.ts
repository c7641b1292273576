/** Makes any sequence of picture times acceptable to MediaPipe's graph, which dies when one does not rise. */

/**
 * A step back of at least this many milliseconds is a jump (a seek, another film) and not a late picture:
 * the times that follow are then shifted as a whole, so that the steps between them stay true for the smoothing.
 */
const JUMP_MS = 200;
/** Step over a jump: long enough for the graph's smoothing to let go of the pose before it. */
const AFTER_JUMP_MS = 1000;

/** Turns times in milliseconds into whole milliseconds that strictly rise. */
export class RisingStamps {
  #last = 0;
  #lastTime = -Infinity;
  #shift = 0;

  /**
   * @param timeMs any finite time; usually rising
   * @returns a whole number ≥ 1, greater than all before
   */
  next(timeMs: number): number {
    if (timeMs <= this.#lastTime - JUMP_MS) this.#shift = this.#last + AFTER_JUMP_MS - Math.round(timeMs);
    this.#lastTime = timeMs;
    this.#last = Math.max(this.#last + 1, Math.round(timeMs) + this.#shift);
    return this.#last;
  }
}
