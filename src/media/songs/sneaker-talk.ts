/**
 * Sneaker Talk, 112 BPM new jack swing in F minor, 29 beats, sixteenths in triplets.
 * Beats 0-3 count in; Fm7 (4), Db-Eb (8), Fm7 (12), Db-C7 (16), Bbm7-C7 (20), a half-bar of breaks (24); beat 26 stands.
 */
import type { Composition } from './band';
import {
  CLOSED_HAT,
  CLUB_KICK,
  COWBELL,
  CRASH,
  GATED_SNARE,
  HIGH_TOM,
  LOW_TOM,
  OPEN_HAT,
  STICKS,
} from './drum-kit';
import { BELL, GLASS_PIANO, KNOCK_BASS, LASER, ORCHESTRA_HIT } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '4 Eb4 F4 Ab4 C5 | 2 Db4 F4 Ab4 C5 | 2 Db4 Eb4 G4 Bb4 | 4 Eb4 F4 Ab4 C5 | 2 Db4 F4 Ab4 C5 | 2 Db4 E4 G4 Bb4 |' +
    '2 Db4 F4 Ab4 Bb4 | 2 C4 E4 G4 Bb4 | 2 C4 Eb4 F4 Ab4',
);

const BASS_LINE = `
  F2:2 -:2 F2:1 -:1 Ab2:1 F2:1  Eb2:2 -:2 F2:1 C2:1 Eb2:1 E2:1 |
  Db2:2 -:2 Db2:1 -:1 F2:1 Db2:1  Eb2:2 -:2 Eb2:1 -:1 G2:1 Eb2:1 |
  F2:2 -:2 F2:1 -:1 Ab2:1 F2:1  Eb2:2 -:2 F2:1 C3:1 Bb2:1 Ab2:1 |
  Db2:2 -:2 Db2:1 -:1 F2:1 Db2:1  C2:2 -:2 C2:1 E2:1 G2:1 Bb2:1 |
  Bb1:2 -:2 Bb1:1 -:1 Db2:1 F2:1  C2:2 -:2 E2:1 G2:1 Bb2:1 C3:1 |
  F2:2 -:2 C2:1 -:1 Eb2:1 E2:1`;

/** Two sneakers talking: the first bar asks, the second answers. */
const TALK = `
  C5:1 -:1 C5:1 Eb5:1 -:1 F5:2 -:1  Ab5:1 -:1 G5:1 F5:1 Eb5:1 C5:1 -:2 |
  -:4 Ab4:1 C5:1 Db5:2  Eb5:1 -:1 G5:1 F5:1 Eb5:2 -:2 |
  C5:1 -:1 C5:1 Eb5:1 -:1 F5:2 -:1  Ab5:1 -:1 Bb5:1 Ab5:1 F5:1 Eb5:1 -:2 |
  -:2 F5:1 Eb5:1 Db5:2 Ab4:2  G4:1 Bb4:1 Db5:1 E5:1 G5:2 -:2 |
  F5:1 -:1 Db5:1 F5:1 -:1 Bb5:2 Ab5:1  G5:1 -:1 E5:1 G5:1 -:1 C6:3`;

export const SNEAKER_TALK: Composition = {
  id: 'sneaker-talk',
  name: {
    en: 'Sneaker Talk',
    'zh-TW': '球鞋對話',
    'zh-CN': '球鞋对话',
    ja: 'スニーカー・トーク',
    th: 'สนีกเกอร์ทอล์ก',
  },
  bpm: 112,
  beats: 29,
  swing: 0.36,
  room: { feedback: 0.74, damping: 0.4 },
  echo: { beats: 0.5, feedback: 0.35 },
  duckBeats: 0.4,
  airDb: 2.5,
  perform(band) {
    const kick = band.kick(CLUB_KICK, 0.9);
    const skins = band.track({ gain: 0.55, reverb: 0.22 });
    const metal = band.track({ gain: 0.36, reverb: 0.03 });
    const sticks = band.stick(skins, STICKS);
    const snare = band.noise(skins, GATED_SNARE);
    const highTom = band.tom(skins, HIGH_TOM);
    const lowTom = band.tom(skins, LOW_TOM);
    const cowbell = band.stick(band.track({ gain: 0.22, reverb: 0.08 }), COWBELL, 0.4);
    const hat = band.noise(metal, CLOSED_HAT, 0.2);
    const openHat = band.noise(metal, OPEN_HAT, -0.15);
    const crash = band.noise(metal, CRASH);
    const bass = band.fm(band.track({ gain: 0.5, duck: 0.25 }), KNOCK_BASS);
    const keys = band.fm(band.track({ gain: 0.17, reverb: 0.25, duck: 0.2 }), GLASS_PIANO);
    const hits = band.synth(band.track({ gain: 0.2, reverb: 0.3 }), ORCHESTRA_HIT);
    const left = band.synth(band.track({ gain: 0.24, reverb: 0.15, echo: 0.2 }), LASER);
    const right = band.fm(band.track({ gain: 0.2, reverb: 0.3, echo: 0.3 }), BELL);

    // Count-in.
    sticks.play('x...', 0, 4, 0.9);
    kick.play('8...', 0, 4);
    cowbell.play('.... 6.6. .... 6.66', 0, 4);
    hits.chord('C4 E4 G4 Bb4', 3, 0.4, { velocity: 0.7 });
    bass.line('C2:1 -:1 Eb2:1 E2:1', 3, { velocity: 0.8 });
    highTom.play('.... .... .... .7..', 0, 4);
    lowTom.play('.... .... .... ..78', 0, 4);

    // The swing is in the kick and the hats; the big snare keeps the street straight.
    kick.play('x... 6.7. x.7. 6..5', 4, 24);
    snare.play('.... x... .... x...', 4, 24);
    snare.play('.... .... .... ..46', 16, 20);
    hat.play('8465', 4, 24);
    openHat.play('.... ..6.', 12, 24);
    cowbell.play('..6. ..66 ..6. .6..', 12, 24);
    keys.comp(CHORDS, 'x__. x__. ..x_ x_5.', 4, 24, { velocity: 0.8, spread: 0.4 });
    for (const from of [4, 12, 20]) {
      crash.hit(from, 0.7);
      hits.comp(CHORDS, 'x_.x_...', from, from + 2, { velocity: 0.7 });
    }
    hits.comp(CHORDS, '.... x_x_', 18, 20, { velocity: 0.6 });
    bass.line(BASS_LINE, 4, { velocity: 0.9 });
    left.line(TALK, 4, { velocity: 0.8, hold: 0.75, pan: -0.15 });
    right.line(TALK.split('|').slice(2).join('|'), 12, { velocity: 0.6, octave: 1, hold: 0.8, pan: 0.3 });

    // Breaks and the stand.
    for (const beat of [24, 25]) {
      kick.hit(beat, 1);
      hits.comp(CHORDS, 'x_', beat, beat + 0.5, { velocity: 0.9 });
    }
    snare.play('x... x...', 24, 26);
    highTom.play('.... .xx.', 24, 26);
    lowTom.play('.... ...x', 24, 26);
    hat.play('8.6. 8.66', 24, 26);
    kick.hit(26, 1);
    snare.hit(26, 1);
    crash.hit(26, 1.1);
    hits.chord('F3 C4 Eb4 Ab4 C5', 26, 1.2, { velocity: 0.9 });
    keys.chord('F3 Eb4 Ab4 C5 G5', 26, 2.4, { velocity: 0.9, roll: 0.01, spread: 0.4 });
    bass.chord('F2', 26, 2.4);
    left.chord('F5', 26, 0.8);
    right.line('C6:1 Ab5:1 G5:1 Eb5:4', 26.5, { velocity: 0.5 });
  },
};
