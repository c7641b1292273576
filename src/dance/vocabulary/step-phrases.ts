/** Steps: pelvis, feet, trunk. Each begins to the left with the feet about shoulder-wide. Centimetres and degrees. */
import type { Body } from '../choreography-key';
import type { Phrase } from './phrase';

/** The trunk upright over loose knees: what a step does not say is this. */
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

type Place = [number, number, number];

const key = (at: number, pelvis: Place, leftFoot: Place, rightFoot: Place, rest: Body = {}) => ({
  at,
  ...LOOSE,
  pelvis,
  leftFoot,
  rightFoot,
  ...rest,
});

export const STEP_PHRASES = {
  /** No step: the trunk upright and at ease, for a pose that says the rest itself. */
  stand: { beats: 1, keys: [{ at: 0, ...LOOSE }] },
  /** Step to the side, touch with the other foot. */
  stepTouch: {
    beats: 2,
    keys: [
      key(0, [7, -8, 0], [22, 0, 0], [-22, 0, 0], { lean: 6, knees: [30, 19] }),
      key(1, [17, -4, 0], [22, 0, 0], [5, 0, 5], { lean: -3, hips: 4, knees: [19, -5] }),
    ],
  },
  /** Step to the side, the other foot crosses behind. */
  stepBehind: {
    beats: 2,
    keys: [
      key(0, [10, -6, 0], [26, 0, 0], [-18, 0, 0], { lean: 5 }),
      key(1, [15, -11, 0], [26, 0, 0], [6, 0, -16], {
        lean: -8,
        twist: -14,
        knees: [42, 40],
        head: [14, 0, 0],
      }),
    ],
  },
  /** Weight from side to side over a wide stance, shoulders after it. */
  rock: {
    beats: 2,
    keys: [
      key(0, [14, -9, 0], [27, 0, 0], [-27, 0, 0], {
        lean: 9,
        shoulders: [0, 4],
        knees: [42, 15],
        head: [10, 0, 8],
      }),
      key(1, [-14, -9, 0], [27, 0, 0], [-27, 0, 0], {
        lean: -9,
        shoulders: [4, 0],
        knees: [15, 42],
        head: [-10, 0, -8],
      }),
    ],
  },
  /** Hips from side to side, the trunk stays behind. */
  hipSway: {
    beats: 2,
    keys: [
      key(0, [15, -6, 0], [22, 0, 0], [-22, 0, 0], {
        lean: -10,
        hips: 8,
        knees: [19, 2],
        head: [6, 0, -8],
        ease: 'smooth',
      }),
      key(1, [-15, -6, 0], [22, 0, 0], [-22, 0, 0], {
        lean: 10,
        hips: -8,
        knees: [2, 19],
        head: [-6, 0, 8],
        ease: 'smooth',
      }),
    ],
  },
  /** Heel out to the front corner, and home. */
  heelTap: {
    beats: 2,
    keys: [
      key(0, [-12, -9, -3], [38, 0, 16], [-16, 0, 0], { lean: -10, knees: [25, 45], head: [14, 4, 0] }),
      key(1, [0, -3, 0], [14, 0, 0], [-16, 0, 0]),
    ],
  },
  /** One knee up, and down. */
  kneeLift: {
    beats: 2,
    keys: [
      key(0, [-8, -2, 0], [24, 40, 12], [-12, 0, 0], { lean: -5, bend: 6, knees: [38, 19] }),
      key(1, [0, -9, 0], [18, 0, 0], [-16, 0, 0], { knees: [35, 35] }),
    ],
  },
  /** Knee up, land split front and back, other knee. */
  runningMan: {
    beats: 2,
    keys: [
      key(0, [-5, -3, 0], [24, 40, 12], [-12, 0, 0], { bend: 8, lean: -5, knees: [36, 22] }),
      key(0.5, [0, -12, 0], [16, 0, 16], [-14, 0, -16], { bend: 12, knees: [30, 30] }),
      key(1, [5, -3, 0], [12, 0, 0], [-24, 40, 12], { bend: 8, lean: 5, knees: [22, 36] }),
      key(1.5, [0, -12, 0], [14, 0, -16], [-16, 0, 16], { bend: 12, knees: [30, 30] }),
    ],
  },
  /** Kick across, kick out with the same leg. */
  kickPlay: {
    beats: 2,
    keys: [
      key(0, [-10, -4, 0], [-14, 24, 34], [-14, 0, 0], { lean: -7, bend: -4, twist: -12, knees: [10, 30] }),
      key(0.5, [-6, -9, 0], [14, 6, 6], [-14, 0, 0], { knees: [40, 35] }),
      key(1, [-12, -4, 0], [56, 30, 10], [-14, 0, 0], { lean: -13, knees: [30, 30], head: [16, 0, 0] }),
      key(1.5, [0, -8, 0], [14, 0, 0], [-14, 0, 0], { knees: [34, 34] }),
    ],
  },
  /** A kick to each side. */
  sideKicks: {
    beats: 2,
    keys: [
      key(0, [-12, -4, 0], [56, 30, 8], [-12, 0, 0], { lean: -13, knees: [30, 30] }),
      key(0.5, [0, -8, 0], [14, 0, 0], [-14, 0, 0], { knees: [34, 34] }),
      key(1, [12, -4, 0], [12, 0, 0], [-56, 30, 8], { lean: 13, knees: [30, 30] }),
      key(1.5, [0, -8, 0], [14, 0, 0], [-14, 0, 0], { knees: [34, 34] }),
    ],
  },
  /** The leg circles out and crosses behind: half of a Roger Rabbit. */
  rogerRabbit: {
    beats: 2,
    keys: [
      key(0, [-8, -3, 0], [38, 26, -4], [-12, 0, 0], { lean: -9, bend: -4, knees: [60, 22] }),
      key(1, [0, -12, 0], [-14, 0, -14], [-4, 0, 2], { lean: 8, bend: 8, knees: [40, 40] }),
    ],
  },
  /** A wave from the head to the knees, seen from the corner. */
  bodyRoll: {
    beats: 2,
    keys: [
      key(0, [6, -5, -3], [20, 0, 6], [-18, 0, -6], {
        turn: 50,
        bend: -8,
        chest: [0, 2, 9],
        head: [0, -16, 0],
        ease: 'smooth',
      }),
      key(0.67, [4, -12, -8], [20, 0, 6], [-18, 0, -6], {
        turn: 50,
        bend: 26,
        chest: [0, -2, 0],
        head: [0, 14, 0],
        ease: 'linear',
      }),
      key(1.33, [10, -17, 2], [20, 0, 6], [-18, 0, -6], {
        turn: 50,
        bend: 6,
        chest: [0, -3, -8],
        head: [0, 18, 0],
        ease: 'linear',
      }),
      key(2, [6, -5, 0], [20, 0, 6], [-18, 0, -6], { turn: 45, bend: -4, ease: 'smooth' }),
    ],
  },
  /** The trunk rides to and fro twice a beat, from the corner. */
  jack: {
    beats: 1,
    keys: [
      key(0, [4, -11, -4], [22, 0, 6], [-20, 0, -6], {
        turn: 38,
        bend: 24,
        chest: [0, -2, -5],
        head: [0, 8, 0],
        knees: [35, 35],
      }),
      key(0.5, [6, -6, 3], [22, 0, 6], [-20, 0, -6], {
        turn: 38,
        bend: -8,
        chest: [0, 2, 8],
        head: [0, -8, 0],
        knees: [30, 30],
      }),
    ],
  },
  /** Knees out and in, on the balls of the feet. */
  heelToe: {
    beats: 1,
    keys: [
      key(0, [5, -12, 0], [17, 0, 0], [-17, 0, 0], { knees: [66, 66], lean: 5 }),
      key(0.5, [-3, -7, 0], [24, 0, 0], [-24, 0, 0], { knees: [-22, -22], lean: -3 }),
    ],
  },
  /** One foot taps out while the other twists under: a shuffle to the left. */
  shuffle: {
    beats: 1,
    keys: [
      key(0, [10, -5, 0], [14, 0, 0], [-30, 26, -4], { lean: 10, knees: [-10, 40] }),
      key(0.5, [2, -10, 0], [20, 0, 0], [-16, 0, 0], { lean: 0, knees: [50, 30] }),
    ],
  },
  /** A long deep step to the side. */
  lunge: {
    beats: 2,
    keys: [
      key(0, [22, -22, 0], [42, 0, 4], [-34, 0, 0], { lean: 7, knees: [60, 25], head: [12, 0, 0] }),
      key(1, [4, -8, 0], [30, 0, 0], [-26, 0, 0], { knees: [30, 30] }),
    ],
  },
  /** Cross over and turn once round to the left. */
  spin: {
    beats: 4,
    keys: [
      key(0, [6, -8, 0], [14, 0, 0], [-20, 0, 0], { turn: -25, lean: 4 }),
      key(1, [10, -5, 2], [12, 0, -4], [16, 0, 14], { turn: 75, ease: 'smooth' }),
      key(2, [2, -4, 0], [-12, 0, 2], [14, 0, 4], { turn: 180, ease: 'linear' }),
      key(3, [0, -5, 0], [-4, 0, 12], [2, 0, -12], { turn: -85, ease: 'linear' }),
      key(4, [2, -9, 0], [22, 0, 0], [-18, 0, 0], { turn: 0, ease: 'smooth', knees: [35, 35] }),
    ],
  },
} satisfies Record<string, Phrase>;
