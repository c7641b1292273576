/** Makes any sequence of picture times acceptable to MediaPipe's graph, which dies when one does not rise. */

/** A step back of at least this is a jump (a seek, another film) and not a late picture. */
const JUMP_BACK_MS = 200;
/** A step forward beyond this is one too: the body has moved on from where the tracker last saw it. */
const JUMP_FORWARD_MS = 1000;
/** What a jump becomes: long enough for the graph's smoothing to let go of the pose before it. */
const AFTER_JUMP_MS = 1000;

/** Turns times in milliseconds into whole milliseconds that strictly rise. */
export class RisingStamps {
  #last = 0;
  #lastTime: number | null = null;
  #shift = 0;

  /** Whether `timeMs` does not go on from the time before it, so that the tracker should look for the body anew. */
  isJump(timeMs: number): boolean {
    const last = this.#lastTime;
    return last !== null && (timeMs <= last - JUMP_BACK_MS || timeMs > last + JUMP_FORWARD_MS);
  }

  /**
   * @param timeMs any finite time; usually rising
   * @returns a whole number ≥ 1, greater than all before. Steps between times stay true, also after a jump back
   */
  next(timeMs: number): number {
    const whole = Math.round(timeMs);
    const isAnew = this.#lastTime === null || this.isJump(timeMs);
    if (isAnew && whole + this.#shift <= this.#last) this.#shift = this.#last + AFTER_JUMP_MS - whole;
    this.#lastTime = timeMs;
    this.#last = Math.max(this.#last + 1, whole + this.#shift);
    return this.#last;
  }

  /** The next time goes on from nothing: whatever it is, it is no jump. */
  restart(): void {
    this.#lastTime = null;
  }
}
