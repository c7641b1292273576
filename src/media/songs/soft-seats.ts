/**
 * Soft Seats, 98 BPM lo-fi bossa in E flat, 25 beats with a light swing.
 * Beats 0-3 count in; four bars Ebmaj9 · C7b9 · Fm9 · Bb13 (4, 8, 12, 16); a half-bar of turn (20); beat 22 leans back.
 */
import type { Composition } from './band';
import { CLOSED_HAT, RIM, SHAKER, SNAP, SOFT_KICK, STICKS, TRIANGLE } from './drum-kit';
import { NYLON, REED, ROUND_BASS, VIBRAPHONE, WARM_PAD } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '4 D4 F4 G4 Bb4 | 4 Db4 E4 G4 Bb4 | 4 Eb4 G4 Ab4 C5 | 4 D4 G4 Ab4 C5 | 1 D4 F4 G4 Bb4 | 1 D4 E4 Ab4 C5',
);

const BASS_LINE = `
  Eb2:3 -:3 Bb1:2  Eb2:3 -:3 Bb1:2 | C2:3 -:3 G2:2  C2:3 -:3 G1:2 |
  F2:3 -:3 C2:2  F2:3 -:3 C2:2 | Bb1:3 -:3 F2:2  Bb1:3 -:1 C2:2 D2:2 | Eb2:3 -:1 Bb1:4`;

const TUNE = `
  -:2 G5:2 Bb5:3 G5:1  F5:2 D5:2 Eb5:4 |
  -:2 E5:2 G5:3 E5:1  Db5:4 Bb4:2 C5:2 |
  Ab5:3 G5:1 Eb5:2 C5:2  -:2 F5:1 G5:1 Ab5:2 C6:2 |
  C6:3 Bb5:1 G5:2 Ab5:2  G5:2 F5:1 D5:1 C5:2 D5:2 |
  Eb5:3 F5:1 G5:2 Ab5:2`;

export const SOFT_SEATS: Composition = {
  id: 'soft-seats',
  name: {
    en: 'Soft Seats',
    'zh-TW': '軟座時光',
    'zh-CN': '软座时光',
    ja: 'ソフト・シート',
    th: 'เก้าอี้นุ่ม',
  },
  bpm: 98,
  beats: 25,
  swing: 0.16,
  room: { feedback: 0.76, damping: 0.55 },
  echo: { beats: 0.75, feedback: 0.3 },
  duckBeats: 0.4,
  airDb: 4.5,
  perform(band) {
    const kick = band.kick(SOFT_KICK, 0.95);
    const skins = band.track({ gain: 0.75, reverb: 0.14 });
    const metal = band.track({ gain: 0.4, reverb: 0.05 });
    const sticks = band.stick(skins, STICKS);
    const rim = band.stick(skins, RIM, -0.2);
    const snap = band.noise(skins, SNAP, 0.15);
    const shaker = band.noise(metal, SHAKER, 0.35);
    const hat = band.noise(metal, CLOSED_HAT, -0.25);
    const ping = band.stick(band.track({ gain: 0.09, reverb: 0.3 }), TRIANGLE, 0.5);
    const bass = band.synth(band.track({ gain: 0.62, duck: 0.2 }), ROUND_BASS);
    const guitar = band.fm(band.track({ gain: 0.26, reverb: 0.16 }), NYLON);
    const haze = band.synth(band.track({ gain: 0.075, reverb: 0.4, duck: 0.3 }), WARM_PAD);
    const clarinet = band.synth(band.track({ gain: 0.2, reverb: 0.3, echo: 0.15 }), {
      ...REED,
      wave: 'square',
      cutoff: 1300,
    });
    const vibes = band.fm(band.track({ gain: 0.16, reverb: 0.35, echo: 0.3 }), VIBRAPHONE);

    // Count-in: somebody tunes in.
    sticks.play('x...', 0, 4, 0.7);
    kick.play('6...', 0, 4);
    shaker.play('3.5.', 0, 4);
    guitar.line('Bb3:2 F4:2 Ab4:2 D5:2 C5:2 Ab4:2 F4:2 D4:2', 0, { velocity: 0.65, hold: 1.6, spread: 0.2 });
    bass.line('Bb1:4 C2:2 D2:2', 2, { velocity: 0.7 });

    // Bossa: the rim walks its own way over the steady kick.
    kick.play('x..5 x..5', 4, 20);
    rim.play('x..x ..x. ..x. .x..', 4, 20, 0.75);
    snap.play('.... x... .... x...', 4, 20);
    shaker.play('6353', 4, 20);
    hat.play('..4. ..5.', 12, 20);
    for (const beat of [4, 12]) ping.hit(beat, 1);
    guitar.comp(CHORDS, 'x_.x _.x_ .x__ x_x_', 4, 20, { velocity: 0.75, roll: 0.006, spread: 0.3 });
    haze.pad(CHORDS, { velocity: 0.9 });
    bass.line(BASS_LINE, 4, { velocity: 0.95 });
    clarinet.line(TUNE, 4, { velocity: 0.8, hold: 0.92, pan: -0.1 });
    vibes.broken(CHORDS, '.... .... ..4. 3.2.', 4, 12, { octave: 1, velocity: 0.6, hold: 2, pan: 0.3 });
    vibes.broken(CHORDS, '..1. 2.3. 4... ..3.', 12, 20, { octave: 1, velocity: 0.6, hold: 2, pan: 0.3 });

    // Turn, and lean back.
    kick.play('x..5 x...', 20, 22);
    snap.play('.... x.67', 20, 22);
    shaker.play('6353', 20, 22);
    guitar.comp(CHORDS, 'x_.. x_x_', 20, 22, { velocity: 0.75, roll: 0.006, spread: 0.3 });
    kick.hit(22, 1);
    snap.hit(22, 1);
    ping.hit(22, 1);
    bass.chord('Eb2', 22, 2.6);
    guitar.chord('Eb3 Bb3 D4 F4 G4 C5', 22, 2.6, { velocity: 0.85, roll: 0.03, spread: 0.35 });
    haze.chord('D4 F4 G4 Bb4', 22, 2.2, { velocity: 1 });
    clarinet.line('G5:6', 22, { velocity: 0.7 });
    vibes.line('Bb5:1 C6:1 D6:1 F6:1 G6:5', 22.5, { velocity: 0.5, hold: 1.5 });
  },
};
