/** Settings of the drums that the songs share. */
import type { KickPatch, NoisePatch } from './drums';

export const CLUB_KICK: KickPatch = { from: 210, to: 49, bend: 0.16, decay: 0.36, click: 0.25 };
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
export const STICKS = { hertz: 2150, partials: [1, 1.47, 2.09], decay: 0.06 };
export const RIM = { hertz: 1720, partials: [1, 1.61], decay: 0.045 };
