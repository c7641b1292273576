/**
 * Paper Lanterns, 96 BPM mellow city pop in F, 24 beats with a light swing.
 * Beats 0-3 count in; four bars F maj9 · E7 · A m9 · G m9-C13; beat 20 comes home to F and glows out.
 */
import type { BeatGrid } from '../../core/beat-grid';
import { createRandom } from '../../core/random';
import type { Pcm } from '../pcm';
import { CLOSED_HAT, CRASH, OPEN_HAT, RIM, SHAKER, SOFT_KICK, SOFT_SNARE, STICKS } from './drum-kit';
import { playKick, playNoise, playStick } from './drums';
import { playFm, type FmPatch } from './fm-voice';
import { mixDown } from './mixing-desk';
import { chordHertz, createScorer } from './score';
import { createBus } from './stereo-bus';
import { playSynth, type SynthPatch } from './synth-voice';

export const PAPER_LANTERNS_GRID: BeatGrid = { bpm: 96, firstBeat: 0, beatsPerBar: 4 };
export const PAPER_LANTERNS_BEATS = 24;

const ELECTRIC_PIANO: FmPatch = {
  ratio: 1,
  depth: 1.9,
  depthSustain: 0.15,
  depthDecay: 0.9,
  amplitude: { attack: 0.004, decay: 4.5, sustain: 0, release: 0.3 },
  tremolo: 0.22,
};

const MARIMBA: FmPatch = {
  ratio: 4,
  depth: 0.9,
  depthSustain: 0,
  depthDecay: 0.12,
  amplitude: { attack: 0.002, decay: 0.85, sustain: 0, release: 0.25 },
};

const BASS: SynthPatch = {
  wave: 'triangle',
  unison: 1,
  detuneCents: 0,
  width: 0,
  sub: 0,
  cutoff: 520,
  resonance: 0.15,
  sweepOctaves: 1.6,
  sweepDecay: 0.3,
  amplitude: { attack: 0.004, decay: 1.6, sustain: 0.5, release: 0.08 },
};

const STRINGS: SynthPatch = {
  wave: 'saw',
  unison: 4,
  detuneCents: 11,
  width: 1,
  sub: 0,
  cutoff: 1900,
  resonance: 0.05,
  sweepOctaves: 0,
  sweepDecay: 1,
  amplitude: { attack: 0.25, decay: 2, sustain: 0.9, release: 0.5 },
};

const FLUTE: SynthPatch = {
  wave: 'triangle',
  unison: 2,
  detuneCents: 5,
  width: 0.25,
  sub: 0,
  cutoff: 4200,
  resonance: 0.1,
  sweepOctaves: 0.4,
  sweepDecay: 0.4,
  amplitude: { attack: 0.03, decay: 0.8, sustain: 0.75, release: 0.16 },
  vibratoCents: 14,
};

/** Beat, length in beats and voicing of each chord. */
const CHORDS: readonly (readonly [beat: number, beats: number, notes: string])[] = [
  [4, 4, 'A3 C4 E4 G4'],
  [8, 4, 'G#3 B3 D4 G4'],
  [12, 4, 'G3 B3 C4 E4'],
  [16, 2, 'F3 A3 Bb3 D4'],
  [18, 2, 'E3 A3 Bb3 D4'],
];

const BASS_LINE =
  'F2:3 -:1 -:2 F2:1 C3:1  F2:3 -:1 G2:2 A2:1 -:1   E2:3 -:1 -:2 E2:1 B2:1  E2:3 -:1 G#2:2 B2:1 -:1 ' +
  'A2:3 -:1 -:2 A2:1 E3:1  A2:3 -:1 C3:2 B2:1 A2:1   G2:3 -:1 -:2 G2:1 D3:1  C2:3 -:1 C3:2 D3:1 E3:1';

const TUNE =
  '-:2 A5:1 G5:3 E5:2 C5:3 D5:1 E5:4   -:2 G5:1 F5:1 E5:2 D5:2 B4:3 C5:1 D5:2 E5:2 ' +
  'C5:4 -:2 E5:1 G5:1 B5:2 A5:2 G5:1 E5:3   D5:3 F5:3 A5:2 G5:2 E5:1 D5:1 C5:2 D5:2';

/** Renders the song on `grid`: its own, or a slower one. */
export function renderPaperLanterns(sampleRate: number, grid: BeatGrid): Pcm {
  const { at, lasting, rhythm, melody } = createScorer(grid, 0.24);
  const random = createRandom(96);
  const frames = Math.round(lasting(PAPER_LANTERNS_BEATS) * sampleRate);
  const kick = createBus(sampleRate, frames, { gain: 0.95 });
  const drums = createBus(sampleRate, frames, { gain: 0.75, reverb: 0.14 });
  const hats = createBus(sampleRate, frames, { gain: 0.4, reverb: 0.05 });
  const bass = createBus(sampleRate, frames, { gain: 0.55, duck: 0.25 });
  const keys = createBus(sampleRate, frames, { gain: 0.24, reverb: 0.22, duck: 0.15 });
  const strings = createBus(sampleRate, frames, { gain: 0.075, reverb: 0.5, duck: 0.3 });
  const bells = createBus(sampleRate, frames, { gain: 0.24, reverb: 0.35, echo: 0.35 });
  const flute = createBus(sampleRate, frames, { gain: 0.24, reverb: 0.35, echo: 0.22 });
  const kicks: number[] = [];
  const hitKick = (seconds: number, velocity: number): void => {
    kicks.push(seconds);
    playKick(kick, SOFT_KICK, seconds, velocity);
  };
  const strum = (notes: string, beat: number, beats: number, velocity: number): void => {
    chordHertz(notes).forEach((hertz, index) => {
      // A chord is rolled by 9 ms a note from its beat on, as hands do.
      const start = at(beat) + index * 0.009;
      playFm(keys, ELECTRIC_PIANO, {
        start,
        length: lasting(beats),
        hertz,
        velocity,
        pan: index * 0.2 - 0.3,
      });
    });
  };

  // Count-in: sticks and a soft kick on the beats, a rising marimba run into the first bar.
  rhythm('x...', 0, 4, (seconds, velocity) => playStick(drums, STICKS, seconds, velocity * 0.7));
  rhythm('6...', 0, 4, hitKick);
  for (const note of melody('C5:2 D5:2 E5:2 G5:2 A5:2 C6:2 D6:1 E6:1 G6:2', 0)) {
    playFm(bells, MARIMBA, { ...note, velocity: 0.55, pan: 0.25 });
  }
  strum('Bb3 D4 E4 A4', 2, 1.9, 0.45);
  rhythm('.... .... ...5 .7.8', 0, 4, (seconds, velocity) =>
    playNoise(drums, SOFT_SNARE, seconds, velocity, random),
  );

  // Drums with ghost notes.
  rhythm('x... ...6 ..x. ....', 4, 19, hitKick);
  rhythm('x... ..6.', 19, 20, hitKick);
  rhythm('.... x..2 .2.. x...', 4, 18, (seconds, velocity) =>
    playNoise(drums, SOFT_SNARE, seconds, velocity, random),
  );
  rhythm('..4. x.56 5678', 18, 20, (seconds, velocity) =>
    playNoise(drums, SOFT_SNARE, seconds, velocity, random),
  );
  rhythm('8464', 4, 20, (seconds, velocity) => playNoise(hats, CLOSED_HAT, seconds, velocity, random, 0.25));
  rhythm('.... .... .... ..6.', 4, 20, (seconds, velocity) =>
    playNoise(hats, OPEN_HAT, seconds, velocity, random, 0.25),
  );
  rhythm('2.5.', 12, 20, (seconds, velocity) =>
    playNoise(hats, SHAKER, seconds, velocity * 1.4, random, -0.4),
  );
  rhythm('...6 ..6.', 4, 20, (seconds, velocity) => playStick(drums, RIM, seconds, velocity * 0.35, -0.3));
  playNoise(hats, CRASH, at(4), 0.7, random);

  // Keys, strings and bass.
  for (const [beat, beats, notes] of CHORDS) {
    strum(notes, beat, beats * 0.42, 0.75);
    strum(notes, beat + (beats === 4 ? 1.5 : 0.75), 0.35, 0.5);
    if (beats === 4) strum(notes, beat + 2.5, 1.3, 0.6);
    for (const hertz of chordHertz(notes)) {
      playSynth(
        strings,
        STRINGS,
        { start: at(beat), length: lasting(beats * 0.95), hertz: hertz * 2, velocity: 0.7 },
        random,
      );
    }
  }
  for (const note of melody(BASS_LINE, 4)) {
    playSynth(bass, BASS, { ...note, length: note.length * 0.92, velocity: 0.9 }, random);
  }

  // The tune: flute, doubled by bells from the third bar on.
  const tune = melody(TUNE, 4);
  for (const note of tune) {
    playSynth(flute, FLUTE, { ...note, length: note.length * 0.9, velocity: 0.85, pan: -0.08 }, random);
    if (note.start >= at(12))
      playFm(bells, MARIMBA, { ...note, hertz: note.hertz * 2, velocity: 0.3, pan: 0.35 });
  }

  // Home.
  hitKick(at(20), 1);
  playNoise(hats, CRASH, at(20), 0.9, random);
  strum('F3 A3 C4 E4 G4', 20, 3.4, 0.85);
  for (const hertz of chordHertz('A4 C5 E5 G5')) {
    playSynth(strings, STRINGS, { start: at(20), length: lasting(2.8), hertz, velocity: 0.8 }, random);
  }
  playSynth(bass, BASS, { start: at(20), length: lasting(2.6), hertz: 87.307, velocity: 0.95 }, random);
  for (const note of melody('C5:1 E5:1 G5:1 A5:1 C6:1 E6:1 G6:2', 20.5)) {
    playFm(bells, MARIMBA, { ...note, velocity: 0.5, pan: 0.2 });
  }
  playSynth(flute, FLUTE, { start: at(20), length: lasting(2), hertz: 523.251, velocity: 0.8 }, random);

  return mixDown([kick, drums, hats, bass, keys, strings, bells, flute], {
    sampleRate,
    frames,
    room: { feedback: 0.8, damping: 0.45 },
    echo: { seconds: lasting(0.75), feedback: 0.35 },
    duckAt: kicks,
    duckRelease: lasting(0.5),
    airDb: 5,
  });
}
