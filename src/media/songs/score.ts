/** How the songs are written down: rhythms as step strings, melodies as notes with lengths, chords by beats. */
import { beatSeconds, beatTime, type BeatGrid } from '../../core/beat-grid';
import { noteHertz } from './pitch';

/** Sixteenth notes in one beat. */
const STEPS_PER_BEAT = 4;

/** Sixteenth notes in a bar. */
const STEPS_PER_BAR = 16;

/** A note of a melody, in seconds of the song. */
export interface ScoredNote {
  readonly start: number;
  readonly length: number;
  readonly hertz: number;
}

/** A chord and its time, in beats of the song; notes in hertz from low to high. */
export interface ChordSpan {
  readonly from: number;
  readonly beats: number;
  readonly notes: readonly number[];
}

/** Reads scores on one grid. */
export interface Scorer {
  /** Song time in seconds of a beat (fractions lie between beats; sixteenths between eighths may swing). */
  readonly at: (beat: number) => number;
  /** Seconds that `beats` beats last. */
  readonly lasting: (beats: number) => number;
  /**
   * A rhythm in sixteenths from `fromBeat` on. `.` rests, `1`…`9` hits with a velocity of a tenth, `x` is 1;
   * `_` holds the hit before it for one step more. Spaces are for the eye. Repeats until `toBeat` (exclusive).
   * `hit` is told when, how hard, for how many steps, and on which beat of the song.
   */
  readonly rhythm: (
    pattern: string,
    fromBeat: number,
    toBeat: number,
    hit: (seconds: number, velocity: number, steps: number, beat: number) => void,
  ) => void;
  /**
   * A melody from `fromBeat` on: words `note:sixteenths`, `-` for a rest, e.g. `E5:3 D5:3 -:2`.
   * A `|` stands between bars of four beats. @throws RangeError where a bar is not full
   */
  readonly melody: (words: string, fromBeat: number) => readonly ScoredNote[];
  /** Frequencies of a chord written as notes: `A3 C4 E4 G4`. */
  readonly chord: (notes: string) => readonly number[];
}

/**
 * @param swing 0 = even; 0.33 = triplet feel: how far every second sixteenth comes late, as a part of a sixteenth
 */
export function createScorer(grid: BeatGrid, swing = 0): Scorer {
  const at = (beat: number): number => {
    const step = beat * STEPS_PER_BEAT;
    const isOffStep = Number.isInteger(step) && Math.abs(step) % 2 === 1;
    return beatTime(grid, isOffStep ? (step + swing) / STEPS_PER_BEAT : beat);
  };
  const lasting = (beats: number): number => beats * beatSeconds(grid);
  return {
    at,
    lasting,
    rhythm(pattern, fromBeat, toBeat, hit) {
      const steps = pattern.replaceAll(' ', '');
      const count = Math.round((toBeat - fromBeat) * STEPS_PER_BEAT);
      for (let step = 0; step < count; step += 1) {
        const mark = steps[step % steps.length] ?? '.';
        if (mark === '.' || mark === '_') continue;
        let held = 1;
        while (step + held < count && steps[(step + held) % steps.length] === '_') held += 1;
        const beat = fromBeat + step / STEPS_PER_BEAT;
        hit(at(beat), mark === 'x' ? 1 : Number(mark) / 10, held, beat);
      }
    },
    melody(words, fromBeat) {
      const notes: ScoredNote[] = [];
      let step = 0;
      for (const word of words.trim().split(/\s+/)) {
        if (word === '|') {
          if (step % STEPS_PER_BAR !== 0)
            throw new RangeError(`A bar ends at sixteenth ${step}: ${words.slice(0, 60)}`);
          continue;
        }
        const [name = '-', length = '1'] = word.split(':');
        const beats = Number(length) / STEPS_PER_BEAT;
        const start = at(fromBeat + step / STEPS_PER_BEAT);
        if (name !== '-') notes.push({ start, length: lasting(beats), hertz: noteHertz(name) });
        step += Number(length);
      }
      return notes;
    },
    chord: chordHertz,
  };
}

/** Frequencies of a chord written as notes: `A3 C4 E4 G4`. */
export function chordHertz(notes: string): readonly number[] {
  return notes.split(' ').map(noteHertz);
}

/**
 * A progression: chords one after the other, each `beats notes`, parted by `|`.
 * @param from beat of the first chord
 * @example progression(4, '4 A3 C4 E4 | 2 F3 A3 C4 | 2 G3 B3 D4')
 */
export function progression(from: number, words: string): readonly ChordSpan[] {
  let beat = from;
  return words.split('|').map((chord) => {
    const [beats = '', ...notes] = chord.trim().split(/\s+/);
    const span = { from: beat, beats: Number(beats), notes: notes.map(noteHertz) };
    beat += span.beats;
    return span;
  });
}
