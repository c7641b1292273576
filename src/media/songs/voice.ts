/** A melodic player: lines, chords and broken chords in beats, for whichever instrument sounds the notes. */
import type { ChordSpan, Scorer } from './score';
import type { Note } from './synth-voice';

/** How a passage is played. */
export interface Feel {
  /** 0..1, default 0.8; scales the velocities of a pattern. */
  readonly velocity?: number;
  /** Part of its written length that a note is held, default 0.9. */
  readonly hold?: number;
  /** Octaves up from what is written, default 0. */
  readonly octave?: number;
  /** -1 left .. 1 right, default 0. */
  readonly pan?: number;
  /** How far the notes of a chord, or the neighbours of a line, stand apart to both sides; 0..1, default 0. */
  readonly spread?: number;
  /** Seconds from one note of a chord to the next, as hands roll it; default 0. */
  readonly roll?: number;
}

export interface Voice {
  /** A melody, written as for `Scorer.melody`. */
  readonly line: (words: string, from: number, feel?: Feel) => void;
  /** Notes by name (`A3 C4 E4`), together, for so many beats. */
  readonly chord: (notes: string, beat: number, beats: number, feel?: Feel) => void;
  /** Each chord of a progression, held. */
  readonly pad: (chords: readonly ChordSpan[], feel?: Feel) => void;
  /** The chords in a rhythm: each step strikes the chord of its time; `_` after a step holds it on. */
  readonly comp: (
    chords: readonly ChordSpan[],
    pattern: string,
    from: number,
    to: number,
    feel?: Feel,
  ) => void;
  /** The chords note by note: digits are places in the chord, past its size an octave up; `.` rests. */
  readonly broken: (
    chords: readonly ChordSpan[],
    places: string,
    from: number,
    to: number,
    feel?: Feel,
  ) => void;
}

/** @param sound plays one note */
export function createVoice(scorer: Scorer, sound: (note: Note) => void): Voice {
  const strike = (
    notes: readonly number[],
    start: number,
    length: number,
    level: number,
    feel: Feel,
  ): void => {
    notes.forEach((hertz, index) => {
      const side = notes.length === 1 ? 0 : (index / (notes.length - 1)) * 2 - 1;
      sound({
        start: start + index * (feel.roll ?? 0),
        length: length * (feel.hold ?? 0.9),
        hertz: hertz * 2 ** (feel.octave ?? 0),
        velocity: level * (feel.velocity ?? 0.8),
        pan: clampPan((feel.pan ?? 0) + side * (feel.spread ?? 0)),
      });
    });
  };
  return {
    line(words, from, feel = {}) {
      scorer.melody(words, from).forEach(({ start, length, hertz }, index) => {
        const pan = (feel.pan ?? 0) + (index % 2 === 0 ? -1 : 1) * (feel.spread ?? 0);
        strike([hertz], start, length, 1, { ...feel, pan });
      });
    },
    chord: (notes, beat, beats, feel = {}) =>
      strike(scorer.chord(notes), scorer.at(beat), scorer.lasting(beats), 1, feel),
    pad(chords, feel = {}) {
      for (const { from, beats, notes } of chords)
        strike(notes, scorer.at(from), scorer.lasting(beats), 1, feel);
    },
    comp(chords, pattern, from, to, feel = {}) {
      scorer.rhythm(pattern, from, to, (start, velocity, steps, beat) => {
        strike(chordAt(chords, beat), start, scorer.lasting(steps / 4), velocity, feel);
      });
    },
    broken(chords, places, from, to, feel = {}) {
      // The digits are places here, so every step is as loud as the feel says; the beat is a little louder.
      scorer.rhythm(places, from, to, (start, tenth, steps, beat) => {
        const notes = chordAt(chords, beat);
        const place = Math.round(tenth * 10) - 1;
        const hertz = (notes[place % notes.length] ?? 0) * 2 ** Math.floor(place / notes.length);
        const side = Math.round(beat * 4) % 2 === 0 ? -1 : 1;
        const pan = (feel.pan ?? 0) + side * (feel.spread ?? 0);
        if (hertz > 0)
          strike([hertz], start, scorer.lasting(steps / 4), beat % 1 === 0 ? 1 : 0.75, { ...feel, pan });
      });
    },
  };
}

function chordAt(chords: readonly ChordSpan[], beat: number): readonly number[] {
  return chords.find(({ from, beats }) => beat >= from && beat < from + beats)?.notes ?? [];
}

function clampPan(pan: number): number {
  return Math.max(-1, Math.min(1, pan));
}
