/**
 * Boss Floor, 140 BPM hard dance on an old games console, C minor, 36 beats.
 * Beats 0-3 count in; two bars of run-up (4), two with the theme (12), one of alarm (20), two of fight (24); beat 32 wins.
 */
import type { Composition } from './band';
import {
  CHIP_SNARE,
  CLAP,
  CLOSED_HAT,
  CRASH,
  HARD_KICK,
  HIGH_TOM,
  LOW_TOM,
  OPEN_HAT,
  STICKS,
} from './drum-kit';
import { CHIP, GROWL_BASS, SUPERSAW } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '4 C4 Eb4 G4 | 4 C4 Eb4 Ab4 | 4 C4 Eb4 G4 | 4 Bb3 D4 F4 | 2 C4 F4 Ab4 | 2 B3 D4 G4 |' +
    '2 C4 Eb4 Ab4 | 2 D4 F4 Bb4 | 2 Eb4 G4 C5 | 2 D4 G4 B4',
);

/** The same progression as roots and their octaves. */
const ROOTS = progression(
  4,
  '4 C2 C3 | 4 Ab1 Ab2 | 4 C2 C3 | 4 Bb1 Bb2 | 2 F2 F3 | 2 G1 G2 | 2 Ab1 Ab2 | 2 Bb1 Bb2 | 2 C2 C3 | 2 G1 G2',
);

const THEME = `
  C5:2 Eb5:1 C5:2 G5:1 F5:1 Eb5:1  D5:2 Eb5:1 D5:2 C5:1 Bb4:2 |
  D5:2 F5:1 D5:2 Bb5:1 G5:1 F5:1  Eb5:2 F5:1 G5:2 D5:1 Eb5:2`;

const FIGHT = `
  Eb5:1 Eb5:1 Ab5:2 G5:1 F5:1 Eb5:2  F5:1 F5:1 Bb5:2 Ab5:1 G5:1 F5:2 |
  G5:1 G5:1 C6:2 B5:1 C6:1 Eb6:2  D6:2 C6:1 B5:1 G5:1 B5:1 D6:2`;

export const BOSS_FLOOR: Composition = {
  id: 'boss-floor',
  name: { en: 'Boss Floor', 'zh-TW': '魔王關卡', 'zh-CN': '魔王关卡', ja: 'ボス・フロア', th: 'ด่านบอส' },
  bpm: 140,
  beats: 36,
  swing: 0,
  room: { feedback: 0.72, damping: 0.35 },
  echo: { beats: 0.5, feedback: 0.35 },
  duckBeats: 0.7,
  airDb: 1,
  perform(band) {
    const kick = band.kick(HARD_KICK, 0.9);
    const skins = band.track({ gain: 0.6, reverb: 0.1 });
    const metal = band.track({ gain: 0.32, reverb: 0.03 });
    const sticks = band.stick(skins, STICKS);
    const clap = band.noise(skins, CLAP);
    const noise = band.noise(skins, CHIP_SNARE);
    const hat = band.noise(metal, CLOSED_HAT, 0.2);
    const openHat = band.noise(metal, OPEN_HAT, -0.1);
    const crash = band.noise(metal, CRASH);
    const highTom = band.tom(skins, HIGH_TOM);
    const lowTom = band.tom(skins, LOW_TOM);
    const bass = band.synth(band.track({ gain: 0.5, duck: 0.85 }), { ...GROWL_BASS, sub: 0.3, cutoff: 600 });
    const arpeggio = band.synth(band.track({ gain: 0.1, reverb: 0.1, echo: 0.25, duck: 0.3 }), {
      ...CHIP,
      amplitude: { attack: 0.002, decay: 0.12, sustain: 0.2, release: 0.02 },
    });
    const lead = band.synth(band.track({ gain: 0.17, reverb: 0.1, echo: 0.3, duck: 0.15 }), {
      ...CHIP,
      vibratoCents: 18,
    });
    const saw = band.synth(band.track({ gain: 0.12, reverb: 0.3, duck: 0.8 }), SUPERSAW);
    const sweep = band.track({ gain: 0.28, reverb: 0.25 });

    // Count-in: insert coin.
    sticks.play('x...', 0, 4, 0.9);
    kick.play('8...', 0, 4);
    arpeggio.line('G5:1 C6:3 -:4 G5:1 C6:3 -:1 Eb6:1 D6:1 B5:1', 0, { velocity: 1.2 });
    noise.play('.... .... .... 4567', 0, 4);
    band.riser(sweep, 1, 4, 0.7);

    // Run-up, theme and fight share the floor: kick, bass between the kicks, arpeggio.
    for (const [from, to] of [
      [4, 20],
      [24, 32],
    ] as const) {
      kick.play('x...', from, to);
      clap.play('.... x...', from, to);
      openHat.play('..9.', from, to);
      bass.broken(ROOTS, '..1. ..12', from, to, { velocity: 0.95, hold: 1.1 });
      arpeggio.broken(CHORDS, '1234 3232', from, to, { octave: 1, spread: 0.5 });
    }
    hat.play('8.36', 12, 20);
    hat.play('8365', 24, 32);
    noise.play('.... .... .... ..5.', 4, 12);
    noise.play('.... ...4 ..4. ....', 12, 20);
    noise.play('.... 7..4 ..5. 7..5', 24, 31);
    lead.line('C5:1 -:7 C5:1 -:3 Bb4:1 B4:1 C5:1 -:1 | Ab4:1 -:7 Ab4:1 -:3 G4:1 Ab4:1 Bb4:1 B4:1', 4);
    lead.line(THEME, 12, { velocity: 0.9 });
    saw.comp(CHORDS, 'x__x __x_', 12, 20, { velocity: 0.6, hold: 0.7 });

    // Alarm.
    kick.play('x... .... x... ....', 20, 24);
    saw.comp(CHORDS, 'x_______', 20, 24, { velocity: 0.9 });
    lead.line('Ab5:2 F5:2 Ab5:2 F5:2 G5:1 D5:1 G5:1 D5:1 B5:1 G5:1 B5:1 D6:1', 20, { velocity: 0.9 });
    hat.play('8.8.', 20, 23);
    highTom.play('.... ..x. .... ....', 20, 24);
    lowTom.play('.... ...x .... ....', 20, 24);
    noise.play('.... .... 5.5. 6.6.', 20, 23);
    noise.play('6.6. 7788', 22, 24);
    band.riser(sweep, 20, 24, 1);

    // Fight.
    lead.line(FIGHT, 24, { velocity: 0.95 });
    lead.line(FIGHT, 24, { velocity: 0.5, octave: -1, pan: -0.3 });
    saw.comp(CHORDS, 'x__x __x_', 24, 32, { velocity: 0.85, hold: 0.75 });
    highTom.play('8.8. ....', 31, 32);
    lowTom.play('..8. 8.8.', 31, 32);
    for (const beat of [4, 12, 24, 28]) crash.hit(beat, beat === 24 ? 1.1 : 0.7);

    // Won.
    kick.hit(32, 1);
    clap.hit(32, 1);
    crash.hit(32, 1.2);
    saw.chord('C4 Eb4 G4 D5', 32, 2.6, { velocity: 1 });
    bass.chord('C2', 32, 2.8);
    lead.line('C6:2', 32);
    arpeggio.line('C5:1 Eb5:1 G5:1 C6:1 Eb6:1 G6:1 C7:4', 32.5, { velocity: 1, spread: 0.4 });
  },
};
