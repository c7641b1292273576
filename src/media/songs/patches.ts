/** Instruments that the songs share. A song that wants one a little different spreads it: `{ ...FUNK_BASS, cutoff: 500 }`. */
import type { FmPatch } from './fm-voice';
import type { SynthPatch } from './synth-voice';

/** What most one-oscillator voices have in common. */
const PLAIN = { unison: 1, detuneCents: 0, width: 0, sub: 0 } as const;

/** Snaps open at each note, as a thumb on a string. */
export const FUNK_BASS: SynthPatch = {
  ...PLAIN,
  wave: 'saw',
  sub: 0.25,
  cutoff: 240,
  resonance: 0.5,
  sweepOctaves: 3.4,
  sweepDecay: 0.22,
  amplitude: { attack: 0.003, decay: 0.7, sustain: 0.55, release: 0.05 },
};

/** Fingers on a long string: round and dark. */
export const ROUND_BASS: SynthPatch = {
  ...PLAIN,
  wave: 'triangle',
  sub: 0.12,
  cutoff: 480,
  resonance: 0.15,
  sweepOctaves: 1.8,
  sweepDecay: 0.25,
  amplitude: { attack: 0.004, decay: 1.5, sustain: 0.45, release: 0.08 },
};

/** Two saws that grind against each other. */
export const GROWL_BASS: SynthPatch = {
  wave: 'saw',
  unison: 3,
  detuneCents: 18,
  width: 0.25,
  sub: 0.45,
  cutoff: 420,
  resonance: 0.45,
  sweepOctaves: 2.6,
  sweepDecay: 0.5,
  amplitude: { attack: 0.004, decay: 1.2, sustain: 0.85, release: 0.05 },
};

/** The organ bass of house: hollow and short. */
export const ORGAN_BASS: FmPatch = {
  ratio: 2,
  depth: 1.5,
  depthSustain: 0.35,
  depthDecay: 0.25,
  amplitude: { attack: 0.003, decay: 0.9, sustain: 0.5, release: 0.05 },
};

/** The long tuned drum of trap and dembow; its overtones let a phone play it. */
export const SUB_BASS: FmPatch = {
  ratio: 1,
  depth: 2.4,
  depthSustain: 0.3,
  depthDecay: 0.5,
  amplitude: { attack: 0.004, decay: 2.2, sustain: 0.3, release: 0.09 },
};

/** A bass of two sines with a wooden knock. */
export const KNOCK_BASS: FmPatch = {
  ratio: 3,
  depth: 2.4,
  depthSustain: 0.12,
  depthDecay: 0.14,
  amplitude: { attack: 0.002, decay: 1.1, sustain: 0.4, release: 0.05 },
};

export const RHODES: FmPatch = {
  ratio: 1,
  depth: 1.7,
  depthSustain: 0.15,
  depthDecay: 0.8,
  amplitude: { attack: 0.004, decay: 4, sustain: 0, release: 0.25 },
  tremolo: 0.25,
};

/** The glassy electric piano of ballads. */
export const GLASS_PIANO: FmPatch = {
  ratio: 14,
  depth: 0.55,
  depthSustain: 0.08,
  depthDecay: 0.35,
  amplitude: { attack: 0.002, decay: 3.2, sustain: 0, release: 0.25 },
};

export const PIANO: FmPatch = {
  ratio: 3,
  depth: 1.5,
  depthSustain: 0.1,
  depthDecay: 0.4,
  amplitude: { attack: 0.002, decay: 1.9, sustain: 0, release: 0.15 },
};

/** Keys whose strings are plucked and damped at once. */
export const CLAVINET: SynthPatch = {
  ...PLAIN,
  wave: 'square',
  cutoff: 700,
  resonance: 0.6,
  sweepOctaves: 2.4,
  sweepDecay: 0.16,
  amplitude: { attack: 0.002, decay: 0.45, sustain: 0.25, release: 0.03 },
};

/** A guitar struck across damped strings. */
export const CHANK: SynthPatch = {
  ...PLAIN,
  wave: 'saw',
  cutoff: 1500,
  resonance: 0.35,
  sweepOctaves: 1.6,
  sweepDecay: 0.09,
  amplitude: { attack: 0.002, decay: 0.25, sustain: 0.1, release: 0.03 },
};

/** Fingers on nylon strings. */
export const NYLON: FmPatch = {
  ratio: 2,
  depth: 1.3,
  depthSustain: 0.05,
  depthDecay: 0.22,
  amplitude: { attack: 0.003, decay: 1.3, sustain: 0, release: 0.12 },
};

export const ORGAN: FmPatch = {
  ratio: 2,
  depth: 0.9,
  depthSustain: 0.7,
  depthDecay: 0.2,
  amplitude: { attack: 0.004, decay: 0.6, sustain: 0.6, release: 0.06 },
  tremolo: 0.12,
};

export const MARIMBA: FmPatch = {
  ratio: 4,
  depth: 0.9,
  depthSustain: 0,
  depthDecay: 0.12,
  amplitude: { attack: 0.002, decay: 0.8, sustain: 0, release: 0.2 },
};

export const VIBRAPHONE: FmPatch = {
  ratio: 4,
  depth: 0.6,
  depthSustain: 0.1,
  depthDecay: 0.3,
  amplitude: { attack: 0.002, decay: 2.2, sustain: 0, release: 0.4 },
  tremolo: 0.4,
};

export const BELL: FmPatch = {
  ratio: 3.5,
  depth: 1.8,
  depthSustain: 0.1,
  depthDecay: 0.9,
  amplitude: { attack: 0.002, decay: 2.4, sustain: 0, release: 0.5 },
};

/** A short bubbling sine: arpeggios. */
export const BUBBLE: FmPatch = {
  ratio: 2,
  depth: 2.2,
  depthSustain: 0,
  depthDecay: 0.25,
  amplitude: { attack: 0.002, decay: 0.5, sustain: 0, release: 0.1 },
};

/** A pluck between harp and synthesiser. */
export const PLUCK: SynthPatch = {
  wave: 'saw',
  unison: 2,
  detuneCents: 7,
  width: 0.4,
  sub: 0,
  cutoff: 650,
  resonance: 0.25,
  sweepOctaves: 2.8,
  sweepDecay: 0.22,
  amplitude: { attack: 0.002, decay: 0.55, sustain: 0.12, release: 0.12 },
};

export const STRINGS: SynthPatch = {
  wave: 'saw',
  unison: 5,
  detuneCents: 13,
  width: 1,
  sub: 0,
  cutoff: 2300,
  resonance: 0.05,
  sweepOctaves: 0,
  sweepDecay: 1,
  amplitude: { attack: 0.09, decay: 2, sustain: 0.9, release: 0.3 },
};

export const WARM_PAD: SynthPatch = {
  wave: 'saw',
  unison: 4,
  detuneCents: 12,
  width: 0.9,
  sub: 0,
  cutoff: 900,
  resonance: 0.1,
  sweepOctaves: 0.7,
  sweepDecay: 1.5,
  amplitude: { attack: 0.06, decay: 2, sustain: 0.85, release: 0.4 },
};

/** Voices that sing one vowel. */
export const CHOIR: SynthPatch = {
  wave: 'square',
  unison: 4,
  detuneCents: 17,
  width: 1,
  sub: 0,
  cutoff: 850,
  resonance: 0.45,
  sweepOctaves: 0.3,
  sweepDecay: 1,
  amplitude: { attack: 0.08, decay: 2, sustain: 0.9, release: 0.35 },
  vibratoCents: 9,
};

export const SUPERSAW: SynthPatch = {
  wave: 'saw',
  unison: 5,
  detuneCents: 19,
  width: 0.9,
  sub: 0.1,
  cutoff: 3600,
  resonance: 0.1,
  sweepOctaves: 0.8,
  sweepDecay: 0.5,
  amplitude: { attack: 0.004, decay: 0.9, sustain: 0.6, release: 0.12 },
};

export const BRASS: SynthPatch = {
  wave: 'saw',
  unison: 3,
  detuneCents: 8,
  width: 0.6,
  sub: 0,
  cutoff: 1100,
  resonance: 0.15,
  sweepOctaves: 1.7,
  sweepDecay: 0.5,
  amplitude: { attack: 0.018, decay: 0.8, sustain: 0.7, release: 0.09 },
};

/** A reed: what sings the tune where no flute would be heard. */
export const REED: SynthPatch = {
  ...PLAIN,
  wave: 'saw',
  cutoff: 1600,
  resonance: 0.35,
  sweepOctaves: 0.9,
  sweepDecay: 0.4,
  amplitude: { attack: 0.02, decay: 0.8, sustain: 0.75, release: 0.1 },
  vibratoCents: 16,
};

export const WHISTLE: SynthPatch = {
  ...PLAIN,
  wave: 'triangle',
  cutoff: 3800,
  resonance: 0.1,
  sweepOctaves: 0.4,
  sweepDecay: 0.4,
  amplitude: { attack: 0.025, decay: 0.8, sustain: 0.8, release: 0.14 },
  vibratoCents: 15,
};

/** The pulse wave of an old games console. */
export const CHIP: SynthPatch = {
  ...PLAIN,
  wave: 'square',
  cutoff: 7500,
  resonance: 0,
  sweepOctaves: 0,
  sweepDecay: 1,
  amplitude: { attack: 0.002, decay: 0.5, sustain: 0.5, release: 0.03 },
};

/** A cutting lead. */
export const LASER: SynthPatch = {
  wave: 'square',
  unison: 2,
  detuneCents: 8,
  width: 0.3,
  sub: 0.2,
  cutoff: 2200,
  resonance: 0.4,
  sweepOctaves: 1.8,
  sweepDecay: 0.3,
  amplitude: { attack: 0.003, decay: 0.5, sustain: 0.5, release: 0.09 },
};

/** The whole orchestra for one instant. */
export const ORCHESTRA_HIT: SynthPatch = {
  wave: 'saw',
  unison: 5,
  detuneCents: 24,
  width: 0.9,
  sub: 0.4,
  cutoff: 1300,
  resonance: 0.15,
  sweepOctaves: 1.9,
  sweepDecay: 0.3,
  amplitude: { attack: 0.005, decay: 0.5, sustain: 0.15, release: 0.15 },
};
