/** Pop and disco, whole bodies: steps and arms that belong together. Each begins to the left. Centimetres and degrees. */
import type { Body } from '../choreography-key';
import type { Phrase } from './phrase';

const LOOSE = {
  ease: 'snap',
  lean: 0,
  bend: 0,
  twist: 0,
  turn: 0,
  hips: 0,
  chest: [0, 0, 0],
  shoulders: [0, 0],
  knees: [19, 19],
  head: [0, 0, 0],
} satisfies Body;

const key = (at: number, rest: Body) => ({ at, ...LOOSE, ...rest });

/** Feet wider than the hips. */
const WIDE = { leftFoot: [24, 0, 0], rightFoot: [-24, 0, 0] } satisfies Body;

export const POP_PHRASES = {
  /** A finger to the lamp on one side, then down across to the other hip. */
  discoPoint: {
    beats: 2,
    keys: [
      key(0, {
        ...WIDE,
        pelvis: [13, -6, 0],
        lean: -9,
        hips: 7,
        knees: [22, 2],
        head: [24, -8, 0],
        leftArm: 'reach',
        rightArm: 'hip',
      }),
      key(1, {
        ...WIDE,
        pelvis: [-11, -13, 0],
        lean: -6,
        twist: -16,
        knees: [4, 42],
        head: [-20, 10, 0],
        leftArm: 'sweep',
        rightArm: 'hip',
      }),
    ],
  },
  /** Straight arms to one side, hips to the other. */
  floss: {
    beats: 2,
    keys: [
      key(0, {
        leftFoot: [20, 0, 0],
        rightFoot: [-20, 0, 0],
        pelvis: [-13, -6, 0],
        lean: 9,
        hips: -7,
        leftArm: [52, -6, 54, -6],
        rightArm: [43, 126, 52, 160],
        head: [10, 0, 0],
      }),
      key(1, {
        leftFoot: [20, 0, 0],
        rightFoot: [-20, 0, 0],
        pelvis: [13, -6, 0],
        lean: -9,
        hips: 7,
        leftArm: [43, 126, 52, 160],
        rightArm: [52, -6, 54, -6],
        head: [-10, 0, 0],
      }),
    ],
  },
  /** A wave to the side: the head goes first, the hips come after. */
  sideWave: {
    beats: 2,
    keys: [
      key(0, { ...WIDE, pelvis: [-10, -6, 0], lean: 16, knees: [10, 25], head: [8, 0, 14], ease: 'smooth' }),
      key(0.67, {
        ...WIDE,
        pelvis: [-2, -16, 0],
        lean: 10,
        knees: [38, 38],
        head: [6, 8, 4],
        ease: 'linear',
      }),
      key(1.33, {
        ...WIDE,
        pelvis: [12, -14, 0],
        lean: -8,
        knees: [40, 20],
        head: [0, 6, -8],
        ease: 'linear',
      }),
      key(2, {
        ...WIDE,
        pelvis: [14, -5, 0],
        lean: -10,
        hips: 8,
        knees: [20, 4],
        head: [4, -6, -10],
        ease: 'smooth',
      }),
    ],
  },
  /** Two bumps of the hip, the second one higher. */
  hipBump: {
    beats: 2,
    keys: [
      key(0, { ...WIDE, pelvis: [14, -12, 0], lean: -12, hips: 8, knees: [40, 8], head: [12, 0, -6] }),
      key(0.5, { ...WIDE, pelvis: [2, -10, 0], knees: [30, 24] }),
      key(1, { ...WIDE, pelvis: [16, -5, 0], lean: -14, hips: 12, knees: [22, 2], head: [16, -4, -8] }),
      key(1.5, { ...WIDE, pelvis: [2, -8, 0], knees: [28, 24] }),
    ],
  },
  /** Cross over, back, side, together: a jazz square. */
  jazzSquare: {
    beats: 4,
    keys: [
      key(0, {
        pelvis: [-8, -10, 8],
        leftFoot: [-20, 0, 16],
        rightFoot: [-12, 0, -6],
        twist: -12,
        lean: -6,
        knees: [30, 34],
      }),
      key(1, { pelvis: [-16, -6, -6], leftFoot: [-20, 0, 16], rightFoot: [-26, 0, -14], lean: -5 }),
      key(2, {
        pelvis: [14, -8, -4],
        leftFoot: [26, 0, -8],
        rightFoot: [-26, 0, -14],
        lean: 8,
        knees: [36, 16],
      }),
      key(3, { pelvis: [2, -5, 0], leftFoot: [26, 0, -8], rightFoot: [2, 0, 6], lean: -4, hips: 4 }),
    ],
  },
} satisfies Record<string, Phrase>;
