/** What can drive a number: the names, apart from how they are measured, so that documents can be checked without it. */

/** Every source is 0..1; see `moment-metrics.ts` for what 0 and 1 are. */
export const DRIVE_SOURCES = [
  'beat',
  'beat-phase',
  'bar-phase',
  'level',
  'bass',
  'mids',
  'treble',
  'hand-speed',
  'hand-height',
  'arm-span',
  'jump',
  'left-arm-angle',
  'right-arm-angle',
  'left-leg-angle',
  'right-leg-angle',
  'judgement',
  'combo',
] as const;

export type DriveSource = (typeof DRIVE_SOURCES)[number];
