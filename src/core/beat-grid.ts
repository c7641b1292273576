/** The beats of a song: what count-ins, moves, cuts and pulses hang on. */
import { modulo } from './scalar';

/** An even grid. All bundled songs are composed on one, so it is true by construction. */
export interface BeatGrid {
  /** Beats a minute. */
  readonly bpm: number;
  /** Seconds from the start of the song to its first beat (a downbeat). */
  readonly firstBeat: number;
  readonly beatsPerBar: number;
}

/** Length of one beat in seconds. */
export function beatSeconds(grid: BeatGrid): number {
  return 60 / grid.bpm;
}

/** Song time in seconds of beat `index` (0 = the first downbeat; fractions lie between beats). */
export function beatTime(grid: BeatGrid, index: number): number {
  return grid.firstBeat + index * beatSeconds(grid);
}

/** Where song time `seconds` lies, in beats from the first downbeat (negative before it). */
export function beatPosition(grid: BeatGrid, seconds: number): number {
  return (seconds - grid.firstBeat) / beatSeconds(grid);
}

/**
 * The grid of the same song played slower or faster.
 * @param tempo 1 = as it is, 0.5 = half as fast
 */
export function atTempo(grid: BeatGrid, tempo: number): BeatGrid {
  return tempo === 1 ? grid : { ...grid, bpm: grid.bpm * tempo, firstBeat: grid.firstBeat / tempo };
}

/** The beat that sounds at one instant. */
export interface BeatSignal {
  /** Beat number from the first downbeat; negative before it. */
  readonly index: number;
  /** 0 on the beat, towards 1 just before the next. */
  readonly phase: number;
  /** Seconds since the beat began. */
  readonly since: number;
  /** Place of the beat in its bar, 0 = downbeat. */
  readonly inBar: number;
  /** Seconds from one beat to the next. */
  readonly period: number;
}

/** The beat at song time `seconds`. */
export function beatAt(grid: BeatGrid, seconds: number): BeatSignal {
  // A billionth of a beat forgives the rounding of times that lie exactly on one.
  const position = beatPosition(grid, seconds) + 1e-9;
  const index = Math.floor(position);
  const phase = Math.max(0, position - index);
  const period = beatSeconds(grid);
  return { index, phase, since: phase * period, inBar: modulo(index, grid.beatsPerBar), period };
}
