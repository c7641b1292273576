/** Shapes of an arm that choreographies call by name: upper arm and forearm as directions seen from the body. */
import type { Direction } from '../skeleton';

interface ArmShape {
  readonly upper: Direction;
  readonly fore: Direction;
}

const shape = (raise: number, azimuth: number, foreRaise: number, foreAzimuth: number): ArmShape => ({
  upper: { raise, azimuth },
  fore: { raise: foreRaise, azimuth: foreAzimuth },
});

/** By name. Either side takes the same shape: outward is outward. */
export const ARM_SHAPES = {
  /** Hanging, a little away from the body. */
  rest: shape(14, 10, 16, 50),
  /** Elbow out, hand on the hip. */
  hip: shape(50, -4, 44, 156),
  /** Low and open, palms to the front. */
  open: shape(48, 15, 62, 20),
  /** Hands together before the chest. */
  clap: shape(48, 45, 118, 150),
  /** Hands together over the head. */
  clapHigh: shape(158, 25, 128, 172),
  /** Straight up. */
  up: shape(168, 20, 174, 20),
  /** Up and out. */
  reach: shape(136, 12, 142, 12),
  /** Down and across the body. */
  across: shape(38, 130, 48, 165),
  /** Elbow at the height of the shoulder, forearm up. */
  flagUp: shape(92, 10, 172, 30),
  /** Elbow at the height of the shoulder, forearm down. */
  flagDown: shape(84, 10, 12, 30),
  /** Straight out and a little up: the far arm of a dab. */
  dabFar: shape(116, 4, 118, 4),
  /** Forearm before the face: the near arm of a dab. */
  dabNear: shape(98, 50, 112, 168),
  /** Crossed before the chest. */
  cross: shape(34, 60, 78, 168),
  /** The outer arm of two that are crossed. */
  crossOver: shape(44, 86, 54, 148),
  /** Fist at the shoulder. */
  guard: shape(30, 40, 150, 60),
  /** Swung to the front, elbow bent: one arm of a run. */
  runFront: shape(38, 75, 130, 100),
  /** Swung back, elbow bent. */
  runBack: shape(52, -55, 70, 30),
  /** Up, leaning inward over the head. */
  over: shape(158, 170, 164, 172),
  /** Straight out to the side. */
  side: shape(90, 0, 90, 0),
  /** Straight, low and out. */
  low: shape(42, 4, 44, 4),
  /** Elbow at the height of the shoulder, forearm across before the chest: a side of a box. */
  boxIn: shape(88, 42, 92, 168),
  /** Elbow high and out, hand over the head. */
  halo: shape(138, 8, 138, 174),
  /** Hand at the brow. */
  salute: shape(92, 20, 148, 172),
  /** Elbow out and high, hand hanging: a puppet's arm. */
  hang: shape(104, 0, 18, 60),
  /** Elbow pulled back and out, fist at the ribs. */
  pull: shape(62, -12, 84, 150),
  /** Drawn like the string of a bow, fist before the shoulder. */
  draw: shape(98, 0, 96, 140),
  /** Fist to the sky, elbow a little bent. */
  fist: shape(150, 5, 172, 160),
  /** Hand on the thigh of who sits. */
  lap: shape(24, 62, 62, 84),
  /** Elbow wide over the shoulder, hand over the middle of the head: two of them are a heart. */
  heart: shape(150, 12, 112, 171),
  /** Low and out, to the front corner: a hand that offers. */
  offer: shape(56, 40, 84, 34),
  /** Swung across the body, straight and low. */
  sweep: shape(46, 126, 56, 160),
  /** Across before the chest, straight, pointing beyond the other shoulder. */
  strike: shape(84, 148, 100, 168),
} as const satisfies Record<string, ArmShape>;

export type ArmShapeName = keyof typeof ARM_SHAPES;
