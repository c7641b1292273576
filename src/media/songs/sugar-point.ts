/**
 * Sugar Point, 116 BPM disco in G, 30 beats.
 * Beats 0-3 count in; G-Em-Am-D twice, two beats a chord (4, 12), C-B7-Em-Am/D (20); beat 28 points and rings out.
 */
import type { Composition } from './band';
import { CLAP, CLOSED_HAT, CLUB_KICK, CONGA, CRASH, OPEN_HAT, SNARE, STICKS, TRIANGLE } from './drum-kit';
import { BELL, CHANK, FUNK_BASS, PIANO, STRINGS } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '2 F#4 G4 B4 D5 | 2 F#4 G4 B4 D5 | 2 E4 G4 B4 C5 | 2 E4 F#4 A4 C5 | 2 F#4 G4 B4 D5 | 2 F#4 G4 B4 D5 |' +
    '2 E4 G4 B4 C5 | 2 E4 F#4 A4 C5 | 2 E4 G4 B4 D5 | 2 D#4 F#4 A4 B4 | 2 D4 F#4 G4 B4 | 1 E4 G4 A4 C5 | 1 F#4 A4 C5 E5',
);

const ROOTS = progression(
  4,
  '2 G1 G2 D2 | 2 E1 E2 B1 | 2 A1 A2 E2 | 2 D2 D3 A2 | 2 G1 G2 D2 | 2 E1 E2 B1 | 2 A1 A2 E2 | 2 D2 D3 A2 |' +
    '2 C2 C3 G2 | 2 B1 B2 F#2 | 2 E2 E3 B2 | 1 A1 A2 E2 | 1 D2 D3 A2',
);

/** What the strings sing. */
const STRING_LINE = `
  D5:2 G5:1 A5:1 B5:3 A5:1  G5:2 E5:2 -:2 G5:1 A5:1 |
  C6:3 B5:1 A5:2 G5:2  A5:3 F#5:1 D5:2 -:2 |
  D5:2 G5:1 A5:1 B5:3 D6:1  C6:2 B5:2 -:2 G5:1 A5:1 |
  C6:3 B5:1 A5:2 E6:2  D6:6 -:2 |
  E6:4 D6:2 C6:2  D#6:4 B5:2 A5:2 |
  G5:2 B5:1 E6:1 D6:2 B5:2  C6:2 A5:1 F#5:1 E5:1 F#5:1 A5:2`;

export const SUGAR_POINT: Composition = {
  id: 'sugar-point',
  name: {
    en: 'Sugar Point',
    'zh-TW': '甜蜜指尖',
    'zh-CN': '甜蜜指尖',
    ja: 'シュガー・ポイント',
    th: 'ปลายนิ้วน้ำตาล',
  },
  bpm: 116,
  beats: 30,
  swing: 0.05,
  room: { feedback: 0.78, damping: 0.4 },
  echo: { beats: 0.5, feedback: 0.3 },
  duckBeats: 0.4,
  airDb: 2.5,
  perform(band) {
    const kick = band.kick(CLUB_KICK, 0.85);
    const skins = band.track({ gain: 0.65, reverb: 0.14 });
    const metal = band.track({ gain: 0.38, reverb: 0.04 });
    const sticks = band.stick(skins, STICKS);
    const clap = band.noise(skins, CLAP);
    const snare = band.noise(skins, SNARE);
    const conga = band.stick(skins, CONGA, 0.4);
    const hat = band.noise(metal, CLOSED_HAT, 0.2);
    const openHat = band.noise(metal, OPEN_HAT, -0.1);
    const crash = band.noise(metal, CRASH);
    const ping = band.stick(band.track({ gain: 0.14, reverb: 0.3 }), TRIANGLE, 0.5);
    const bass = band.synth(band.track({ gain: 0.55, duck: 0.25 }), { ...FUNK_BASS, sub: 0, cutoff: 330 });
    const guitar = band.synth(band.track({ gain: 0.17, reverb: 0.12 }), CHANK);
    const piano = band.fm(band.track({ gain: 0.15, reverb: 0.18, duck: 0.2 }), PIANO);
    const strings = band.synth(band.track({ gain: 0.17, reverb: 0.4, echo: 0.1, duck: 0.2 }), STRINGS);
    const bells = band.fm(band.track({ gain: 0.17, reverb: 0.35, echo: 0.35 }), BELL);

    // Count-in: the strings rush up to the first bar.
    sticks.play('x...', 0, 4, 0.9);
    kick.play('8...', 0, 4);
    openHat.play('..5.', 2, 4);
    strings.line('D4:1 E4:1 F#4:1 G4:1 A4:1 B4:1 C5:1 C#5:1', 2, { velocity: 0.8, hold: 1.3 });
    piano.chord('F#4 A4 C5 E5', 2, 1.6, { velocity: 0.7, spread: 0.4 });
    snare.play('.... .... .... .468', 0, 4);

    // Four on the floor, octaves underneath.
    kick.play('x...', 4, 27);
    clap.play('.... x...', 4, 27);
    snare.play('.... 6..2', 12, 26);
    snare.play('4.56 6789', 26, 28);
    openHat.play('..9.', 4, 27);
    hat.play('7.44', 4, 27);
    conga.play('...5 ..5. .5.. ..55', 12, 26);
    for (const beat of [4, 12, 20]) crash.hit(beat, 0.8);
    bass.broken(ROOTS, '1.2. 1.23 1.2. 1322', 4, 28, { velocity: 0.95, hold: 1.2 });
    guitar.comp(CHORDS, '..7x ..x. ..7x .5x.', 4, 28, { velocity: 0.8, pan: -0.4 });
    piano.comp(CHORDS, 'x__x __x_ .x_. x_x_', 12, 28, { velocity: 0.7, spread: 0.4 });
    piano.comp(CHORDS, 'x_______', 4, 12, { velocity: 0.7, spread: 0.4 });
    strings.line(STRING_LINE, 4, { velocity: 0.85, hold: 0.95 });
    strings.line(STRING_LINE.split('|').slice(2).join('|'), 12, { velocity: 0.45, octave: -1 });

    // The point: one bell at the end of each bar, an answer every second.
    for (const beat of [7, 11, 15, 19, 23]) {
      ping.hit(beat, 1);
      bells.chord(beat % 8 === 7 ? 'B5 E6' : 'D6 A6', beat, 0.5, { velocity: 0.6 });
    }
    bells.line('D6:1 B5:1 G5:1 D5:1', 10, { velocity: 0.5, spread: 0.4 });
    bells.line('F#6:1 D6:1 A5:1 F#5:1', 18, { velocity: 0.5, spread: 0.4 });

    // Point, and hold.
    kick.hit(28, 1);
    clap.hit(28, 1);
    crash.hit(28, 1.1);
    ping.hit(28, 1);
    bass.chord('G1', 28, 1.7);
    piano.chord('G3 D4 F#4 A4 B4 D5', 28, 1.7, { velocity: 0.8, spread: 0.4 });
    strings.chord('B4 D5 G5 B5', 28, 1.6, { velocity: 0.8 });
    bells.chord('G5 B5 D6', 28, 1, { velocity: 0.6 });
  },
};
