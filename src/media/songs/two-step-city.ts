/**
 * Two-Step City, 104 BPM funk in B flat, 27 beats.
 * Beats 0-3 count in; Bb9 for two bars (4, 8), Eb9 (12), Cm9-F13 (16), a bar of breaks (20); beat 24 lands with the horns.
 */
import type { Composition } from './band';
import { CLAP, CLOSED_HAT, CONGA, CRASH, HIGH_CONGA, OPEN_HAT, SNARE, SOFT_KICK, STICKS } from './drum-kit';
import { BRASS, CHANK, CLAVINET, FUNK_BASS, ORGAN } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '4 D4 F4 Ab4 C5 | 4 D4 F4 Ab4 C5 | 4 Db4 F4 G4 Bb4 | 2 D4 Eb4 G4 Bb4 | 2 Eb4 G4 A4 D5 | 4 D4 F4 Ab4 C5',
);

const BASS_LINE = `
  Bb1:3 -:1 Bb2:1 -:1 Ab1:1 Bb1:1  Bb1:2 D2:1 Eb2:1 F2:2 Bb2:1 Ab2:1 |
  Bb1:3 -:1 Bb2:1 -:1 Ab1:1 Bb1:1  Bb1:2 F2:1 Ab2:1 Bb2:2 F2:1 D2:1 |
  Eb2:3 -:1 Eb3:1 -:1 Db2:1 Eb2:1  Eb2:2 G2:1 A2:1 Bb2:2 Eb2:1 Db2:1 |
  C2:3 -:1 C3:1 -:1 Eb2:1 E2:1  F2:3 -:1 F2:1 C3:1 Eb3:1 A2:1 |
  Bb1:2 -:6 Bb1:2 -:2 D2:1 Eb2:1 F2:1 A1:1`;

/** The horns ask in the odd bars and answer themselves in the even ones. */
const HORNS = `
  D5:1 -:1 F5:1 -:2 D5:1 C5:1 Bb4:1  -:8 |
  -:8  -:1 Ab4:1 Bb4:1 D5:1 C5:2 Bb4:2 |
  G5:1 -:1 Bb5:1 -:2 G5:1 F5:1 Eb5:1  -:8 |
  D5:2 Eb5:1 F5:1 G5:2 Bb5:2  A5:2 G5:1 Eb5:1 D5:1 C5:1 A4:2 |
  Bb4:1 -:7 D5:1 -:3 F5:1 Ab5:1 A5:2`;

export const TWO_STEP_CITY: Composition = {
  id: 'two-step-city',
  name: {
    en: 'Two-Step City',
    'zh-TW': '二步城市',
    'zh-CN': '二步城市',
    ja: 'ツーステップ・シティ',
    th: 'ทูสเต็ปซิตี้',
  },
  bpm: 104,
  beats: 27,
  swing: 0.14,
  room: { feedback: 0.7, damping: 0.45 },
  echo: { beats: 0.5, feedback: 0.25 },
  duckBeats: 0.35,
  airDb: 3,
  perform(band) {
    const kick = band.kick({ ...SOFT_KICK, click: 0.2 }, 1);
    const skins = band.track({ gain: 0.85, reverb: 0.1 });
    const metal = band.track({ gain: 0.36, reverb: 0.03 });
    const sticks = band.stick(skins, STICKS);
    const snare = band.noise(skins, SNARE);
    const clap = band.noise(skins, CLAP);
    const conga = band.stick(skins, CONGA, 0.45);
    const highConga = band.stick(skins, HIGH_CONGA, 0.25);
    const hat = band.noise(metal, CLOSED_HAT, -0.2);
    const openHat = band.noise(metal, OPEN_HAT, -0.2);
    const crash = band.noise(metal, CRASH);
    const bass = band.synth(band.track({ gain: 0.62, duck: 0.2 }), FUNK_BASS);
    const clavinet = band.synth(band.track({ gain: 0.16, reverb: 0.06 }), CLAVINET);
    const guitar = band.synth(band.track({ gain: 0.16, reverb: 0.12 }), CHANK);
    const organ = band.fm(band.track({ gain: 0.1, reverb: 0.2, duck: 0.2 }), ORGAN);
    const horns = band.synth(band.track({ gain: 0.2, reverb: 0.2, echo: 0.1 }), BRASS);

    // Count-in: sticks, congas, and the bass slides up.
    sticks.play('x...', 0, 4, 0.9);
    kick.play('7...', 0, 4);
    conga.play('.... ..6. .... ..6.', 0, 4);
    highConga.play('..5. ...5 ..5. ...5', 0, 4);
    bass.line('F1:1 G1:1 Ab1:1 A1:1', 3, { velocity: 0.85 });
    snare.play('.... .... .... ..68', 0, 4);

    // The pocket.
    kick.play('x... 7.5. x.5. 7...', 4, 20);
    snare.play('.... x..2 .3.2 x..3', 4, 18);
    snare.play('.... x..3 .4.5 6789', 16, 20);
    hat.play('9252', 4, 20);
    openHat.play('.... .... .... ..7.', 4, 20);
    conga.play('.... ..6. .... ..6.', 4, 20);
    highConga.play('..5. ....', 4, 20);
    clap.play('.... 6...', 12, 20);
    clavinet.comp(CHORDS, 'x... x.4. x..3 x.4.', 4, 20, {
      velocity: 0.8,
      octave: -1,
      spread: 0.25,
      pan: 0.25,
    });
    guitar.comp(CHORDS, '..4. x.4. ..4. x.43', 4, 20, { velocity: 0.75, pan: -0.45 });
    organ.pad(
      CHORDS.filter(({ from }) => from >= 12),
      { velocity: 0.8, spread: 0.4 },
    );
    bass.line(BASS_LINE, 4, { velocity: 0.8, hold: 0.85 });
    for (const octave of [0, -1]) {
      horns.line(HORNS, 4, { velocity: octave === 0 ? 0.85 : 0.6, octave, hold: 0.8, pan: octave * 0.25 });
    }
    for (const beat of [4, 12]) crash.hit(beat, 0.7);

    // Breaks on 20 and 22, the fill runs home.
    for (const beat of [20, 22]) {
      kick.hit(beat, 1);
      snare.hit(beat, 0.8);
      crash.hit(beat, 0.5);
      clavinet.comp(CHORDS, 'x_', beat, beat + 0.5, { octave: -1 });
    }
    kick.play('.... 7... .... 7...', 20, 24);
    hat.play('..6. 8.6. ..6. 8.66', 20, 24);
    highConga.play('.... x.77 .... ....', 20, 24);
    conga.play('.... ..x. .... ....', 20, 24);
    snare.play('.... .... ..45 6789', 20, 24);
    kick.hit(24, 1);
    snare.hit(24, 1);
    crash.hit(24, 1.1);
    bass.chord('Bb1', 24, 2.2);
    horns.chord('D4 Ab4 C5 F5 Bb5', 24, 1.6, { velocity: 0.7, spread: 0.4 });
    organ.chord('Bb3 D4 F4 Ab4 C5', 24, 2.2, { velocity: 0.9, spread: 0.4 });
    clavinet.chord('D4 F4 Ab4', 24, 0.5);
  },
};
