/** A dancer of fixed bones, 1.70 m tall, posed by directions and foot plants: from a stance to 33 landmarks. */
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import { clamp } from '../core/scalar';
import { createPose, type Pose } from '../pose/pose';
import {
  add,
  cross,
  dot,
  normalize,
  rotateX,
  rotateY,
  rotateZ,
  scale,
  subtract,
  type Vector,
} from './vector';

/** Metres. Proportions after Winter, Biomechanics and Motor Control of Human Movement, table 4.1, for 1.70 m. */
export const BONES = {
  hipHalf: 0.1,
  trunk: 0.49,
  shoulderHalf: 0.175,
  upperArm: 0.29,
  forearm: 0.255,
  hand: 0.09,
  thigh: 0.42,
  shank: 0.41,
  ankleHeight: 0.08,
  heelBack: 0.05,
  footLength: 0.17,
  neck: 0.2,
} as const;

/** Height of the hips in a relaxed stance: a little less than straight legs. */
export const STANDING_HIP_HEIGHT = BONES.thigh + BONES.shank + BONES.ankleHeight - 0.015;
/** Who sits: height of the hips, metres (a seat at 0.43 m), and how far before them the ankles stand. */
export const SEAT = { hipHeight: 0.52, feetAhead: 0.37 } as const;

/** A direction of a limb seen from the body: degrees up from hanging, and degrees from outward (0) to the front (90) to across (180). */
export interface Direction {
  readonly raise: number;
  readonly azimuth: number;
}

/** Everything that a pose says. Metres and degrees; the dancer faces the camera; `left` is the dancer's own left. */
export interface Stance {
  /** Hips from their relaxed place: to the dancer's left, up (bending the knees is negative), to the front. */
  readonly pelvis: Vector;
  /** Trunk: sideways to the left, forward, shoulders turned to the left against the hips. */
  readonly lean: number;
  readonly bend: number;
  readonly twist: number;
  /** Head: turn to the left, nod, tilt to the left. */
  readonly head: readonly [turn: number, nod: number, tilt: number];
  /** Whole body against the camera, to the dancer's left; the feet pivot where they stand, or step. */
  readonly turn: number;
  /** Chest against the hips without leaning: to the left, up, to the front. Pops, slides and rolls of the body. */
  readonly chest: Vector;
  /** How far each shoulder is lifted, metres. */
  readonly shoulders: readonly [left: number, right: number];
  /** Pelvis tilted so that the left hip is higher; added to what the standing leg does by itself. */
  readonly hips: number;
  /** Where each knee points: 0 = to the front, 90 = outward, negative = inward. */
  readonly knees: readonly [left: number, right: number];
  readonly leftArm: ArmStance;
  readonly rightArm: ArmStance;
  /** Where the ankle stands: to the left, to the front, and above the ground. */
  readonly leftFoot: Vector;
  readonly rightFoot: Vector;
  /** On a chair: the pelvis is measured from the seat, and feet to the front from where they stand before it. */
  readonly seated: boolean;
}

export interface ArmStance {
  readonly upper: Vector;
  readonly fore: Vector;
}

/** A direction as a unit vector for an arm of one side (x to the dancer's left, y up, z to the front). */
export function directionVector({ raise, azimuth }: Direction, side: 'left' | 'right'): Vector {
  const up = (raise * Math.PI) / 180;
  const round = (azimuth * Math.PI) / 180;
  const outward = Math.sin(up) * Math.cos(round);
  return [side === 'left' ? outward : -outward, -Math.cos(up), Math.sin(up) * Math.sin(round)];
}

/** Where the picture lies: orthographic, from the front. */
export const PICTURE = { aspect: 9 / 16, ground: 0.93, scale: 0.4 } as const;

/** All landmarks of a stance: world hip-centred (y down, x to the picture's right, z away from the camera), and the picture. */
export function landmarksOf(stance: Stance): Pose {
  const points = placePoints(stance);
  const pose = createPose();
  pose.visibility.fill(1);
  const hips = scale(add(points.leftHip, points.rightHip), 0.5);
  for (const [name, point] of Object.entries(points) as [LandmarkName, Vector][]) {
    const index = LANDMARK[name];
    const [x, y, z] = subtract(point, hips);
    pose.world.set([x, -y, -z], index * 3);
    pose.image.set(
      [
        0.5 + (point[0] * PICTURE.scale) / PICTURE.aspect,
        PICTURE.ground - point[1] * PICTURE.scale,
        (-z * PICTURE.scale) / PICTURE.aspect,
      ],
      index * 3,
    );
  }
  return pose;
}

type Points = Record<LandmarkName, Vector>;

/** Degrees that the hip of the standing leg rises, for each metre that the pelvis is over it and at most. */
const STANDING_HIP = { perMetre: 55, most: 9 } as const;

/** Places every landmark in metres: x to the dancer's left (the picture's right), y up from the ground, z to the front. */
function placePoints(stance: Stance): Points {
  const { turn, seated } = stance;
  const pelvis = add([0, seated ? SEAT.hipHeight : STANDING_HIP_HEIGHT, 0], stance.pelvis);
  const feet: Vector = [0, 0, seated ? SEAT.feetAhead : 0];
  const hipLine = rotateY(rotateZ([BONES.hipHalf, 0, 0], stance.hips + standingHip(stance)), turn);
  const leftHip = add(pelvis, hipLine);
  const rightHip = subtract(pelvis, hipLine);
  const turnTrunk = (vector: Vector): Vector =>
    rotateY(rotateZ(rotateX(rotateY(vector, stance.twist), stance.bend), -stance.lean), turn);
  const [leftLift, rightLift] = stance.shoulders;
  const lift = (leftLift + rightLift) / 2;
  const chest = add(pelvis, turnTrunk(add([0, BONES.trunk, 0], stance.chest)));
  // One shoulder higher than the other tilts their line: its length stays.
  const slope = Math.asin((leftLift - rightLift) / 2 / BONES.shoulderHalf);
  const shoulderLine: Vector = [
    BONES.shoulderHalf * Math.cos(slope),
    BONES.shoulderHalf * Math.sin(slope),
    0,
  ];
  const leftShoulder = add(chest, turnTrunk(add([0, lift, 0], shoulderLine)));
  const rightShoulder = add(chest, turnTrunk(subtract([0, lift, 0], shoulderLine)));
  const turnArm = ({ upper, fore }: ArmStance): ArmStance => ({
    upper: rotateY(upper, turn),
    fore: rotateY(fore, turn),
  });
  const [leftKnee, rightKnee] = stance.knees;
  return {
    ...placeHead(chest, turnTrunk, stance.head),
    leftShoulder,
    rightShoulder,
    ...placeArm('left', leftShoulder, turnArm(stance.leftArm), turn),
    ...placeArm('right', rightShoulder, turnArm(stance.rightArm), turn),
    leftHip,
    rightHip,
    ...placeLeg('left', leftHip, add(stance.leftFoot, feet), leftKnee, turn),
    ...placeLeg('right', rightHip, add(stance.rightFoot, feet), rightKnee, turn),
  } as Points;
}

/** The hip over the standing leg rises by itself: nobody stands on one leg with a level pelvis. A seat is level. */
function standingHip({ pelvis, leftFoot, rightFoot, seated }: Stance): number {
  if (seated) return 0;
  const over = pelvis[0] - (leftFoot[0] + rightFoot[0]) / 2;
  return clamp(over * STANDING_HIP.perMetre, -STANDING_HIP.most, STANDING_HIP.most);
}

function placeHead(
  chest: Vector,
  turnTrunk: (vector: Vector) => Vector,
  [turn, nod, tilt]: Stance['head'],
): Partial<Points> {
  const base = add(chest, turnTrunk([0, 0.06, 0]));
  const at = (x: number, y: number, z: number): Vector =>
    add(base, turnTrunk(rotateZ(rotateX(rotateY([x, y, z], turn), nod), -tilt)));
  return {
    nose: at(0, BONES.neck - 0.06, 0.115),
    leftEyeInner: at(0.017, 0.175, 0.1),
    leftEye: at(0.032, 0.175, 0.095),
    leftEyeOuter: at(0.045, 0.175, 0.085),
    rightEyeInner: at(-0.017, 0.175, 0.1),
    rightEye: at(-0.032, 0.175, 0.095),
    rightEyeOuter: at(-0.045, 0.175, 0.085),
    leftEar: at(0.075, 0.15, 0.01),
    rightEar: at(-0.075, 0.15, 0.01),
    mouthLeft: at(0.026, 0.095, 0.095),
    mouthRight: at(-0.026, 0.095, 0.095),
  };
}

function placeArm(side: 'left' | 'right', shoulder: Vector, arm: ArmStance, turn: number): Partial<Points> {
  const elbow = add(shoulder, scale(arm.upper, BONES.upperArm));
  const wrist = add(elbow, scale(arm.fore, BONES.forearm));
  // The palm lies across the forearm; its width is what little fingers and thumbs are told apart by.
  const across = normalize(cross(arm.fore, rotateY([0, 0.2, 1], turn)));
  const finger = (along: number, sideways: number): Vector =>
    add(wrist, add(scale(arm.fore, along), scale(across, sideways)));
  return {
    [`${side}Elbow`]: elbow,
    [`${side}Wrist`]: wrist,
    [`${side}Index`]: finger(BONES.hand, 0.015),
    [`${side}Pinky`]: finger(BONES.hand - 0.015, -0.03),
    [`${side}Thumb`]: finger(0.05, 0.035),
  };
}

/** A foot's toes point outward by so many degrees, and follow the knee in part. */
const TOES_OUT = { with: 14, kneeOut: 19, follow: 0.6, least: -12, most: 60 } as const;
/** Metres from hip to ankle with a knee that is bent as far as it goes. */
const SHORTEST_LEG = 0.2;
/** A foot that is lifted by less than this stays on its ball, metres; above it hangs. */
const BALL_LIFT = 0.08;

/**
 * Hip and ankle are given; the knee lies where two circles meet, towards where it points.
 * @param kneeOut degrees from the front outward
 */
function placeLeg(
  side: 'left' | 'right',
  hip: Vector,
  foot: Vector,
  kneeOut: number,
  turn: number,
): Partial<Points> {
  const outward = side === 'left' ? 1 : -1;
  let ankle: Vector = [foot[0], foot[1] + BONES.ankleHeight, foot[2]];
  let reach = subtract(ankle, hip);
  let distance = Math.hypot(...reach);
  const possible = clamp(distance, SHORTEST_LEG, BONES.thigh + BONES.shank - 0.002);
  if (distance !== possible) {
    // A leg does not stretch: the foot comes along (the validator refuses planted feet that would).
    reach = distance === 0 ? [0, -possible, 0] : scale(reach, possible / distance);
    ankle = add(hip, reach);
    distance = possible;
  }
  const along = (BONES.thigh ** 2 - BONES.shank ** 2 + distance ** 2) / (2 * distance);
  const off = Math.sqrt(Math.max(0, BONES.thigh ** 2 - along ** 2));
  const axis = scale(reach, 1 / distance);
  const wish = normalize(rotateY([0, 0.25, 1.06], turn + outward * kneeOut));
  const forward = normalize(subtract(wish, scale(axis, dot(wish, axis))));
  const knee = add(hip, add(scale(axis, along), scale(forward, off)));
  const toesOut = clamp(
    TOES_OUT.with + (kneeOut - TOES_OUT.kneeOut) * TOES_OUT.follow,
    TOES_OUT.least,
    TOES_OUT.most,
  );
  const toes = rotateY([0, 0, 1], turn + outward * toesOut);
  const sole = tiltSole(Math.min(BALL_LIFT, Math.max(0, ankle[1] - BONES.ankleHeight)));
  return {
    [`${side}Knee`]: knee,
    [`${side}Ankle`]: ankle,
    [`${side}Heel`]: add(ankle, add(scale(toes, sole.heel[0]), [0, sole.heel[1], 0])),
    [`${side}FootIndex`]: add(ankle, add(scale(toes, sole.toes[0]), [0, sole.toes[1], 0])),
  };
}

/** Places of toes and heel from the ankle (to the front, up) when the toes reach `drop` metres lower than flat. */
function tiltSole(drop: number): {
  readonly toes: readonly [number, number];
  readonly heel: readonly [number, number];
} {
  const [front, below] = [BONES.footLength, 0.065];
  const pitch = Math.asin((below + drop) / Math.hypot(front, below)) - Math.atan2(below, front);
  const [sine, cosine] = [Math.sin(pitch), Math.cos(pitch)];
  const tilted = (forward: number, up: number): readonly [number, number] => [
    forward * cosine + up * sine,
    up * cosine - forward * sine,
  ];
  return { toes: tilted(front, -below), heel: tilted(-BONES.heelBack, -0.06) };
}
