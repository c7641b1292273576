/**
 * Neon Steps, 120 BPM electro pop in A minor, 30 beats.
 * Beats 0-3 count in; three phrases of eight (4, 12, 20): groove, hook, lift; E7 leads home to beat 28, which rings out.
 */
import type { BeatGrid } from '../../core/beat-grid';
import { createRandom } from '../../core/random';
import type { Pcm } from '../pcm';
import { CLAP, CLOSED_HAT, CLUB_KICK, CRASH, OPEN_HAT, SNARE, STICKS } from './drum-kit';
import { playKick, playNoise, playRiser, playStick } from './drums';
import { playFm, type FmPatch } from './fm-voice';
import { mixDown } from './mixing-desk';
import { noteHertz } from './pitch';
import { chordHertz, createScorer } from './score';
import { createBus } from './stereo-bus';
import { playSynth, type SynthPatch } from './synth-voice';

export const NEON_STEPS_GRID: BeatGrid = { bpm: 120, firstBeat: 0, beatsPerBar: 4 };
export const NEON_STEPS_BEATS = 30;

const BASS: SynthPatch = {
  wave: 'saw',
  unison: 1,
  detuneCents: 0,
  width: 0,
  sub: 0,
  cutoff: 260,
  resonance: 0.35,
  sweepOctaves: 2.4,
  sweepDecay: 0.28,
  amplitude: { attack: 0.003, decay: 0.5, sustain: 0.7, release: 0.06 },
};

const PAD: SynthPatch = {
  wave: 'saw',
  unison: 4,
  detuneCents: 14,
  width: 0.9,
  sub: 0,
  cutoff: 2100,
  resonance: 0.1,
  sweepOctaves: 0.8,
  sweepDecay: 1.2,
  amplitude: { attack: 0.03, decay: 2, sustain: 0.8, release: 0.25 },
};

const LEAD: SynthPatch = {
  wave: 'square',
  unison: 2,
  detuneCents: 9,
  width: 0.35,
  sub: 0,
  cutoff: 3200,
  resonance: 0.25,
  sweepOctaves: 1.3,
  sweepDecay: 0.5,
  amplitude: { attack: 0.004, decay: 0.6, sustain: 0.55, release: 0.14 },
  vibratoCents: 10,
};

const PLUCK: FmPatch = {
  ratio: 2,
  depth: 2.2,
  depthSustain: 0,
  depthDecay: 0.25,
  amplitude: { attack: 0.002, decay: 0.55, sustain: 0, release: 0.12 },
};

/** Two beats each; three phrases of four chords. `bass` is the root in the low octave. */
const CHORDS = [
  { bass: 'A1', notes: 'A3 C4 E4 G4' },
  { bass: 'F1', notes: 'A3 C4 E4 F4' },
  { bass: 'C2', notes: 'G3 C4 D4 E4' },
  { bass: 'G1', notes: 'G3 B3 D4 A4' },
  { bass: 'A1', notes: 'A3 C4 E4 G4' },
  { bass: 'F1', notes: 'A3 C4 E4 F4' },
  { bass: 'C2', notes: 'G3 C4 E4 G4' },
  { bass: 'G1', notes: 'G3 B3 D4 A4' },
  { bass: 'F1', notes: 'A3 C4 F4 G4' },
  { bass: 'G1', notes: 'B3 D4 G4 A4' },
  { bass: 'D2', notes: 'A3 C4 D4 F4' },
  { bass: 'E1', notes: 'G#3 B3 D4 E4' },
];

/** The hook and its answer: groups of three, three and two sixteenths over two beats. */
const HOOK = 'E5:3 D5:3 C5:2  A4:3 C5:3 D5:2  E5:3 G5:3 E5:2  D5:4 -:2 B4:1 C5:1';
const LIFT = 'A5:3 G5:3 E5:2  D5:3 E5:3 G5:2  F5:3 E5:3 D5:2  E5:2 G#5:2 B5:2 G#5:2';

/** Renders the song on `grid`: its own, or a slower one. */
export function renderNeonSteps(sampleRate: number, grid: BeatGrid): Pcm {
  const { at, lasting, rhythm, melody } = createScorer(grid);
  const random = createRandom(120);
  const frames = Math.round(lasting(NEON_STEPS_BEATS) * sampleRate);
  const kick = createBus(sampleRate, frames, { gain: 0.85 });
  const drums = createBus(sampleRate, frames, { gain: 0.72, reverb: 0.12 });
  const hats = createBus(sampleRate, frames, { gain: 0.36, reverb: 0.03 });
  const bass = createBus(sampleRate, frames, { gain: 0.62, duck: 0.6 });
  const pad = createBus(sampleRate, frames, { gain: 0.17, reverb: 0.35, duck: 0.75 });
  const pluck = createBus(sampleRate, frames, { gain: 0.26, reverb: 0.25, echo: 0.4, duck: 0.3 });
  const lead = createBus(sampleRate, frames, { gain: 0.3, reverb: 0.22, echo: 0.28, duck: 0.25 });
  const sweeps = createBus(sampleRate, frames, { gain: 0.3, reverb: 0.3 });
  const kicks: number[] = [];
  const hitKick = (seconds: number, velocity: number): void => {
    kicks.push(seconds);
    playKick(kick, CLUB_KICK, seconds, velocity);
  };

  // Count-in: sticks and a light kick on each beat, a riser over all four, a pick-up on the snare.
  rhythm('x...', 0, 4, (seconds, velocity) => playStick(drums, STICKS, seconds, velocity * 0.9));
  rhythm('7...', 0, 4, hitKick);
  playRiser(sweeps, at(0.5), at(4), 0.9, random);
  rhythm('.... .... .... ..57', 0, 4, (seconds, velocity) =>
    playNoise(drums, SNARE, seconds, velocity, random),
  );
  for (const hertz of chordHertz('E3 A3 B3 E4')) {
    playSynth(
      pad,
      { ...PAD, cutoff: 500 },
      { start: at(0), length: lasting(4), hertz, velocity: 0.7 },
      random,
    );
  }

  // Drums.
  rhythm('x...', 4, 26, hitKick);
  rhythm('x... x.x. x..x ..x.', 26, 28, hitKick);
  rhythm('.... x...', 4, 26, (seconds, velocity) => playNoise(drums, CLAP, seconds, velocity, random));
  rhythm('.... 6...', 12, 26, (seconds, velocity) => playNoise(drums, SNARE, seconds, velocity, random));
  rhythm('4565 4567', 26, 28, (seconds, velocity) =>
    playNoise(drums, SNARE, seconds, velocity * 1.2, random),
  );
  rhythm('..7.', 4, 12, (seconds, velocity) => playNoise(hats, CLOSED_HAT, seconds, velocity, random, 0.2));
  rhythm('8364', 12, 27, (seconds, velocity) => playNoise(hats, CLOSED_HAT, seconds, velocity, random, 0.2));
  rhythm('..7.', 12, 27, (seconds, velocity) => playNoise(hats, OPEN_HAT, seconds, velocity, random, -0.15));
  for (const beat of [4, 12, 20]) playNoise(hats, CRASH, at(beat), beat === 12 ? 0.7 : 1, random);
  playRiser(sweeps, at(10), at(12), 0.4, random);
  playRiser(sweeps, at(24), at(28), 0.8, random);

  // Chords, bass and the bubbling plucks.
  CHORDS.forEach(({ bass: root, notes }, index) => {
    const from = 4 + index * 2;
    const low = noteHertz(root);
    const chord = chordHertz(notes);
    for (const hertz of chord) {
      playSynth(pad, PAD, { start: at(from), length: lasting(1.9), hertz, velocity: 0.8 }, random);
    }
    rhythm(index < 4 ? 'x.7. x.7.' : 'x.7x .7x7', from, from + 2, (start, velocity) => {
      const isHigh = velocity < 1;
      const hertz = isHigh ? low * 2 : low;
      playSynth(
        bass,
        BASS,
        { start, length: lasting(0.22), hertz: hertz * (low < 45 ? 2 : 1), velocity },
        random,
      );
    });
    const steps = index < 4 ? [0, 2, 1, 3, 2, 0, 3, 1] : [0, 1, 2, 3, 2, 3, 1, 2];
    steps.forEach((degree, step) => {
      const hertz = (chord[degree] ?? low) * 2;
      const start = at(from + step / 4);
      playFm(pluck, PLUCK, {
        start,
        length: 0.1,
        hertz,
        velocity: step % 3 === 0 ? 0.85 : 0.5,
        pan: step % 2 ? 0.45 : -0.45,
      });
    });
  });

  // The hook, its answer an octave brighter with a third voice below, and the landing.
  for (const note of melody('-:6 E5:1 G5:1 A5:4 -:4  -:6 G5:1 E5:1 D5:4 -:4', 4)) {
    playFm(pluck, { ...PLUCK, depth: 3 }, { ...note, velocity: 0.8 });
  }
  for (const note of melody(HOOK, 12))
    playSynth(lead, LEAD, { ...note, length: note.length * 0.85, velocity: 0.9 }, random);
  for (const note of melody(LIFT, 20)) {
    playSynth(lead, LEAD, { ...note, length: note.length * 0.85, velocity: 0.95 }, random);
    playSynth(
      lead,
      LEAD,
      { ...note, length: note.length * 0.85, hertz: note.hertz / 2, velocity: 0.4, pan: -0.3 },
      random,
    );
  }
  hitKick(at(28), 1);
  playNoise(drums, CLAP, at(28), 1, random);
  playNoise(hats, CRASH, at(28), 1.2, random);
  for (const hertz of chordHertz('A3 C4 E4 B4 E5')) {
    playSynth(pad, PAD, { start: at(28), length: lasting(0.9), hertz, velocity: 1 }, random);
  }
  playSynth(bass, BASS, { start: at(28), length: lasting(1.2), hertz: noteHertz('A1'), velocity: 1 }, random);
  playSynth(
    lead,
    LEAD,
    { start: at(28), length: lasting(0.8), hertz: noteHertz('A5'), velocity: 0.9 },
    random,
  );

  return mixDown([kick, drums, hats, bass, pad, pluck, lead, sweeps], {
    sampleRate,
    frames,
    room: { feedback: 0.76, damping: 0.35 },
    echo: { seconds: lasting(0.75), feedback: 0.42 },
    duckAt: kicks,
    duckRelease: lasting(0.62),
    airDb: 2.5,
  });
}
