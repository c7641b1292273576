import { describe, expect, it } from 'vitest';
import { createScorer, progression } from '../../../src/media/songs/score';
import type { Note } from '../../../src/media/songs/synth-voice';
import { createVoice } from '../../../src/media/songs/voice';

const GRID = { bpm: 60, firstBeat: 0, beatsPerBar: 4 };

describe('a written rhythm', () => {
  it('hits on its steps, as hard as it says, held by underscores, over and over', () => {
    const hits: [number, number, number][] = [];
    createScorer(GRID).rhythm('x__. 5.', 4, 7, (seconds, velocity, steps) =>
      hits.push([seconds, velocity, steps]),
    );
    expect(hits).toEqual([
      [4, 1, 3],
      [5, 0.5, 1],
      [5.5, 1, 3],
      [6.5, 0.5, 1],
    ]);
  });

  it('swings every second sixteenth', () => {
    const hits: number[] = [];
    createScorer(GRID, 0.4).rhythm('xxxx', 0, 1, (seconds) => hits.push(seconds));
    expect(hits).toEqual([0, 0.35, 0.5, 0.85]);
  });
});

describe('a written melody', () => {
  it('follows its lengths and rests', () => {
    expect(createScorer(GRID).melody('A4:2 -:1 A5:1', 1)).toEqual([
      { start: 1, length: 0.5, hertz: 440 },
      { start: 1.75, length: 0.25, hertz: 880 },
    ]);
  });

  it('refuses a bar that is not full', () => {
    expect(() => createScorer(GRID).melody('A4:4 A4:8 | A4:4', 0)).toThrow(RangeError);
  });
});

describe('a voice', () => {
  const played = (play: (voice: ReturnType<typeof createVoice>) => void): Note[] => {
    const notes: Note[] = [];
    play(createVoice(createScorer(GRID), (note) => notes.push(note)));
    return notes;
  };
  const chords = progression(0, '2 A3 A4 | 2 A2 A3');

  it('strikes the chord of the moment', () => {
    const notes = played((voice) => voice.comp(chords, 'x... .... ....', 0, 3));
    expect(notes.map(({ start, hertz }) => [start, hertz])).toEqual([
      [0, 220],
      [0, 440],
    ]);
    const later = played((voice) => voice.comp(chords, 'x...', 2, 3));
    expect(later.map(({ hertz }) => hertz)).toEqual([110, 220]);
  });

  it('breaks chords by place, past the top an octave up', () => {
    const notes = played((voice) => voice.broken(chords, '123.', 0, 1));
    expect(notes.map(({ hertz }) => hertz)).toEqual([220, 440, 440]);
  });

  it('holds each chord of a progression for its beats', () => {
    const notes = played((voice) => voice.pad(chords, { hold: 1 }));
    expect(notes.map(({ start, length }) => [start, length])).toEqual([
      [0, 2],
      [0, 2],
      [2, 2],
      [2, 2],
    ]);
  });
});
