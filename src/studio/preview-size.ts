/** Picks the size of a live preview by how long a frame takes to draw. Only what is looked at: takes and exports are not touched. */
import type { Size } from '../core/geometry';

const LADDER: readonly Size[] = [
  { width: 720, height: 1280 },
  { width: 540, height: 960 },
  { width: 360, height: 640 },
];
const START = 1;
const WINDOW_FRAMES = 24;
const TOO_SLOW_MS = 28;

/** Steps down when the middle one of the last frames was too slow; never up, so that the picture does not flicker between sizes. */
export class PreviewSize {
  #rung = START;
  #times: number[] = [];

  get size(): Size {
    return LADDER[this.#rung] ?? { width: 360, height: 640 };
  }

  /** Notes one frame's cost; true when the size has just changed. */
  note(milliseconds: number): boolean {
    this.#times.push(milliseconds);
    if (this.#times.length < WINDOW_FRAMES) return false;
    const median = this.#times.sort((a, b) => a - b)[WINDOW_FRAMES >> 1] ?? 0;
    this.#times = [];
    if (median <= TOO_SLOW_MS || this.#rung === LADDER.length - 1) return false;
    this.#rung += 1;
    return true;
  }
}
