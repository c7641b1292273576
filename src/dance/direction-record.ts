/** A body's limb directions over time: grows as poses come, read on any grid. */
import { clamp } from '../core/scalar';
import type { Pose } from '../pose/pose';
import type { PoseTrack } from '../pose/pose-track';
import { DIRECTION_NUMBERS, VECTOR_COUNT, writeDirections } from './limb-vectors';
import { SCORE } from './score-config';

/** Half a minute at 60 a second without growing. */
const FIRST_CAPACITY = 1800;

/** Appends in time order; `sample` interpolates. No allocation per pose but when it grows. */
export class DirectionRecord {
  #times: Float64Array;
  #directions: Float32Array;
  #clarity: Float32Array;
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
    this.#clarity = new Float32Array(capacity * VECTOR_COUNT);
  }

  /** A whole track. */
  static of(track: PoseTrack): DirectionRecord {
    const record = new DirectionRecord(track.aspect, Math.max(1, track.length));
    for (let row = 0; row < track.length; row += 1) record.appendRow(track, row);
    return record;
  }

  get lastTime(): number {
    return this.#length === 0 ? -Infinity : (this.#times[this.#length - 1] ?? -Infinity);
  }

  /** Adds what was seen at `time`; null = nobody. Times that do not rise are ignored. */
  append(time: number, pose: Pose | null): void {
    if (pose === null) this.#add(time, null, null, 0);
    else this.#add(time, pose.image, pose.visibility, 0);
  }

  /** Adds one row of a track, as `append` does, without copying it. */
  appendRow(track: PoseTrack, row: number): void {
    const time = track.times[row] ?? NaN;
    if (track.present[row] === 1) this.#add(time, track.image, track.visibility, row);
    else this.#add(time, null, null, 0);
  }

  /**
   * Directions at `time`, from looks not later than `until`, into `target[at …]`; how clear each limb is into
   * `clarity[clarityAt …]`, 0 = not seen within the grace.
   * @returns how well the moment was looked at, 0..1: 0 where no look was near, whatever it would have seen
   */
  sample(
    time: number,
    until: number,
    target: Float32Array,
    at: number,
    clarity: Float32Array,
    clarityAt: number,
  ): number {
    const after = this.#firstAfter(time);
    const hasAfter = after < this.#length && (this.#times[after] ?? Infinity) <= until;
    for (let limb = 0; limb < VECTOR_COUNT; limb += 1) {
      const before = this.#lastSeen(after - 1, limb, time);
      const next = hasAfter ? this.#nextSeen(after, limb, time, until) : -1;
      if (before < 0 && next < 0) {
        clarity[clarityAt + limb] = 0;
        target[at + limb * 2] = 0;
        target[at + limb * 2 + 1] = 0;
        continue;
      }
      const a = before < 0 ? next : before;
      const b = next < 0 ? before : next;
      const start = this.#times[a] ?? 0;
      const span = (this.#times[b] ?? 0) - start;
      const amount = span <= 0 ? 0 : (time - start) / span;
      const x = mix(this.#directions, a, b, DIRECTION_NUMBERS, limb * 2, amount);
      const y = mix(this.#directions, a, b, DIRECTION_NUMBERS, limb * 2 + 1, amount);
      const length = Math.sqrt(x * x + y * y) || 1;
      target[at + limb * 2] = x / length;
      target[at + limb * 2 + 1] = y / length;
      clarity[clarityAt + limb] = mix(this.#clarity, a, b, VECTOR_COUNT, limb, amount);
    }
    if (time > until) return 0;
    const sinceLook = time - (after > 0 ? (this.#times[after - 1] ?? -Infinity) : -Infinity);
    const toLook = hasAfter ? (this.#times[after] ?? Infinity) - time : Infinity;
    const { full, none } = SCORE.looks;
    return clamp((none - Math.min(sinceLook, toLook)) / (none - full), 0, 1);
  }

  #add(time: number, image: Float32Array | null, visibility: Float32Array | null, row: number): void {
    if (!(time > this.lastTime)) return;
    if (this.#length === this.#times.length) this.#grow();
    const at = this.#length * DIRECTION_NUMBERS;
    const clarityAt = this.#length * VECTOR_COUNT;
    this.#times[this.#length] = time;
    this.#length += 1;
    if (image !== null && visibility !== null) {
      writeDirections(image, visibility, row, this.aspect, this.#directions, at, this.#clarity, clarityAt);
      return;
    }
    this.#clarity.fill(0, clarityAt, clarityAt + VECTOR_COUNT);
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
      if ((this.#clarity[row * VECTOR_COUNT + limb] ?? 0) > 0) return row;
    }
    return -1;
  }

  #nextSeen(from: number, limb: number, time: number, until: number): number {
    for (let row = from; row < this.#length; row += 1) {
      const at = this.#times[row] ?? Infinity;
      if (at > until || at - time > SCORE.grace) return -1;
      if ((this.#clarity[row * VECTOR_COUNT + limb] ?? 0) > 0) return row;
    }
    return -1;
  }

  #grow(): void {
    const grown = <T extends Float32Array | Float64Array>(old: T, wider: T): T => {
      wider.set(old);
      return wider;
    };
    this.#times = grown(this.#times, new Float64Array(this.#times.length * 2));
    this.#directions = grown(this.#directions, new Float32Array(this.#directions.length * 2));
    this.#clarity = grown(this.#clarity, new Float32Array(this.#clarity.length * 2));
  }
}

function mix(
  column: Float32Array,
  a: number,
  b: number,
  width: number,
  index: number,
  amount: number,
): number {
  const from = column[a * width + index] ?? 0;
  return from + ((column[b * width + index] ?? 0) - from) * amount;
}
