/** Settings of the drums that the songs share. */
import type { KickPatch, NoisePatch, StickPatch } from './drums';

export const CLUB_KICK: KickPatch = { from: 210, to: 49, bend: 0.16, decay: 0.36, click: 0.25 };
/** A square, dusty drum. */
export const BOX_KICK: KickPatch = { from: 150, to: 58, bend: 0.09, decay: 0.24, click: 0.14 };
/** Long and overdriven. */
export const HARD_KICK: KickPatch = { from: 330, to: 51, bend: 0.22, decay: 0.42, click: 0.4 };
export const LOW_TOM: KickPatch = { from: 150, to: 82, bend: 0.3, decay: 0.4, click: 0.05 };
export const HIGH_TOM: KickPatch = { from: 260, to: 140, bend: 0.3, decay: 0.32, click: 0.05 };
export const SOFT_KICK: KickPatch = { from: 120, to: 52, bend: 0.12, decay: 0.3, click: 0.06 };

export const CLAP: NoisePatch = {
  pass: 'band',
  hertz: 1250,
  resonance: 0.45,
  decay: 0.2,
  bursts: [0.011, 0.023],
  width: 0.6,
};

export const SNARE: NoisePatch = {
  pass: 'high',
  hertz: 1700,
  resonance: 0.1,
  decay: 0.17,
  tone: { hertz: 192, level: 0.75, decay: 0.14 },
  width: 0.3,
};

export const SOFT_SNARE: NoisePatch = {
  pass: 'band',
  hertz: 2100,
  resonance: 0.15,
  decay: 0.16,
  tone: { hertz: 205, level: 0.4, decay: 0.1 },
  width: 0.3,
};

/** A snare in a big room that a gate shuts. */
export const GATED_SNARE: NoisePatch = {
  pass: 'band',
  hertz: 1500,
  resonance: 0,
  decay: 0.32,
  tone: { hertz: 175, level: 0.7, decay: 0.2 },
  width: 0.7,
};

export const SNAP: NoisePatch = {
  pass: 'band',
  hertz: 2300,
  resonance: 0.6,
  decay: 0.09,
  bursts: [0.008],
  width: 0.3,
};

/** The noise channel of an old games console. */
export const CHIP_SNARE: NoisePatch = { pass: 'high', hertz: 900, resonance: 0, decay: 0.14, width: 0 };

export const CLOSED_HAT: NoisePatch = {
  pass: 'high',
  hertz: 8200,
  resonance: 0.2,
  decay: 0.055,
  width: 0.25,
};
export const OPEN_HAT: NoisePatch = { pass: 'high', hertz: 7200, resonance: 0.2, decay: 0.24, width: 0.5 };
export const SHAKER: NoisePatch = { pass: 'band', hertz: 6200, resonance: 0.3, decay: 0.07, width: 0.2 };
export const CRASH: NoisePatch = { pass: 'high', hertz: 4800, resonance: 0.1, decay: 1.7, width: 1 };

/** Drumsticks: what counts a band in. */
export const STICKS: StickPatch = { hertz: 2150, partials: [1, 1.47, 2.09], decay: 0.06 };
export const RIM: StickPatch = { hertz: 1720, partials: [1, 1.61], decay: 0.045 };
export const COWBELL: StickPatch = { hertz: 562, partials: [1, 1.504, 2.7], decay: 0.22 };
export const CONGA: StickPatch = { hertz: 215, partials: [1, 1.52], decay: 0.2 };
export const HIGH_CONGA: StickPatch = { hertz: 318, partials: [1, 1.55], decay: 0.14 };
export const TRIANGLE: StickPatch = { hertz: 4180, partials: [1, 1.61, 2.32], decay: 0.7 };
