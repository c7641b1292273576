/**
 * Rush Hour, 132 BPM piano house with a breakbeat in D minor, 34 beats.
 * Beats 0-3 count in; eight of groove (4), eight with the hook (12), four that hold their breath (20), eight of all (24);
 * beat 32 lands on D minor and rings out.
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

export const RUSH_HOUR_GRID: BeatGrid = { bpm: 132, firstBeat: 0, beatsPerBar: 4 };
export const RUSH_HOUR_BEATS = 34;

const PIANO: FmPatch = {
  ratio: 3,
  depth: 1.8,
  depthSustain: 0.1,
  depthDecay: 0.35,
  amplitude: { attack: 0.002, decay: 1.3, sustain: 0, release: 0.09 },
};

const REESE: SynthPatch = {
  wave: 'saw',
  unison: 2,
  detuneCents: 16,
  width: 0.12,
  sub: 0.5,
  cutoff: 330,
  resonance: 0.3,
  sweepOctaves: 1.7,
  sweepDecay: 0.4,
  amplitude: { attack: 0.004, decay: 1, sustain: 0.8, release: 0.05 },
};

const STRINGS: SynthPatch = {
  wave: 'saw',
  unison: 5,
  detuneCents: 15,
  width: 1,
  sub: 0,
  cutoff: 2100,
  resonance: 0.05,
  sweepOctaves: 0,
  sweepDecay: 1,
  amplitude: { attack: 0.12, decay: 2, sustain: 0.9, release: 0.3 },
};

const LEAD: SynthPatch = {
  wave: 'saw',
  unison: 3,
  detuneCents: 12,
  width: 0.5,
  sub: 0,
  cutoff: 3600,
  resonance: 0.3,
  sweepOctaves: 1.5,
  sweepDecay: 0.45,
  amplitude: { attack: 0.004, decay: 0.5, sustain: 0.5, release: 0.12 },
};

/** Two beats each. */
const LOOP = [
  { bass: 'D2', notes: 'A3 C4 E4 F4' },
  { bass: 'Bb1', notes: 'A3 Bb3 D4 F4' },
  { bass: 'G1', notes: 'Bb3 D4 F4 A4' },
  { bass: 'A1', notes: 'G3 C#4 E4 A4' },
];

const HOOK =
  'A4:2 D5:1 A4:2 F5:1 E5:2  D5:2 F5:1 D5:2 A5:1 G5:2  F5:2 G5:1 F5:2 D5:1 Bb4:2  C#5:2 E5:1 G5:2 A5:1 E5:2';

/** Renders the song on `grid`: its own, or a slower one. */
export function renderRushHour(sampleRate: number, grid: BeatGrid): Pcm {
  const { at, lasting, rhythm, melody } = createScorer(grid, 0.1);
  const random = createRandom(132);
  const frames = Math.round(lasting(RUSH_HOUR_BEATS) * sampleRate);
  const kick = createBus(sampleRate, frames, { gain: 0.85 });
  const drums = createBus(sampleRate, frames, { gain: 0.65, reverb: 0.08 });
  const hats = createBus(sampleRate, frames, { gain: 0.34, reverb: 0.03 });
  const bass = createBus(sampleRate, frames, { gain: 0.5, duck: 0.7 });
  const piano = createBus(sampleRate, frames, { gain: 0.3, reverb: 0.2, duck: 0.3 });
  const strings = createBus(sampleRate, frames, { gain: 0.085, reverb: 0.4, duck: 0.7 });
  const lead = createBus(sampleRate, frames, { gain: 0.24, reverb: 0.2, echo: 0.3, duck: 0.25 });
  const sweeps = createBus(sampleRate, frames, { gain: 0.3, reverb: 0.3 });
  const kicks: number[] = [];
  const hitKick = (seconds: number, velocity: number): void => {
    kicks.push(seconds);
    playKick(kick, CLUB_KICK, seconds, velocity);
  };
  const hitSnare = (seconds: number, velocity: number): void =>
    playNoise(drums, SNARE, seconds, velocity, random);
  const stab = (notes: string, start: number, beats: number, velocity: number): void => {
    chordHertz(notes).forEach((hertz, index) => {
      playFm(piano, PIANO, { start, length: lasting(beats), hertz, velocity, pan: index * 0.25 - 0.35 });
      playFm(piano, PIANO, {
        start,
        length: lasting(beats),
        hertz: hertz * 2,
        velocity: velocity * 0.45,
        pan: 0.35 - index * 0.25,
      });
    });
  };

  // Count-in: sticks, a kick on each beat, a stab that asks, a riser.
  rhythm('x...', 0, 4, (seconds, velocity) => playStick(drums, STICKS, seconds, velocity * 0.9));
  rhythm('7...', 0, 4, hitKick);
  stab('A3 C4 E4 F4', at(0), 0.5, 0.6);
  stab('G3 C#4 E4 A4', at(2.5), 0.3, 0.5);
  playRiser(sweeps, at(0), at(4), 0.8, random);
  rhythm('.... .... .... 4567', 0, 4, hitSnare);

  // Drums: four on the floor; a breakbeat over it from the hook on.
  rhythm('x...', 4, 20, hitKick);
  rhythm('x... .... .... ....', 20, 24, hitKick);
  rhythm('x...', 24, 32, hitKick);
  rhythm('.... x...', 4, 20, (seconds, velocity) => playNoise(drums, CLAP, seconds, velocity, random));
  rhythm('.... x...', 24, 31, (seconds, velocity) => playNoise(drums, CLAP, seconds, velocity, random));
  rhythm('.... 7..3 .3.. 7..4', 12, 20, hitSnare);
  rhythm('.... 8..3 .4.3 8..5', 24, 30, hitSnare);
  rhythm('5... 5... 5.5. 5.5. 5555 6667', 20, 23.5, hitSnare);
  rhythm('.... 7.67 7.78 8889', 30, 32, hitSnare);
  rhythm('..8.', 4, 20, (seconds, velocity) => playNoise(hats, OPEN_HAT, seconds, velocity, random, -0.15));
  rhythm('..9.', 24, 32, (seconds, velocity) => playNoise(hats, OPEN_HAT, seconds, velocity, random, -0.15));
  rhythm('7.36', 4, 12, (seconds, velocity) => playNoise(hats, CLOSED_HAT, seconds, velocity, random, 0.25));
  rhythm('8465', 12, 20, (seconds, velocity) => playNoise(hats, CLOSED_HAT, seconds, velocity, random, 0.25));
  rhythm('8476', 24, 32, (seconds, velocity) => playNoise(hats, CLOSED_HAT, seconds, velocity, random, 0.25));
  for (const beat of [4, 12, 24]) playNoise(hats, CRASH, at(beat), beat === 24 ? 1.1 : 0.8, random);
  playRiser(sweeps, at(20), at(23.75), 1, random);

  // Piano, bass and strings over the loop; the break keeps strings and piano only.
  for (let from = 4, index = 0; from < 32; from += 2, index += 1) {
    const isBreak = from >= 20 && from < 24;
    // The break borrows the loop's last two chords and so leads back to its first.
    const chord = LOOP[isBreak ? (index % 2) + 2 : (from >= 24 ? (from - 24) / 2 : index) % 4] ?? LOOP[0];
    if (chord === undefined) continue;
    rhythm(isBreak ? '7... ....' : 'x..x ..8.', from, from + 2, (start, velocity) =>
      stab(chord.notes, start, isBreak ? 1.9 : 0.4, velocity * 0.8),
    );
    for (const hertz of chordHertz(chord.notes)) {
      if (from < 12) break;
      const velocity = isBreak ? 1 : 0.75;
      playSynth(
        strings,
        STRINGS,
        { start: at(from), length: lasting(1.95), hertz: hertz * 2, velocity },
        random,
      );
    }
    const low = noteHertz(chord.bass);
    if (isBreak) continue;
    rhythm(from < 12 ? '..x. ..x.' : '..x7 .8x.', from, from + 2, (start, velocity) =>
      playSynth(
        bass,
        REESE,
        { start, length: lasting(velocity === 1 ? 0.45 : 0.22), hertz: low, velocity },
        random,
      ),
    );
  }

  // The hook twice; the second time with its octave.
  for (const note of melody(HOOK, 12))
    playSynth(lead, LEAD, { ...note, length: note.length * 0.8, velocity: 0.8 }, random);
  for (const note of melody('A5:8 G5:4 E5:4', 20)) {
    playSynth(lead, { ...LEAD, cutoff: 900 }, { ...note, length: note.length * 0.95, velocity: 0.6 }, random);
  }
  for (const note of melody(HOOK, 24)) {
    playSynth(lead, LEAD, { ...note, length: note.length * 0.8, velocity: 0.75 }, random);
    playSynth(
      lead,
      LEAD,
      { ...note, length: note.length * 0.8, hertz: note.hertz * 2, velocity: 0.3, pan: 0.3 },
      random,
    );
  }

  // The landing.
  hitKick(at(32), 1);
  playNoise(drums, CLAP, at(32), 1, random);
  playNoise(hats, CRASH, at(32), 1.2, random);
  stab('A3 D4 E4 F4', at(32), 1.6, 0.95);
  playSynth(
    bass,
    REESE,
    { start: at(32), length: lasting(1.2), hertz: noteHertz('D2'), velocity: 1 },
    random,
  );
  playSynth(
    lead,
    LEAD,
    { start: at(32), length: lasting(0.9), hertz: noteHertz('D5'), velocity: 0.8 },
    random,
  );

  return mixDown([kick, drums, hats, bass, piano, strings, lead, sweeps], {
    sampleRate,
    frames,
    room: { feedback: 0.74, damping: 0.35 },
    echo: { seconds: lasting(0.75), feedback: 0.4 },
    duckAt: kicks,
    duckRelease: lasting(0.6),
    airDb: 2,
  });
}
