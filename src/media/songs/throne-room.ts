/**
 * Throne Room, 136 BPM half-time trap with an orchestra, D sharp minor, 35 beats.
 * Beats 0-3 count in; two bars of bells (4), two with the choir (12), three with the fanfare (20); beat 32 sits down.
 */
import type { Composition } from './band';
import { CLAP, CLOSED_HAT, CLUB_KICK, CRASH, LOW_TOM, OPEN_HAT, RIM, SNARE, STICKS } from './drum-kit';
import { BELL, BRASS, CHOIR, ORCHESTRA_HIT, STRINGS, SUB_BASS } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '4 F#3 A#3 D#4 F#4 | 4 F#3 B3 D#4 F#4 | 4 F#3 A#3 D#4 F#4 | 2 G#3 B3 E4 G#4 | 2 G#3 A#3 D4 F4 |' +
    '4 F#3 A#3 D#4 F#4 | 4 F#3 B3 D#4 F#4 | 2 G#3 B3 E4 G#4 | 2 G#3 A#3 D4 F4',
);

const BASS_LINE = `
  D#2:5 -:1 D#2:2 -:4 D#2:2 F#2:2 | B1:5 -:1 B1:2 -:4 B1:2 C#2:2 |
  D#2:5 -:1 D#2:2 -:4 D#2:2 F#2:2 | E2:5 -:3  A#1:5 -:1 A#1:1 B1:1 |
  D#2:5 -:1 D#2:2 -:2 D#2:2 A#2:2 F#2:2 | B1:5 -:1 B1:2 -:2 B1:2 D#2:2 C#2:2 | E2:5 -:1 E2:2  A#1:5 -:1 C#2:1 D2:1`;

const BELLS = `
  A#5:3 F#5:1 D#5:4  E5:2 D#5:2 -:4 | B5:3 F#5:1 D#5:4  C#6:2 B5:2 A#5:4 |
  A#5:3 F#5:1 D#5:4  E5:2 D#5:2 -:4 | G#5:3 E5:1 B4:4  D5:2 F5:2 G#5:2 A#5:2`;

const FANFARE = `
  D#4:4 A#4:3 A#4:1  D#5:6 C#5:1 D#5:1 | F#5:4 D#5:3 B4:1  F#4:4 B4:2 D#5:2 |
  E5:4 D#5:2 E5:2  F5:4 G#5:2 F5:2`;

export const THRONE_ROOM: Composition = {
  id: 'throne-room',
  name: { en: 'Throne Room', 'zh-TW': '王座大廳', 'zh-CN': '王座大厅', ja: '玉座の間', th: 'ห้องบัลลังก์' },
  bpm: 136,
  beats: 35,
  swing: 0,
  room: { feedback: 0.86, damping: 0.4 },
  echo: { beats: 1.5, feedback: 0.35 },
  duckBeats: 0.8,
  airDb: 3,
  perform(band) {
    const kick = band.kick(CLUB_KICK, 1);
    const skins = band.track({ gain: 0.75, reverb: 0.16 });
    const metal = band.track({ gain: 0.36, reverb: 0.03 });
    const sticks = band.stick(skins, STICKS);
    const clap = band.noise(skins, CLAP);
    const snare = band.noise(skins, SNARE);
    const rim = band.stick(skins, RIM, 0.4);
    const drum = band.tom(band.track({ gain: 0.6, reverb: 0.4 }), LOW_TOM);
    const hat = band.noise(metal, CLOSED_HAT, 0.2);
    const openHat = band.noise(metal, OPEN_HAT, -0.2);
    const crash = band.noise(metal, CRASH);
    const bass = band.fm(band.track({ gain: 0.55, duck: 0.4 }), SUB_BASS);
    const bells = band.fm(band.track({ gain: 0.22, reverb: 0.35, echo: 0.3 }), BELL);
    const choir = band.synth(band.track({ gain: 0.1, reverb: 0.5, duck: 0.4 }), CHOIR);
    const strings = band.synth(band.track({ gain: 0.1, reverb: 0.35, duck: 0.4 }), STRINGS);
    const horns = band.synth(band.track({ gain: 0.26, reverb: 0.35, duck: 0.15 }), BRASS);
    const hits = band.synth(band.track({ gain: 0.24, reverb: 0.4 }), ORCHESTRA_HIT);
    const sweep = band.track({ gain: 0.28, reverb: 0.35 });

    // Count-in: the doors.
    sticks.play('x...', 0, 4);
    kick.play('x...', 0, 4);
    drum.play('7... .... 7... ..57', 0, 4);
    choir.chord('D#3 A#3 D#4', 0, 3.8, { velocity: 0.45 });
    band.riser(sweep, 1, 4, 0.7);

    // Half-time: the clap falls on three, the hats run.
    kick.play('x... ..6. ..x. x...', 4, 20);
    kick.play('x... x.6. ..x. x..6', 20, 30);
    kick.play('x... x... x.x. xxxx', 28, 32, 0.8);
    clap.play('.... .... x... ....', 4, 32);
    snare.play('.... .... 8... ....', 12, 32);
    hat.play('8.6. 8.6. 8.6. 8766', 4, 12);
    hat.play('8.66 8.6. 8676 8.6.', 12, 20);
    hat.play('8566 8.66 8676 8877', 20, 31);
    openHat.play('.... .... .... ..6.', 4, 28);
    rim.play('...5 .... .5.. ..5.', 12, 28);
    drum.play('x... .... .... .6.7', 20, 32, 0.9);
    bass.line(BASS_LINE, 4, { velocity: 0.95, hold: 1 });
    bells.line(BELLS, 4, { velocity: 0.85, hold: 1.2, spread: 0.15 });
    choir.pad(
      CHORDS.filter(({ from }) => from >= 12),
      { velocity: 0.9 },
    );
    strings.comp(CHORDS, 'x.x. x.x.', 12, 32, { octave: 1, velocity: 0.6, hold: 0.7 });
    hits.comp(CHORDS, 'x___ .... .... ....', 4, 28, { velocity: 0.8 });
    for (const beat of [4, 12, 20]) crash.hit(beat, beat === 20 ? 1.1 : 0.7);
    snare.play('.... .... .... 5678', 16, 20);
    band.riser(sweep, 16, 20, 0.7);

    // The fanfare, bells above it.
    horns.line(FANFARE, 20, { velocity: 0.9 });
    horns.line(FANFARE, 20, { velocity: 0.5, octave: -1, pan: -0.25 });
    bells.broken(CHORDS, '4... 3... 4... 2...', 20, 32, { octave: 1, velocity: 0.45, hold: 2, spread: 0.4 });
    hits.comp(CHORDS, 'x_.x _.x_', 28, 30, { velocity: 0.7 });
    snare.play('.... ..5. 6.6. 7789', 28, 32);
    band.riser(sweep, 29, 32, 0.8);

    // Seated.
    kick.hit(32, 1);
    clap.hit(32, 1);
    drum.hit(32, 1);
    crash.hit(32, 1.2);
    bass.chord('D#2', 32, 2.6);
    hits.chord('D#3 F#3 A#3 D#4', 32, 1.5, { velocity: 1 });
    horns.chord('D#4 A#4 D#5 F#5', 32, 2, { velocity: 0.8, spread: 0.4 });
    choir.chord('D#4 F#4 A#4 D#5', 32, 2.4, { velocity: 1 });
    bells.line('A#5:2 D#6:6', 32.5, { velocity: 0.6 });
  },
};
