/** What a trunk dances on a chair: no foot is asked for, so that who sits in a wheelchair dances all of it. To the left first. */
import type { Body } from '../choreography-key';
import type { Phrase } from './phrase';

/** Upright in the middle of the seat: what a phrase does not say is this. */
const UPRIGHT = {
  ease: 'snap',
  pelvis: [0, 0, 0],
  lean: 0,
  bend: 0,
  twist: 0,
  hips: 0,
  chest: [0, 0, 0],
  shoulders: [0, 0],
  head: [0, 0, 0],
} satisfies Body;

const key = (at: number, rest: Body = {}) => ({ at, ...UPRIGHT, ...rest });

export const SEAT_PHRASES = {
  /** Upright, for a pose that says the rest itself. */
  sit: { beats: 1, keys: [key(0)] },
  /** Weight from one side of the seat to the other, the trunk over it. */
  seatSway: {
    beats: 2,
    keys: [
      key(0, { pelvis: [3, 0, 0], lean: 15, hips: -3, shoulders: [0, 4], head: [8, 0, 10], ease: 'smooth' }),
      key(1, {
        pelvis: [-3, 0, 0],
        lean: -15,
        hips: 3,
        shoulders: [4, 0],
        head: [-8, 0, -10],
        ease: 'smooth',
      }),
    ],
  },
  /** The chest slides to a side and stays level, the head looks along. */
  chestSlide: {
    beats: 2,
    keys: [
      key(0, { chest: [10, 0, 0], lean: 6, head: [20, 0, -6] }),
      key(1, { chest: [-10, 0, 0], lean: -6, head: [-20, 0, 6] }),
    ],
  },
  /** The chest hits forward and gives back, turned to the corner so that it is seen. */
  chestPop: {
    beats: 1,
    keys: [
      key(0, { twist: 32, chest: [0, 3, 9], bend: -8, shoulders: [5, 5], head: [-14, -10, 0] }),
      key(0.5, { twist: 32, chest: [0, -3, -6], bend: 14, head: [-14, 12, 0] }),
    ],
  },
  /** A wave through the trunk to the side: head, chest, ribs. */
  sideRoll: {
    beats: 2,
    keys: [
      key(0, { lean: -10, head: [0, 0, 14], chest: [-4, 0, 0], ease: 'smooth' }),
      key(0.67, { lean: 4, head: [4, 4, 16], chest: [6, -2, 2], ease: 'linear' }),
      key(1.33, { pelvis: [3, 0, 0], lean: 18, chest: [8, -2, 2], head: [8, 6, 6], ease: 'linear' }),
      key(2, { pelvis: [3, 0, 0], lean: 14, head: [10, -4, -8], ease: 'smooth' }),
    ],
  },
  /** Deep over the knees, and up with a lifted chest. */
  bowAndRise: {
    beats: 2,
    keys: [
      key(0, { bend: 34, chest: [0, -2, -4], head: [0, 26, 0] }),
      key(1, { bend: -8, chest: [0, 3, 4], head: [0, -14, 0] }),
    ],
  },
  /** Big wheels beside the chair: one elbow drawn up and back, the other arm pushed on; then the other way. */
  wheelPush: {
    beats: 2,
    keys: [
      key(0, {
        lean: 9,
        bend: 6,
        twist: 14,
        head: [12, -6, 0],
        leftArm: [104, -14, 14, 8],
        rightArm: [66, 14, 82, 10],
      }),
      key(1, {
        lean: -9,
        bend: 6,
        twist: -14,
        head: [-12, -6, 0],
        leftArm: [66, 14, 82, 10],
        rightArm: [104, -14, 14, 8],
      }),
    ],
  },
} satisfies Record<string, Phrase>;
