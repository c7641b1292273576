/** Arms (and what of the shoulders goes with them), to be laid over steps. Each begins with the left arm. */
import type { Phrase } from './phrase';

export const ARM_PHRASES = {
  /** A ripple from the left hand through the shoulders to the right hand. */
  armWave: {
    beats: 2,
    keys: [
      { at: 0, ease: 'smooth', leftArm: [108, 4, 166, 4], rightArm: [56, 4, 50, 4], shoulders: [0, 0] },
      { at: 0.5, ease: 'linear', leftArm: [146, 4, 64, 4], rightArm: [56, 0, 46, 0], shoulders: [4, 0] },
      { at: 1, ease: 'linear', leftArm: [76, 4, 70, 4], rightArm: [76, 4, 70, 4], shoulders: [8, 8] },
      { at: 1.5, ease: 'linear', leftArm: [56, 0, 46, 0], rightArm: [146, 4, 64, 4], shoulders: [0, 4] },
      { at: 2, ease: 'smooth', leftArm: [56, 4, 50, 4], rightArm: [108, 4, 166, 4], shoulders: [0, 0] },
    ],
  },
  /** Straight arms go round like sails: up, out, down. */
  windmill: {
    beats: 2,
    keys: [
      { at: 0, ease: 'snap', leftArm: 'up', rightArm: 'low' },
      { at: 0.5, ease: 'linear', leftArm: 'side', rightArm: 'side' },
      { at: 1, ease: 'snap', leftArm: 'low', rightArm: 'up' },
      { at: 1.5, ease: 'linear', leftArm: 'side', rightArm: 'side' },
    ],
  },
  /** Shoulders against each other, twice a beat. */
  shimmy: {
    beats: 1,
    keys: [
      { at: 0, ease: 'snap', shoulders: [8, -4], twist: 12 },
      { at: 0.5, ease: 'snap', shoulders: [-4, 8], twist: -12 },
    ],
  },
  /** Boxes of right angles, one corner a beat. */
  tut: {
    beats: 4,
    keys: [
      { at: 0, ease: 'snap', leftArm: 'flagUp', rightArm: 'boxIn' },
      { at: 1, ease: 'snap', leftArm: 'boxIn', rightArm: 'flagDown' },
      { at: 2, ease: 'snap', leftArm: 'flagDown', rightArm: 'boxIn' },
      { at: 3, ease: 'snap', leftArm: 'side', rightArm: 'flagUp' },
    ],
  },
  /** Runner's arms. */
  pump: {
    beats: 2,
    keys: [
      { at: 0, ease: 'snap', leftArm: 'runBack', rightArm: 'guard' },
      { at: 1, ease: 'snap', leftArm: 'guard', rightArm: 'runBack' },
    ],
  },
  /** Both fists stir a pot, to the left and to the right. */
  cabbagePatch: {
    beats: 2,
    keys: [
      { at: 0, ease: 'smooth', leftArm: [70, 10, 100, 60], rightArm: [52, 120, 84, 168] },
      { at: 0.5, ease: 'linear', leftArm: [40, 40, 70, 110], rightArm: [40, 60, 70, 130] },
      { at: 1, ease: 'smooth', leftArm: [52, 120, 84, 168], rightArm: [70, 10, 100, 60] },
      { at: 1.5, ease: 'linear', leftArm: [60, 60, 112, 120], rightArm: [60, 60, 112, 120] },
    ],
  },
  /** Hands roll round each other before the chest. */
  rollHands: {
    beats: 1,
    keys: [
      { at: 0, ease: 'snap', leftArm: [66, 20, 124, 150], rightArm: [40, 30, 70, 140] },
      { at: 0.5, ease: 'snap', leftArm: [40, 30, 70, 140], rightArm: [66, 20, 124, 150] },
    ],
  },
  /** One straight blow out, one up. */
  punches: {
    beats: 2,
    keys: [
      { at: 0, ease: 'snap', leftArm: 'side', rightArm: 'guard' },
      { at: 0.5, ease: 'snap', leftArm: 'guard', rightArm: 'guard' },
      { at: 1, ease: 'snap', leftArm: 'guard', rightArm: 'reach' },
      { at: 1.5, ease: 'snap', leftArm: 'guard', rightArm: 'guard' },
    ],
  },
} satisfies Record<string, Phrase>;
