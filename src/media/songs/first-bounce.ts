/**
 * First Bounce, 92 BPM boom-bap in F sharp minor, 23 beats with a lazy swing.
 * Beats 0-3 count in; four bars F#m9 · Bm9-E13 · F#m9 · D6-C#7 (4, 8, 12, 16); beat 20 comes home.
 */
import type { Composition } from './band';
import { BOX_KICK, CLOSED_HAT, CRASH, OPEN_HAT, SHAKER, SNARE, STICKS } from './drum-kit';
import { RHODES, ROUND_BASS, VIBRAPHONE, WARM_PAD } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '4 E4 G#4 A4 C#5 | 2 D4 F#4 A4 C#5 | 2 D4 F#4 G#4 C#5 | 4 E4 G#4 A4 C#5 | 2 D4 F#4 A4 B4 | 2 F4 G#4 B4 D5',
);

const BASS_LINE = `
  F#2:3 -:3 F#2:1 A2:1  B2:2 -:1 C#3:1 E3:2 C#3:2 |
  B1:3 -:3 B1:1 D2:1  E2:3 -:1 G#2:2 E2:2 |
  F#2:3 -:3 E2:1 F#2:1  A2:2 -:1 G#2:1 F#2:2 E2:2 |
  D2:3 -:3 D2:1 F#2:1  C#2:3 -:1 F2:2 G#2:2`;

const TUNE = `
  -:4 C#5:1 E5:1 F#5:2  A5:3 G#5:1 F#5:2 E5:2 |
  F#5:6 -:2  E5:2 D5:1 C#5:1 B4:2 C#5:2 |
  -:4 C#5:1 E5:1 F#5:2  A5:2 B5:2 C#6:3 A5:1 |
  B5:2 A5:2 F#5:2 D5:2  F5:3 G#5:1 B5:2 G#5:2`;

export const FIRST_BOUNCE: Composition = {
  id: 'first-bounce',
  name: {
    en: 'First Bounce',
    'zh-TW': '第一下律動',
    'zh-CN': '第一下律动',
    ja: 'ファースト・バウンス',
    th: 'เด้งแรก',
  },
  bpm: 92,
  beats: 23,
  swing: 0.3,
  room: { feedback: 0.72, damping: 0.55 },
  echo: { beats: 0.75, feedback: 0.3 },
  duckBeats: 0.4,
  airDb: 4,
  perform(band) {
    const kick = band.kick(BOX_KICK, 1);
    const skins = band.track({ gain: 0.85, reverb: 0.08 });
    const metal = band.track({ gain: 0.42, reverb: 0.04 });
    const sticks = band.stick(skins, STICKS);
    const snare = band.noise(skins, { ...SNARE, hertz: 1400, decay: 0.2 });
    const hat = band.noise(metal, CLOSED_HAT, 0.2);
    const openHat = band.noise(metal, OPEN_HAT, 0.2);
    const shaker = band.noise(metal, SHAKER, -0.4);
    const crash = band.noise(metal, CRASH);
    const bass = band.synth(band.track({ gain: 0.62, duck: 0.3 }), ROUND_BASS);
    const keys = band.fm(band.track({ gain: 0.2, reverb: 0.16, duck: 0.25 }), RHODES);
    const dust = band.synth(band.track({ gain: 0.1, reverb: 0.3, duck: 0.4 }), { ...WARM_PAD, cutoff: 1300 });
    const vibes = band.fm(band.track({ gain: 0.24, reverb: 0.3, echo: 0.25 }), VIBRAPHONE);
    const scratch = band.track({ gain: 0.3, reverb: 0.05 });

    // Count-in: the needle drops.
    sticks.play('x...', 0, 4, 0.8);
    kick.play('7...', 0, 4);
    shaker.play('2.4.', 0, 4);
    keys.chord('D4 F4 G#4 B4', 2, 1.8, { velocity: 0.5, roll: 0.012, spread: 0.3 });
    bass.line('C#2:3 -:1 D2:1 E2:1 F2:2', 2, { velocity: 0.7 });
    band.riser(scratch, 3.25, 3.5, 0.8);
    snare.play('.... .... .... ..68', 0, 4);

    // The beat: the snare answers the kick, the hat leans back.
    kick.play('x..3 ..x. ..x. ...4', 4, 20);
    kick.play('.... .... x... ....', 4, 20, 0.7);
    snare.play('.... x..2 .2.. x...', 4, 16);
    snare.play('.... x..2 .2.. x.56', 16, 20);
    hat.play('8.6. 8.63', 4, 20);
    openHat.play('.... .... .... ..6.', 4, 20);
    shaker.play('2.5.', 12, 20);
    band.riser(scratch, 11.5, 11.75, 0.7);
    band.riser(scratch, 11.75, 12, 0.5);
    for (const beat of [4, 12]) crash.hit(beat, 0.5);

    // Keys chopped like a sample; the pad is the dust on the record.
    keys.comp(CHORDS, 'x__. .7_. ..6_ ....', 4, 20, { velocity: 0.75, roll: 0.008, spread: 0.35 });
    keys.comp(CHORDS, '.... .... .... 5___', 4, 20, { velocity: 0.75, octave: -1, spread: 0.35 });
    dust.pad(CHORDS, { velocity: 0.8 });
    bass.line(BASS_LINE, 4, { velocity: 0.95 });
    vibes.line(TUNE, 4, { velocity: 0.8, hold: 1.1, spread: 0.15 });

    // Home.
    kick.hit(20, 1);
    snare.hit(20, 0.7);
    crash.hit(20, 0.9);
    bass.chord('F#2', 20, 2.6);
    keys.chord('F#3 C#4 E4 G#4 A4 C#5', 20, 2.9, { velocity: 0.85, roll: 0.02, spread: 0.35 });
    dust.chord('C#4 E4 G#4 A4', 20, 2.4);
    vibes.line('C#6:2 A5:2 G#5:2 E5:4', 20.5, { velocity: 0.6, hold: 1.4 });
  },
};
