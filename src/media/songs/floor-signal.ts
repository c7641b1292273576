/**
 * Floor Signal, 124 BPM deep house in C sharp minor, 32 beats with a shuffle.
 * Beats 0-3 count in; two bars of groove (4), the signal over F#m9 (12), a break (16), two bars of all (20); beat 28 fades out.
 */
import type { Composition } from './band';
import { CLAP, CLOSED_HAT, CLUB_KICK, CRASH, OPEN_HAT, RIM, SHAKER, SNARE, STICKS } from './drum-kit';
import { BUBBLE, ORGAN, ORGAN_BASS, PLUCK, WARM_PAD } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '4 E4 G#4 B4 D#5 | 4 E4 G#4 B4 D#5 | 4 E4 G#4 A4 C#5 | 2 E4 G#4 A4 C#5 | 2 D#4 F#4 G#4 C5 |' +
    '4 E4 G#4 B4 D#5 | 2 E4 G#4 A4 C#5 | 2 D#4 F#4 G#4 C5',
);

const BASS_LINE = `
  C#2:1 -:1 C#2:2 -:1 C#2:1 -:1 C#2:1  -:2 E2:1 -:2 B1:1 -:1 B1:1 |
  C#2:1 -:1 C#2:2 -:1 C#2:1 -:1 C#2:1  -:2 G#2:1 -:2 F#2:1 E2:1 B1:1 |
  F#2:1 -:1 F#2:2 -:1 F#2:1 -:1 F#2:1  -:2 A2:1 -:2 E2:1 -:1 F2:1 |
  -:16 |
  C#2:1 -:1 C#2:2 -:1 C#2:1 -:1 C#2:1  -:2 G#2:1 -:2 F#2:1 E2:1 E2:1 |
  F#2:1 -:1 F#2:2 -:1 F#2:1 A2:1 -:1  G#2:1 -:1 G#2:2 -:1 G#2:1 F#2:1 D#2:1`;

/** A message tapped in code. */
const SIGNAL = `
  G#5:1 -:1 G#5:1 -:2 G#5:1 -:2  B5:1 -:1 G#5:1 -:2 F#5:1 -:2 |
  G#5:1 -:1 G#5:1 -:2 C#6:1 -:2  B5:1 -:1 G#5:1 -:2 D#5:1 E5:1 F#5:1`;

export const FLOOR_SIGNAL: Composition = {
  id: 'floor-signal',
  name: {
    en: 'Floor Signal',
    'zh-TW': '地板訊號',
    'zh-CN': '地板信号',
    ja: 'フロア・シグナル',
    th: 'ฟลอร์ซิกแนล',
  },
  bpm: 124,
  beats: 32,
  swing: 0.14,
  room: { feedback: 0.82, damping: 0.45 },
  echo: { beats: 0.75, feedback: 0.5 },
  duckBeats: 0.65,
  airDb: 3,
  perform(band) {
    const kick = band.kick({ ...CLUB_KICK, click: 0.15 }, 0.9);
    const skins = band.track({ gain: 0.6, reverb: 0.15 });
    const metal = band.track({ gain: 0.38, reverb: 0.04 });
    const sticks = band.stick(skins, STICKS);
    const clap = band.noise(skins, CLAP);
    const snare = band.noise(skins, SNARE);
    const rim = band.stick(skins, RIM, -0.4);
    const hat = band.noise(metal, CLOSED_HAT, 0.25);
    const openHat = band.noise(metal, OPEN_HAT, -0.1);
    const shaker = band.noise(metal, SHAKER, -0.35);
    const crash = band.noise(metal, CRASH);
    const bass = band.fm(band.track({ gain: 0.52, duck: 0.5 }), ORGAN_BASS);
    const organ = band.fm(band.track({ gain: 0.15, reverb: 0.3, echo: 0.3, duck: 0.35 }), ORGAN);
    const pad = band.synth(band.track({ gain: 0.11, reverb: 0.5, duck: 0.75 }), WARM_PAD);
    const signal = band.fm(band.track({ gain: 0.24, reverb: 0.3, echo: 0.5 }), BUBBLE);
    const pluck = band.synth(band.track({ gain: 0.16, reverb: 0.3, echo: 0.4, duck: 0.3 }), PLUCK);
    const sweep = band.track({ gain: 0.26, reverb: 0.3 });

    // Count-in: a carrier tone searches.
    sticks.play('x...', 0, 4, 0.9);
    kick.play('8...', 0, 4);
    shaker.play('3.6.', 0, 4);
    signal.line('G#5:1 -:3 G#5:1 -:3 G#5:1 -:1 B5:1 -:1 G#5:1 -:3', 0, { velocity: 0.6 });
    pad.chord('E3 G#3 B3 D#4', 0, 3.8, { velocity: 0.6 });
    band.riser(sweep, 1, 4, 0.6);

    // The floor.
    kick.play('x...', 4, 16);
    kick.play('x...', 20, 28);
    for (const [from, to] of [
      [4, 16],
      [20, 28],
    ] as const) {
      clap.play('.... x...', from, to);
      openHat.play('..9.', from, to);
      shaker.play('4.53', from, to);
      rim.play('...6 ..6. .6.. 6...', from, to, 0.7);
      organ.comp(CHORDS, '..x_ ..x. .x_. ..x_', from, to, { velocity: 0.85, spread: 0.4, hold: 0.7 });
    }
    hat.play('7364', 12, 16);
    hat.play('8465', 20, 28);
    snare.play('.... ...2 .3.. ...4', 20, 26);
    bass.line(BASS_LINE, 4, { velocity: 0.95 });
    pad.pad(
      CHORDS.filter(({ from }) => from >= 12),
      { velocity: 0.9 },
    );
    signal.line(SIGNAL.split('|')[0] ?? '', 12, { velocity: 0.85, spread: 0.2 });
    signal.line(SIGNAL, 20, { velocity: 0.9, spread: 0.2 });
    pluck.broken(CHORDS, '1.3. 2.4. 3.1. 4.2.', 20, 28, { octave: 1, velocity: 0.7, spread: 0.6 });

    // The break: chords alone, claps, the message in the air.
    kick.play('8... .... .... ....', 16, 20);
    clap.play('.... x... .... x...', 16, 20);
    shaker.play('4.6.', 16, 20);
    organ.comp(CHORDS, 'x__. .x_. x__. x_x_', 16, 20, { velocity: 0.9, spread: 0.4 });
    signal.line('D#6:1 -:5 C#6:1 -:1 B5:1 -:3 G#5:1 F#5:1 D#5:1 C5:1', 16, { velocity: 0.7 });
    snare.play('.... .... 4.4. 5678', 16, 20);
    band.riser(sweep, 16.5, 20, 0.9);
    for (const beat of [4, 12, 20]) crash.hit(beat, beat === 20 ? 1 : 0.6);

    // Signing off.
    snare.play('..6. 6789', 26, 28);
    kick.hit(28, 1);
    clap.hit(28, 1);
    crash.hit(28, 1.1);
    bass.chord('C#2', 28, 2.4);
    organ.chord('E4 G#4 B4 D#5', 28, 0.6, { velocity: 1, spread: 0.4 });
    pad.chord('C#4 E4 G#4 B4 D#5', 28, 3.4, { velocity: 1 });
    signal.line('G#5:1 -:1 G#5:1 -:2 C#6:2', 28, { velocity: 0.8 });
  },
};
