/**
 * Lightning Arms, 128 BPM electro house in G minor, 33 beats.
 * Beats 0-3 count in; two bars of groove (4), a bar that builds (12), three bars of drop with the hook (16), a stutter (28);
 * beat 30 strikes.
 */
import type { Composition } from './band';
import { CLAP, CLOSED_HAT, CLUB_KICK, CRASH, OPEN_HAT, SNARE, STICKS } from './drum-kit';
import { BUBBLE, GROWL_BASS, LASER, SUPERSAW } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '4 G3 Bb3 D4 G4 | 2 G3 Bb3 Eb4 G4 | 2 A3 C4 F4 A4 | 2 G3 Bb3 D4 G4 | 2 F#3 A3 C4 D4 |' +
    '4 G3 Bb3 D4 G4 | 4 G3 Bb3 Eb4 G4 | 2 A3 C4 F4 A4 | 2 F#3 A3 D4 C5 | 2 G3 Bb3 D4 G4',
);

const RIFF_G = 'G1:2 -:1 G1:1 Bb1:1 -:1 G1:2  F1:1 -:1 G1:2 -:1 G2:1 D2:1 C2:1';
const RIFF_EB = 'Eb2:2 -:1 Eb2:1 G2:1 -:1 Eb2:2  D2:1 -:1 Eb2:2 -:1 Eb3:1 Bb2:1 G2:1';
const RIFF_TURN = 'F1:2 -:1 F1:1 A1:1 -:1 F1:2  D2:1 -:1 D2:2 -:1 D3:1 C3:1 A2:1';
const RIFF_EB_F = 'Eb2:2 -:1 Eb2:1 G2:1 -:1 Eb2:2  F2:1 -:1 F2:2 -:1 F2:1 A2:1 F#2:1';

const HOOK = `
  G5:1 -:1 D5:1 G5:1 -:1 Bb5:1 A5:1 G5:1  F5:2 D5:1 F5:2 G5:1 D5:2 |
  Eb5:1 -:1 Bb4:1 Eb5:1 -:1 G5:1 F5:1 Eb5:1  D5:2 Bb4:1 D5:2 Eb5:1 G5:2 |
  F5:1 -:1 C5:1 F5:1 -:1 A5:1 G5:1 F5:1  F#5:2 A5:1 C6:2 A5:1 D6:2`;

export const LIGHTNING_ARMS: Composition = {
  id: 'lightning-arms',
  name: {
    en: 'Lightning Arms',
    'zh-TW': '閃電手臂',
    'zh-CN': '闪电手臂',
    ja: 'ライトニング・アームズ',
    th: 'แขนสายฟ้า',
  },
  bpm: 128,
  beats: 33,
  swing: 0,
  room: { feedback: 0.78, damping: 0.3 },
  echo: { beats: 0.75, feedback: 0.4 },
  duckBeats: 0.7,
  airDb: 2,
  perform(band) {
    const kick = band.kick(CLUB_KICK, 0.9);
    const skins = band.track({ gain: 0.7, reverb: 0.12 });
    const metal = band.track({ gain: 0.36, reverb: 0.03 });
    const sticks = band.stick(skins, STICKS);
    const clap = band.noise(skins, CLAP);
    const snare = band.noise(skins, SNARE);
    const hat = band.noise(metal, CLOSED_HAT, 0.2);
    const openHat = band.noise(metal, OPEN_HAT, -0.1);
    const crash = band.noise(metal, CRASH);
    const bass = band.synth(band.track({ gain: 0.5, duck: 0.75, reverb: 0.02 }), GROWL_BASS);
    const stab = band.synth(band.track({ gain: 0.15, reverb: 0.25, duck: 0.8 }), SUPERSAW);
    const lead = band.synth(band.track({ gain: 0.25, reverb: 0.2, echo: 0.25, duck: 0.2 }), LASER);
    const spark = band.fm(band.track({ gain: 0.2, reverb: 0.3, echo: 0.4, duck: 0.2 }), BUBBLE);
    const sweep = band.track({ gain: 0.3, reverb: 0.3 });

    // Count-in: thunder far away.
    sticks.play('x...', 0, 4, 0.9);
    kick.play('x...', 0, 4);
    bass.line('G1:4 -:8 G1:2 F1:1 F#1:1', 0, { velocity: 0.4, hold: 0.8 });
    band.riser(sweep, 0, 4, 0.8);
    snare.play('.... .... .... 4.68', 0, 4);

    // Groove, and sparks that jump from side to side.
    kick.play('x...', 4, 12);
    clap.play('.... x...', 4, 12);
    openHat.play('..8.', 4, 12);
    hat.play('..36', 4, 12);
    spark.broken(CHORDS, '.... .... .... 3454', 4, 8, { octave: 1, velocity: 0.7, spread: 0.7 });
    spark.broken(CHORDS, '.... 3454 .... 6543', 8, 12, { octave: 1, velocity: 0.7, spread: 0.7 });
    bass.line(`${RIFF_G} | ${RIFF_EB_F}`, 4, { velocity: 0.9 });

    // The air is charged.
    kick.play('x... .... .... ....', 12, 16);
    snare.play('5... 5... 5.5. 5.5. 5555', 12, 15);
    snare.play('6677 8...', 15, 16);
    spark.broken(CHORDS, '1234 2345 3456 4567', 12, 16, { octave: 1, velocity: 0.6, spread: 0.8 });
    stab.comp(CHORDS, 'x_______', 12, 15.5, { velocity: 0.8 });
    band.riser(sweep, 12, 15.75, 1);

    // It strikes.
    kick.play('x...', 16, 28);
    clap.play('.... x...', 16, 28);
    snare.play('.... 6..2', 16, 26);
    openHat.play('..9.', 16, 28);
    hat.play('8365', 16, 28);
    bass.line(`${RIFF_G} | ${RIFF_EB} | ${RIFF_TURN}`, 16, { velocity: 0.95 });
    stab.comp(CHORDS, 'x_.x _.x_ .x_. x_x_', 16, 28, { velocity: 0.9, hold: 0.8 });
    lead.line(HOOK, 16, { velocity: 0.85, hold: 0.8 });
    lead.line(HOOK, 16, { velocity: 0.3, hold: 0.8, octave: -1, pan: -0.3 });
    spark.broken(CHORDS, '.... .... .... 4567', 16, 28, { octave: 1, velocity: 0.6, spread: 0.8 });
    for (const beat of [4, 16, 24]) crash.hit(beat, beat === 16 ? 1.1 : 0.7);

    // A stutter, and the last bolt.
    kick.play('x.x. xxxx', 28, 30);
    snare.play('x.x. 6789', 28, 30);
    stab.comp(CHORDS, 'x.x. xxxx', 28, 30, { velocity: 0.9, hold: 0.6 });
    bass.line('G1:1 -:1 G1:1 -:1 G1:1 G1:1 F1:1 F#1:1', 28);
    band.riser(sweep, 28, 30, 0.8);
    kick.hit(30, 1);
    clap.hit(30, 1);
    crash.hit(30, 1.3);
    stab.chord('G3 Bb3 D4 G4 A4 D5', 30, 2.2, { velocity: 1 });
    bass.chord('G1', 30, 2.4, { velocity: 0.9 });
    lead.chord('G5', 30, 1.5);
    spark.line('D6:1 Bb5:1 G5:1 D5:1 Bb4:1 G4:3', 30.25, { velocity: 0.6, spread: 0.7 });
  },
};
