/** A player's limb directions over time: grows as poses come, read on any grid. */
import type { Pose } from '../pose/pose';
import { DIRECTION_NUMBERS, VECTOR_COUNT, writeDirections } from './limb-vectors';
import { SCORE } from './score-config';

/** Half a minute at 60 a second without growing. */
const FIRST_CAPACITY = 1800;

/** Appends in time order; `sample` interpolates. No allocation per pose but when it grows. */
export class DirectionRecord {
  #times: Float64Array;
  #directions: Float32Array;
  #seen: Float32Array;
  #length = 0;
  /** Where the last sample was found: reads go forward. */
  #hint = 0;

  /**
   * @param aspect width over height of the picture that the poses belong to
   * @param capacity rows before it grows
   */
  constructor(
    readonly aspect: number,
    capacity = FIRST_CAPACITY,
  ) {
    this.#times = new Float64Array(capacity);
    this.#directions = new Float32Array(capacity * DIRECTION_NUMBERS);
    this.#seen = new Float32Array(capacity * VECTOR_COUNT);
  }

  get lastTime(): number {
    return this.#length === 0 ? -Infinity : (this.#times[this.#length - 1] ?? -Infinity);
  }

  /** Adds what was seen at `time`; null = nobody. Times that do not rise are ignored. */
  append(time: number, pose: Pose | null): void {
    if (!(time > this.lastTime)) return;
    if (this.#length === this.#times.length) this.#grow();
    const row = this.#length;
    this.#times[row] = time;
    const at = row * DIRECTION_NUMBERS;
    const seenAt = row * VECTOR_COUNT;
    if (pose === null) this.#seen.fill(0, seenAt, seenAt + VECTOR_COUNT);
    else {
      const { image, visibility } = pose;
      writeDirections(
        image,
        visibility,
        0,
        this.aspect,
        this.#directions,
        at,
        this.#seen,
        seenAt,
        SCORE.leastVisibility,
      );
    }
    this.#length = row + 1;
  }

  /**
   * Directions at `time`, from samples not later than `until`, into `target[at …]`; how fresh each limb is into `fresh[freshAt …]`:
   * 1 = seen, 0 = not seen within the grace.
   */
  sample(
    time: number,
    until: number,
    target: Float32Array,
    at: number,
    fresh: Float32Array,
    freshAt: number,
  ): void {
    const after = this.#firstAfter(time);
    const hasAfter = after < this.#length && (this.#times[after] ?? Infinity) <= until;
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
      const before = this.#lastSeen(after - 1, limb, time);
      const next = hasAfter ? this.#nextSeen(after, limb, time, until) : -1;
      if (before < 0 && next < 0) {
        fresh[freshAt + limb] = 0;
        target[at + limb * 2] = 0;
        target[at + limb * 2 + 1] = 0;
        continue;
      }
      const a = before < 0 ? next : before;
      const b = next < 0 ? before : next;
      const start = this.#times[a] ?? 0;
      const span = (this.#times[b] ?? 0) - start;
      const amount = span <= 0 ? 0 : (time - start) / span;
      const x = this.#mix(a, b, limb * 2, amount);
      const y = this.#mix(a, b, limb * 2 + 1, amount);
      const length = Math.hypot(x, y) || 1;
      target[at + limb * 2] = x / length;
      target[at + limb * 2 + 1] = y / length;
      fresh[freshAt + limb] = 1;
    }
  }

  #mix(a: number, b: number, index: number, amount: number): number {
    const from = this.#directions[a * DIRECTION_NUMBERS + index] ?? 0;
    const to = this.#directions[b * DIRECTION_NUMBERS + index] ?? 0;
    return from + (to - from) * amount;
  }

  #firstAfter(time: number): number {
    let index = Math.min(this.#hint, this.#length);
    while (index > 0 && (this.#times[index - 1] ?? 0) > time) index -= 1;
    while (index < this.#length && (this.#times[index] ?? Infinity) <= time) index += 1;
    this.#hint = index;
    return index;
  }

  #lastSeen(from: number, limb: number, time: number): number {
    for (let row = from; row >= 0 && time - (this.#times[row] ?? 0) <= SCORE.grace; row -= 1) {
      if (this.#seen[row * VECTOR_COUNT + limb] === 1) return row;
    }
    return -1;
  }

  #nextSeen(from: number, limb: number, time: number, until: number): number {
    for (let row = from; row < this.#length; row += 1) {
      const at = this.#times[row] ?? Infinity;
      if (at > until || at - time > SCORE.grace) return -1;
      if (this.#seen[row * VECTOR_COUNT + limb] === 1) return row;
    }
    return -1;
  }

  #grow(): void {
    const times = new Float64Array(this.#times.length * 2);
    times.set(this.#times);
    const directions = new Float32Array(this.#directions.length * 2);
    directions.set(this.#directions);
    const seen = new Float32Array(this.#seen.length * 2);
    seen.set(this.#seen);
    this.#times = times;
    this.#directions = directions;
    this.#seen = seen;
  }
}
