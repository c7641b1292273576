/**
 * Freeze Frame, 100 BPM electro funk in E minor, 25 beats.
 * Beats 0-3 count in. Bars at 4 and 8 groove for two beats and freeze on the third (6, 10); the bar at 12 plays through;
 * the bar at 16 freezes at 18; two stops at 20 and 21, and beat 22 is the last picture.
 */
import type { Composition } from './band';
import { CLAP, CLOSED_HAT, CLUB_KICK, COWBELL, CRASH, OPEN_HAT, SNARE, STICKS } from './drum-kit';
import { BUBBLE, CLAVINET, FUNK_BASS, LASER, ORCHESTRA_HIT, WARM_PAD } from './patches';
import { progression } from './score';

const CHORDS = progression(
  4,
  '4 D4 F#4 G4 B4 | 4 C#4 F#4 G4 B4 | 4 D4 F#4 G4 B4 | 2 B3 E4 G4 D5 | 2 A3 D#4 F#4 C5 | 2 D4 F#4 G4 B4',
);

const BASS_LINE = `
  E2:2 -:1 E2:1 G2:1 A2:1 Bb2:1 B2:1  E2:4 -:2 D2:1 D#2:1 |
  A1:2 -:1 A1:1 C2:1 C#2:1 D2:1 E2:1  A1:4 -:2 B1:1 D2:1 |
  E2:2 -:1 E2:1 G2:1 A2:1 B2:2  D3:1 E3:1 -:1 D3:1 B2:2 A2:1 G2:1 |
  C2:2 -:1 C2:1 E2:1 G2:1 A2:1 B2:1  B1:4 -:2 D2:1 D#2:1 |
  E2:2 -:2 E2:1 G2:1 A2:1 B2:1`;

const HOOK = `
  -:2 B4:1 D5:1 E5:3 D5:1  B4:2 -:1 A4:1 B4:2 G4:1 A4:1 |
  E5:3 G5:1 F#5:2 E5:1 D5:1  D#5:4 -:4`;

/** Where the band holds still. */
const FREEZES = [6, 10, 18];

export const FREEZE_FRAME: Composition = {
  id: 'freeze-frame',
  name: {
    en: 'Freeze Frame',
    'zh-TW': '瞬間定格',
    'zh-CN': '瞬间定格',
    ja: 'フリーズ・フレーム',
    th: 'ฟรีซเฟรม',
  },
  bpm: 100,
  beats: 25,
  swing: 0.12,
  room: { feedback: 0.8, damping: 0.4 },
  echo: { beats: 0.75, feedback: 0.45 },
  duckBeats: 0.45,
  airDb: 2.5,
  perform(band) {
    const kick = band.kick(CLUB_KICK, 0.85);
    const skins = band.track({ gain: 0.7, reverb: 0.16 });
    const metal = band.track({ gain: 0.34, reverb: 0.05 });
    const sticks = band.stick(skins, STICKS);
    const snare = band.noise(skins, SNARE);
    const clap = band.noise(skins, CLAP);
    const hat = band.noise(metal, CLOSED_HAT, 0.2);
    const openHat = band.noise(metal, OPEN_HAT, -0.15);
    const crash = band.noise(metal, CRASH);
    const cowbell = band.stick(band.track({ gain: 0.2, reverb: 0.1 }), COWBELL, -0.35);
    const bass = band.synth(band.track({ gain: 0.55, duck: 0.3 }), FUNK_BASS);
    const clavinet = band.synth(band.track({ gain: 0.2, reverb: 0.08, duck: 0.15 }), CLAVINET);
    const stab = band.synth(band.track({ gain: 0.26, reverb: 0.45, echo: 0.35 }), ORCHESTRA_HIT);
    const pad = band.synth(band.track({ gain: 0.1, reverb: 0.4, duck: 0.4 }), WARM_PAD);
    const lead = band.synth(band.track({ gain: 0.27, reverb: 0.2, echo: 0.25 }), LASER);
    const zap = band.fm(band.track({ gain: 0.22, reverb: 0.3, echo: 0.6 }), BUBBLE);
    const sweep = band.track({ gain: 0.28, reverb: 0.3 });

    // Count-in: the bass wakes up under the sticks.
    sticks.play('x...', 0, 4, 0.9);
    kick.play('7...', 0, 4);
    bass.line('E2:2 -:6 E2:2 -:3 D2:1 D#2:1 E2:1', 0, { velocity: 0.7 });
    snare.play('.... ...3 .4.6 6.78', 0, 4);
    band.riser(sweep, 2, 4, 0.6);

    // Groove; in a frozen half-bar only the hit itself sounds, and its echo.
    for (const from of [4, 8, 16]) {
      kick.play('x... 6.x.', from, from + 2);
      snare.play('.... x..2', from, from + 2);
      hat.play('8476', from, from + 2);
      clavinet.comp(CHORDS, 'x..5 x.5.', from, from + 2, { velocity: 0.75, spread: 0.3 });
    }
    kick.play('x... 6.x. x.x. 6...', 12, 16);
    snare.play('.... x..2 .2.. x..3', 12, 16);
    hat.play('8476', 12, 16);
    openHat.play('.... ..7.', 12, 16);
    cowbell.play('7.7. 7.77', 12, 18);
    clavinet.comp(CHORDS, 'x..5 x.5. x..5 x.5.', 12, 16, { velocity: 0.75, spread: 0.3 });
    pad.pad(CHORDS.filter(({ from }) => from >= 12 && from < 20));
    for (const beat of FREEZES) {
      kick.hit(beat, 1);
      clap.hit(beat, 1);
      crash.hit(beat, 0.6);
      stab.comp(CHORDS, 'x___', beat, beat + 1, { velocity: 0.9, hold: 1.6 });
      zap.line('E6:1 B5:1 G5:1 E5:1', beat + 0.25, { velocity: 0.5, spread: 0.5 });
      hat.play('..5. ..68', beat, beat + 2, 0.7);
    }
    snare.play('..57', 11, 12);
    snare.play('4679', 19, 20);
    crash.hit(12, 0.9);
    band.riser(sweep, 18.5, 20, 0.5);

    // Two stops, then the last picture.
    for (const beat of [20, 21]) {
      kick.hit(beat, 1);
      clap.hit(beat, 0.9);
      stab.comp(CHORDS, 'x___', beat, beat + 1);
    }
    hat.play('..7. ..77', 20, 22);
    snare.play('.... ..79', 20, 22);
    band.riser(sweep, 20.5, 22, 0.7);
    bass.line(BASS_LINE, 4, { velocity: 0.9 });
    lead.line(HOOK, 12, { velocity: 0.85 });
    lead.line(HOOK, 12, { velocity: 0.3, octave: 1, pan: 0.3 });
    lead.line('B5:1 A5:1', 21.5, { velocity: 0.7, hold: 0.7 });
    kick.hit(22, 1);
    clap.hit(22, 1);
    crash.hit(22, 1.2);
    stab.chord('E3 G3 B3 D4 F#4 B4', 22, 2.6);
    pad.chord('E3 B3 D4 F#4 G4', 22, 2.6, { velocity: 1 });
    bass.chord('E2', 22, 2.4);
    zap.line('E6:1 B5:1 G5:1 E5:1 B4:2', 22.25, { velocity: 0.55, spread: 0.5 });
  },
};
