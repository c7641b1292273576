/**
 * Heart Chorus, 108 BPM pop ballad to dance to, in D, 28 beats.
 * Beats 0-3 count in; two bars of verse on glass piano (4), three of chorus (12): G-A-F#m-Bm-Em-Gm6-A; beat 24 glows.
 */
import type { Composition } from './band';
import { CLAP, CLOSED_HAT, CLUB_KICK, CRASH, OPEN_HAT, SHAKER, SNAP, SNARE, STICKS } from './drum-kit';
import { BELL, GLASS_PIANO, ROUND_BASS, STRINGS, SUPERSAW, WHISTLE } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '2 D4 F#4 A4 C#5 | 2 C#4 E4 A4 B4 | 2 D4 F#4 A4 B4 | 2 C#4 E4 G4 A4 | 2 B3 D4 G4 A4 | 2 C#4 E4 A4 B4 |' +
    '2 C#4 E4 F#4 A4 | 2 B3 D4 F#4 A4 | 2 B3 D4 G4 F#5 | 1 Bb3 D4 E4 G4 | 1 A3 C#4 E4 G4',
);

const BASS_LINE = `
  D2:6 A2:2  C#2:6 E2:2 | B1:6 F#2:2  A1:4 B1:2 C#2:2 |
  G2:3 -:1 G2:1 -:1 D2:2  A2:3 -:1 A2:1 -:1 E2:2 | F#2:3 -:1 F#2:1 -:1 C#2:2  B1:3 -:1 B1:1 -:1 D2:2 |
  E2:3 -:1 E2:1 -:1 B1:2  G2:3 -:1 A1:2 C#2:2`;

const VERSE = `
  -:2 F#5:1 G5:1 A5:3 F#5:1  E5:2 D5:2 -:2 A4:2 |
  D5:3 E5:1 F#5:2 D5:2  E5:2 C#5:2 A4:1 B4:1 C#5:2`;

const CHORUS = `
  D5:2 G5:2 B5:3 A5:1  A5:2 G5:1 F#5:1 E5:2 C#5:2 |
  F#5:2 A5:2 C#6:3 B5:1  B5:2 A5:1 F#5:1 D5:2 B4:2 |
  G5:2 B5:2 D6:3 B5:1  Bb5:2 A5:1 G5:1 A5:2 C#6:2`;

export const HEART_CHORUS: Composition = {
  id: 'heart-chorus',
  name: {
    en: 'Heart Chorus',
    'zh-TW': '心動副歌',
    'zh-CN': '心动副歌',
    ja: 'ハート・コーラス',
    th: 'ท่อนฮุกหัวใจ',
  },
  bpm: 108,
  beats: 28,
  swing: 0,
  room: { feedback: 0.84, damping: 0.35 },
  echo: { beats: 0.75, feedback: 0.35 },
  duckBeats: 0.7,
  airDb: 3,
  perform(band) {
    const kick = band.kick(CLUB_KICK, 0.8);
    const skins = band.track({ gain: 0.6, reverb: 0.2 });
    const metal = band.track({ gain: 0.34, reverb: 0.05 });
    const sticks = band.stick(skins, STICKS);
    const snap = band.noise(skins, SNAP, 0.1);
    const clap = band.noise(skins, CLAP);
    const snare = band.noise(skins, SNARE);
    const hat = band.noise(metal, CLOSED_HAT, 0.2);
    const openHat = band.noise(metal, OPEN_HAT, -0.1);
    const shaker = band.noise(metal, SHAKER, -0.35);
    const crash = band.noise(metal, CRASH);
    const bass = band.synth(band.track({ gain: 0.58, duck: 0.35 }), ROUND_BASS);
    const piano = band.fm(band.track({ gain: 0.2, reverb: 0.35, echo: 0.15 }), GLASS_PIANO);
    const wall = band.synth(band.track({ gain: 0.13, reverb: 0.3, duck: 0.75 }), {
      ...SUPERSAW,
      cutoff: 2600,
    });
    const strings = band.synth(band.track({ gain: 0.09, reverb: 0.5, duck: 0.4 }), STRINGS);
    const voice = band.synth(band.track({ gain: 0.26, reverb: 0.35, echo: 0.25, duck: 0.1 }), WHISTLE);
    const bells = band.fm(band.track({ gain: 0.13, reverb: 0.4, echo: 0.4 }), BELL);
    const sweep = band.track({ gain: 0.26, reverb: 0.35 });

    // Count-in: a heartbeat under the sticks.
    sticks.play('x...', 0, 4, 0.8);
    kick.play('7.5. .... 7.5. ....', 0, 4);
    kick.play('.... 5... .... 5...', 0, 4);
    piano.line('A4:2 D5:2 E5:2 A5:2 F#5:2 E5:2 D5:2 A4:2', 0, { velocity: 0.7, hold: 2, spread: 0.3 });

    // Verse.
    kick.play('x... ..6. 8... ....', 4, 12);
    snap.play('.... x... .... x...', 4, 12);
    shaker.play('3.63', 4, 12);
    piano.broken(CHORDS, '1.2. 3.4. 2.3. 4.3.', 4, 12, { velocity: 0.7, hold: 3, spread: 0.4 });
    piano.comp(CHORDS, 'x_______', 4, 12, { velocity: 0.6, spread: 0.3 });
    strings.pad(CHORDS.filter(({ from }) => from >= 8));
    bass.line(BASS_LINE, 4, { velocity: 0.9 });
    voice.line(VERSE, 4, { velocity: 0.8 });
    snare.play('.... .... 3.4. 5678', 8, 12);
    band.riser(sweep, 9, 12, 0.9);

    // Chorus: the wall of sound breathes with the kick.
    kick.play('x...', 12, 23);
    clap.play('.... x...', 12, 24);
    snare.play('.... 7...', 12, 22);
    hat.play('8465', 12, 24);
    openHat.play('..8.', 12, 23);
    wall.comp(CHORDS, 'x__x __x_', 12, 24, { velocity: 0.95 });
    strings.pad(
      CHORDS.filter(({ from }) => from >= 12),
      { octave: 1, velocity: 0.7 },
    );
    voice.line(CHORUS, 12, { velocity: 0.9, hold: 0.95 });
    voice.line(CHORUS, 12, { velocity: 0.35, octave: -1, pan: -0.3 });
    bells.line(CHORUS, 12, { velocity: 0.4, octave: 1, pan: 0.3 });
    piano.broken(CHORDS, '4321 4321', 12, 24, { octave: 1, velocity: 0.4, hold: 1.5, spread: 0.5 });
    snare.play('5.6. 6789', 22, 24);
    band.riser(sweep, 22, 24, 0.6);
    crash.hit(12, 1.1);
    crash.hit(20, 0.7);

    // The last look.
    kick.hit(24, 1);
    clap.hit(24, 0.8);
    crash.hit(24, 1.1);
    bass.chord('D2', 24, 3);
    wall.chord('D4 F#4 A4 E5', 24, 2.4, { velocity: 0.9 });
    strings.chord('A4 D5 F#5 A5', 24, 3, { velocity: 0.9 });
    voice.line('D6:6', 24, { velocity: 0.8 });
    piano.line('D5:1 E5:1 F#5:1 A5:1 D6:1 E6:1 F#6:1 A6:5', 24.5, { velocity: 0.6, hold: 2, spread: 0.3 });
  },
};
