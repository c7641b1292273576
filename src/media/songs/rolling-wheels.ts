/**
 * Rolling Wheels, 110 BPM dembow in B minor, 28 beats.
 * Beats 0-3 count in; Bm (4), G (8), D (12), A (16), G-F#7 (20), a half-bar of drums (24); beat 26 stops the wheels.
 */
import type { Composition } from './band';
import {
  CLAP,
  CLOSED_HAT,
  CLUB_KICK,
  CONGA,
  CRASH,
  HIGH_CONGA,
  HIGH_TOM,
  LOW_TOM,
  SHAKER,
  SNARE,
  STICKS,
} from './drum-kit';
import { BRASS, MARIMBA, PLUCK, SUB_BASS, WARM_PAD } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '4 F#3 B3 D4 F#4 | 4 G3 B3 D4 F#4 | 4 F#3 A3 D4 F#4 | 4 E3 A3 C#4 E4 | 2 G3 B3 D4 E4 | 2 F#3 A#3 C#4 E4 | 2 F#3 B3 D4 F#4',
);

const BASS_LINE = `
  B1:3 B1:3 B1:2  B1:3 B1:3 D2:2 | G1:3 G1:3 G1:2  G1:3 G1:3 B1:2 |
  D2:3 D2:3 D2:2  D2:3 D2:3 C#2:2 | A1:3 A1:3 A1:2  A1:3 A1:3 A1:2 |
  G1:3 G1:3 G1:2  F#1:3 F#1:3 A#1:2 | B1:3 B1:3 F#1:2`;

/** Threes against the beat, as the drums have them. */
const HOOK = `
  F#5:3 D5:3 B4:2  C#5:3 D5:3 F#5:2 | G5:3 D5:3 B4:2  A4:3 B4:3 D5:2 |
  F#5:3 A5:3 F#5:2  E5:3 D5:3 C#5:2 | E5:3 C#5:3 A4:2  B4:2 C#5:2 D5:2 E5:2 |
  G5:3 F#5:3 D5:2  E5:2 C#5:2 A#4:2 C#5:2`;

export const ROLLING_WHEELS: Composition = {
  id: 'rolling-wheels',
  name: {
    en: 'Rolling Wheels',
    'zh-TW': '滾動的輪子',
    'zh-CN': '滚动的轮子',
    ja: 'ローリング・ホイール',
    th: 'ล้อหมุน',
  },
  bpm: 110,
  beats: 28,
  swing: 0,
  room: { feedback: 0.7, damping: 0.4 },
  echo: { beats: 0.75, feedback: 0.35 },
  duckBeats: 0.4,
  airDb: 3,
  perform(band) {
    const kick = band.kick(CLUB_KICK, 1);
    const skins = band.track({ gain: 0.62, reverb: 0.1 });
    const metal = band.track({ gain: 0.36, reverb: 0.03 });
    const sticks = band.stick(skins, STICKS);
    const snare = band.noise(skins, { ...SNARE, decay: 0.12, tone: { hertz: 240, level: 0.7, decay: 0.1 } });
    const clap = band.noise(skins, CLAP);
    const conga = band.stick(skins, CONGA, 0.45);
    const highConga = band.stick(skins, HIGH_CONGA, 0.3);
    const highTom = band.tom(skins, HIGH_TOM);
    const lowTom = band.tom(skins, LOW_TOM);
    const hat = band.noise(metal, CLOSED_HAT, 0.2);
    const shaker = band.noise(metal, SHAKER, -0.4);
    const crash = band.noise(metal, CRASH);
    const bass = band.fm(band.track({ gain: 0.5, duck: 0.35 }), SUB_BASS);
    const pad = band.synth(band.track({ gain: 0.11, reverb: 0.4, duck: 0.5 }), WARM_PAD);
    const pluck = band.synth(band.track({ gain: 0.3, reverb: 0.2, echo: 0.3 }), PLUCK);
    const marimba = band.fm(band.track({ gain: 0.24, reverb: 0.2, echo: 0.15 }), MARIMBA);
    const horns = band.synth(band.track({ gain: 0.17, reverb: 0.2 }), BRASS);
    const sweep = band.track({ gain: 0.26, reverb: 0.25 });

    // Count-in: push off.
    sticks.play('x...', 0, 4, 0.9);
    kick.play('8...', 0, 4);
    marimba.line('B4:3 D5:3 F#5:2 B5:3 A5:3 F#5:2', 0, { velocity: 0.7, spread: 0.3 });
    conga.play('.... .... ..6. .66.', 0, 4);
    highConga.play('...5 ..5. ...5 x...', 0, 4);
    band.riser(sweep, 1, 4, 0.5);

    // Dembow: the kick keeps the beat, the snare rolls three, three, two.
    kick.play('x...', 4, 24);
    snare.play('...x ..x. ...x ..x.', 4, 24);
    clap.play('.... 7...', 12, 24);
    shaker.play('5364', 4, 24);
    hat.play('..6.', 4, 12);
    hat.play('..7. 8.75', 12, 24);
    conga.play('.... ..5. .... .55.', 4, 24);
    highConga.play('..4. 4... ..4. 4..4', 12, 24);
    bass.line(BASS_LINE, 4, { velocity: 0.95, hold: 0.95 });
    pad.pad(CHORDS, { velocity: 0.85 });
    pluck.line(HOOK, 4, { velocity: 0.85 });
    marimba.line(HOOK.split('|').slice(2).join('|'), 12, { velocity: 0.5, octave: 1, pan: 0.35 });
    marimba.broken(CHORDS, '2.3. 4.3. 2.4. 3.2.', 4, 12, { octave: 1, velocity: 0.5, pan: -0.35 });
    horns.comp(CHORDS, '.... .... .... ..xx', 7, 8, { velocity: 0.7 });
    horns.comp(CHORDS, 'x__x __x_ .... ....', 16, 20, { velocity: 0.8, octave: 1, hold: 0.8 });
    horns.comp(CHORDS, 'x__x __x_', 20, 24, { velocity: 0.85, octave: 1, hold: 0.8 });
    for (const beat of [4, 12, 20]) crash.hit(beat, 0.7);
    band.riser(sweep, 10, 12, 0.5);
    highTom.play('..7. 7...', 22.5, 24);

    // Drums alone, then stop.
    kick.play('x..x ..x.', 24, 26);
    snare.play('x..x ..x. ', 24, 26);
    highTom.play('.xx. ....', 24, 26);
    lowTom.play('.... xx.x', 24, 26);
    shaker.play('5364', 24, 26);
    kick.hit(26, 1);
    clap.hit(26, 1);
    crash.hit(26, 1.1);
    bass.chord('B1', 26, 1.8);
    horns.chord('F#4 B4 D5 F#5', 26, 1.3, { velocity: 0.9, spread: 0.4 });
    pad.chord('F#3 B3 D4 F#4 C#5', 26, 1.7, { velocity: 1 });
    pluck.chord('B4 D5 F#5', 26, 1, { roll: 0.01 });
    marimba.line('B5:1 F#5:1 D5:1 B4:1', 26.5, { velocity: 0.6, spread: 0.3 });
  },
};
