/** Ready-made speed curves: over the piece that a clip shows, from 0 where it begins to 1 where it ends. */
import type { CurveShape } from './edits/change-clip';

/**
 * - `montage` runs, rests on a moment, and runs again
 * - `hero` rushes in and slows down on the pose
 * - `bullet` is fast, all but stands, and is fast
 * - `jumpCut` leaps from beat to beat
 * - `flashIn` begins in a rush, `flashOut` ends in one
 */
export const SPEED_PRESETS = {
  montage: [
    { at: 0, speed: 0.8 },
    { at: 0.25, speed: 5 },
    { at: 0.5, speed: 0.6 },
    { at: 0.75, speed: 5 },
    { at: 1, speed: 0.8 },
  ],
  hero: [
    { at: 0, speed: 4 },
    { at: 0.35, speed: 4 },
    { at: 0.5, speed: 0.4 },
    { at: 0.7, speed: 0.5 },
    { at: 1, speed: 3 },
  ],
  bullet: [
    { at: 0, speed: 5 },
    { at: 0.35, speed: 5 },
    { at: 0.45, speed: 0.3 },
    { at: 0.55, speed: 0.3 },
    { at: 0.65, speed: 5 },
    { at: 1, speed: 5 },
  ],
  jumpCut: [
    { at: 0, speed: 1 },
    { at: 0.24, speed: 1 },
    { at: 0.25, speed: 8 },
    { at: 0.49, speed: 8 },
    { at: 0.5, speed: 1 },
    { at: 0.74, speed: 1 },
    { at: 0.75, speed: 8 },
    { at: 1, speed: 8 },
  ],
  flashIn: [
    { at: 0, speed: 6 },
    { at: 0.5, speed: 3 },
    { at: 0.65, speed: 0.8 },
    { at: 1, speed: 0.8 },
  ],
  flashOut: [
    { at: 0, speed: 0.8 },
    { at: 0.35, speed: 0.8 },
    { at: 0.5, speed: 3 },
    { at: 1, speed: 6 },
  ],
} as const satisfies Record<string, CurveShape>;

export type SpeedPresetId = keyof typeof SPEED_PRESETS;
