/**
 * Desk Disco, 118 BPM city pop in A, 30 beats.
 * Beats 0-3 count in; Bm9-E13-C#m7-F#7 (4), Bm9-E13-Amaj9-A13 (12), Dmaj9-Dm6-C#m7/F#7-Bm9/E13 (20); beat 28 clocks off.
 */
import type { Composition } from './band';
import { CLAP, CLOSED_HAT, CLUB_KICK, CRASH, HIGH_TOM, LOW_TOM, OPEN_HAT, SNARE, STICKS } from './drum-kit';
import { BRASS, CHANK, FUNK_BASS, REED, RHODES, VIBRAPHONE } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '2 A3 C#4 D4 F#4 | 2 G#3 C#4 D4 F#4 | 2 G#3 B3 C#4 E4 | 2 G3 A#3 C#4 E4 | 2 A3 C#4 D4 F#4 | 2 G#3 C#4 D4 F#4 |' +
    '2 G#3 B3 C#4 E4 | 2 G3 B3 C#4 F#4 | 2 F#3 A3 C#4 E4 | 2 F3 A3 B3 D4 | 1 G#3 B3 C#4 E4 | 1 G3 A#3 C#4 E4 |' +
    '1 A3 C#4 D4 F#4 | 1 G#3 C#4 D4 F#4',
);

const BASS_LINE = `
  B1:2 -:1 B2:1 -:1 A2:1 F#2:1 D2:1  E2:2 -:1 E2:1 -:1 B2:1 D3:1 E3:1 |
  C#2:2 -:1 C#3:1 -:1 B2:1 G#2:1 E2:1  F#2:2 -:1 F#2:1 -:1 A#2:1 C#3:1 A#2:1 |
  B1:2 -:1 B2:1 -:1 A2:1 F#2:1 D2:1  E2:2 -:1 E2:1 -:1 B2:1 D3:1 G#2:1 |
  A1:2 -:1 A2:1 -:1 G#2:1 E2:1 C#2:1  A1:2 -:1 A2:1 -:1 G2:1 E2:1 C#2:1 |
  D2:2 -:1 D3:1 -:1 C#3:1 A2:1 F#2:1  D2:2 -:1 D3:1 -:1 B2:1 A2:1 F2:1 |
  C#2:2 -:1 C#3:1 F#2:2 -:1 F#2:1  B1:2 -:1 B2:1 E2:1 E2:1 G#2:1 B2:1`;

const TUNE = `
  -:2 F#5:2 A5:2 F#5:1 E5:1  C#5:3 D5:1 -:2 E5:2 |
  G#5:3 E5:1 -:2 C#5:1 E5:1  G5:2 F#5:1 E5:1 C#5:2 -:2 |
  -:2 F#5:2 A5:2 B5:1 A5:1  C#6:3 B5:1 -:2 A5:2 |
  G#5:2 A5:1 B5:1 E5:4  G5:2 F#5:1 E5:1 C#5:2 E5:2 |
  F#5:3 A5:1 C#6:2 A5:2  B5:3 A5:1 F5:2 D5:2 |
  E5:2 G#5:1 B5:1 A#5:2 G5:2  A5:2 F#5:1 D5:1 C#5:1 D5:1 G#5:2`;

export const DESK_DISCO: Composition = {
  id: 'desk-disco',
  name: {
    en: 'Desk Disco',
    'zh-TW': '辦公桌迪斯可',
    'zh-CN': '办公桌迪斯科',
    ja: 'デスク・ディスコ',
    th: 'ดิสโก้โต๊ะทำงาน',
  },
  bpm: 118,
  beats: 30,
  swing: 0.08,
  room: { feedback: 0.78, damping: 0.4 },
  echo: { beats: 0.75, feedback: 0.3 },
  duckBeats: 0.4,
  airDb: 3,
  perform(band) {
    const kick = band.kick({ ...CLUB_KICK, decay: 0.28 }, 0.9);
    const skins = band.track({ gain: 0.7, reverb: 0.14 });
    const metal = band.track({ gain: 0.34, reverb: 0.03 });
    const sticks = band.stick(skins, STICKS);
    const snare = band.noise(skins, SNARE);
    const clap = band.noise(skins, CLAP, -0.2);
    const highTom = band.tom(skins, HIGH_TOM);
    const lowTom = band.tom(skins, LOW_TOM);
    const hat = band.noise(metal, CLOSED_HAT, 0.2);
    const openHat = band.noise(metal, OPEN_HAT, 0.2);
    const crash = band.noise(metal, CRASH);
    const bass = band.synth(band.track({ gain: 0.58, duck: 0.2 }), FUNK_BASS);
    const keys = band.fm(band.track({ gain: 0.2, reverb: 0.2, duck: 0.15 }), RHODES);
    const guitar = band.synth(band.track({ gain: 0.14, reverb: 0.12 }), CHANK);
    const horns = band.synth(band.track({ gain: 0.15, reverb: 0.25, echo: 0.1 }), BRASS);
    const sax = band.synth(band.track({ gain: 0.23, reverb: 0.3, echo: 0.2 }), REED);
    const sparkle = band.fm(band.track({ gain: 0.16, reverb: 0.4, echo: 0.4 }), VIBRAPHONE);

    // Count-in: a telephone rings.
    sticks.play('x...', 0, 4, 0.9);
    kick.play('7...', 0, 4);
    sparkle.line('E6:1 B5:1 E6:1 B5:1 E6:1 B5:1 -:2', 0, { velocity: 0.7, hold: 1.2 });
    keys.chord('G#3 B3 D4 F#4', 2, 1.6, { velocity: 0.7, roll: 0.01, spread: 0.3 });
    bass.line('E2:2 F#2:2 G#2:2 A2:1 A#2:1', 2, { velocity: 0.8 });
    highTom.play('.... .... .... .77.', 0, 4);
    lowTom.play('.... .... .... ...8', 0, 4);

    // The office at night.
    kick.play('x...', 4, 26);
    snare.play('.... x..2 .... x.3.', 4, 26);
    clap.play('.... 7... .... 7.6.', 12, 26);
    hat.play('8566', 4, 28);
    openHat.play('.... ..6. .... ..8.', 4, 28);
    keys.comp(CHORDS, 'x__x __.. .x__ x_..', 4, 28, { velocity: 0.8, roll: 0.005, spread: 0.35 });
    guitar.comp(CHORDS, '..x. 6.x. ..x. 6.xx', 12, 28, { velocity: 0.75, octave: 1, pan: -0.45 });
    bass.line(BASS_LINE, 4, { velocity: 0.92, hold: 0.88 });
    sax.line(TUNE, 4, { velocity: 0.85, hold: 0.93 });
    horns.comp(CHORDS, '.... .... .... ..xx', 4, 12, { velocity: 0.7, octave: 1, hold: 0.7 });
    horns.comp(CHORDS, '.... .... .... x_xx', 12, 20, { velocity: 0.75, octave: 1, hold: 0.7 });
    horns.comp(CHORDS, 'x_____..', 20, 24, { velocity: 0.6, octave: 1 });
    sparkle.broken(CHORDS, '4.3. 2.1. .... ....', 6, 8, { octave: 2, velocity: 0.5, hold: 2, spread: 0.4 });
    sparkle.broken(CHORDS, '1234 3...', 10, 12, { octave: 2, velocity: 0.5, hold: 2, spread: 0.4 });
    sparkle.broken(CHORDS, '1.2. 3.4.', 18, 26, { octave: 2, velocity: 0.4, hold: 2, spread: 0.4 });
    for (const beat of [4, 12, 20]) crash.hit(beat, 0.7);

    // Clock off: hits with the chords, toms, the last chord shines.
    kick.play('x.x. x.x. x..x ..x.', 26, 28);
    snare.play('.... x... .456 6789', 26, 28);
    highTom.play('..7. ..77', 26, 28);
    lowTom.play('.... .... .7.7', 26, 28);
    kick.hit(28, 1);
    snare.hit(28, 0.8);
    crash.hit(28, 1.1);
    bass.chord('A1', 28, 1.8);
    keys.chord('A3 C#4 E4 G#4 B4', 28, 1.8, { velocity: 0.9, roll: 0.012, spread: 0.35 });
    horns.chord('G#4 B4 C#5 E5', 28, 1.3, { velocity: 0.8, spread: 0.4 });
    sax.line('A5:5', 28, { velocity: 0.8 });
    sparkle.line('E6:1 G#6:1 B6:5', 28.25, { velocity: 0.5, hold: 1.5 });
  },
};
