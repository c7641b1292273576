/**
 * Puts the microphone's blocks on the take's clock: where each belongs beside the picture, what is cut, where silence fills.
 * Pure: blocks come with the time at which they were heard, so it is tested without a microphone.
 */

/** Clocks jitter by some milliseconds; samples are counted, and only a step beyond this is a true gap or surplus. */
const LARGEST_DRIFT_SECONDS = 0.15;

/** What to write next: silence first, then samples of the block. All in samples. */
export interface Placement {
  /** Where the writing begins, in samples from the start of the take. */
  readonly at: number;
  readonly silence: number;
  /** Part of the block to take, from `from` (inclusive) to `to` (exclusive); equal when none of it is used. */
  readonly from: number;
  readonly to: number;
}

/** Keeps the sound gapless from the first moment of the take. */
export class SoundPlacer {
  #written = 0;
  #hasBegun = false;

  constructor(readonly sampleRate: number) {}

  /** Seconds of the take that are written. */
  get end(): number {
    return this.#written / this.sampleRate;
  }

  /**
   * @param start seconds of the take at which the block's first sample was heard; negative before the take
   * @param length of the block, in samples
   */
  place(start: number, length: number): Placement {
    const measured = Math.round(start * this.sampleRate);
    const drift = (measured - this.#written) / this.sampleRate;
    const isTrusted = this.#hasBegun && Math.abs(drift) <= LARGEST_DRIFT_SECONDS;
    const at = isTrusted ? this.#written : measured;
    const from = Math.min(length, Math.max(0, this.#written - at));
    const silence = Math.max(0, at - this.#written);
    if (from === length) return { at: this.#written, silence: 0, from: length, to: length };
    this.#hasBegun = true;
    const placement = { at: this.#written, silence, from, to: length };
    this.#written += silence + length - from;
    return placement;
  }

  /**
   * Silence up to a moment, when the microphone has nothing to say: a file that waits for its sound is not written.
   * @param until seconds of the take; nothing happens when they are written
   */
  fill(until: number): Placement | null {
    const silence = Math.round(until * this.sampleRate) - this.#written;
    if (silence <= 0) return null;
    const placement = { at: this.#written, silence, from: 0, to: 0 };
    this.#written += silence;
    return placement;
  }
}
