/** From written keys to a reference: a pose track at 30 Hz in song time, and the moves with their times. */
import { beatPosition, beatTime } from '../core/beat-grid';
import type { LocalizedText } from '../core/locale';
import { clamp, lerp, modulo } from '../core/scalar';
import { PoseTrackBuilder, type PoseTrack } from '../pose/pose-track';
import type { Challenge } from './challenge';
import type { ChoreographyKey } from './choreography';
import type { Limb } from './judgement';
import { limbExcursions } from './limb-excursions';
import { directionVector, landmarksOf, PICTURE, type ArmStance, type Stance } from './skeleton';
import { add, angleBetween, cross, dot, normalize, scale, slerp, subtract, type Vector } from './vector';
import { ARM_SHAPES } from './vocabulary/arm-shapes';

export const REFERENCE_FPS = 30;

/** One judged window. Times are song time in seconds. */
export interface Move {
  readonly index: number;
  readonly name: LocalizedText;
  readonly start: number;
  readonly end: number;
  readonly hold: boolean;
  /** When the big pose is reached. */
  readonly keyTime: number;
  /** The limbs that make this move what it is. */
  readonly limbs: readonly Limb[];
  /** How much limbs count, by whoever made the challenge: 0 = not judged, 1 = as their motion says (and where missing). */
  readonly weights?: Partial<Record<Limb, number>>;
}

export interface CompiledChoreography {
  readonly reference: PoseTrack;
  readonly moves: readonly Move[];
}

/** A snap waits for this part of the way and then goes, so that the accent lies on the beat; … */
const SNAP_WAIT = 0.4;
/** … but goes for no less than this, seconds: a limb has mass. */
const SNAP_SECONDS = 0.34;
/** Height of a step at its middle, metres, and how far a step goes that is lifted so high. */
const STEP_LIFT = 0.07;
const FULL_STEP = 0.18;
/** Degrees between upper arm and forearm of a fully bent elbow. */
const LEAST_ELBOW_DEGREES = 36;
/** Degrees that the head nods when the knees give, for each metre. */
const NOD_PER_METRE = 130;
/** A foot that travels less than this far is planted. */
const PLANTED_METRES = 0.005;

/** Deterministic: the same challenge gives the same track, bit for bit. */
export function compileChoreography(challenge: Challenge): CompiledChoreography {
  const keys = fillKeys(challenge.keys, challenge.seated ? SITTING : START);
  const builder = new PoseTrackBuilder({
    fps: REFERENCE_FPS,
    aspect: PICTURE.aspect,
    source: `challenge:${challenge.id}`,
  });
  const frames = Math.round(challenge.duration * REFERENCE_FPS) + 1;
  for (let frame = 0; frame < frames; frame += 1) {
    const time = frame / REFERENCE_FPS;
    builder.append(
      time,
      landmarksOf(stanceAt(keys, beatPosition(challenge.beatGrid, time), 60 / challenge.beatGrid.bpm)),
    );
  }
  const reference = builder.build();
  const moves = challenge.moves.map((move, index): Move => {
    const start = beatTime(challenge.beatGrid, move.from);
    const end = beatTime(challenge.beatGrid, move.to);
    return {
      index,
      name: move.name,
      start,
      end,
      hold: move.hold ?? false,
      keyTime: beatTime(challenge.beatGrid, move.key),
      limbs: limbExcursions(reference, start, end)
        .filter(({ isCritical }) => isCritical)
        .map(({ limb }) => limb),
    };
  });
  return { reference, moves };
}

/** A key with everything said. */
interface FullKey {
  readonly beat: number;
  readonly ease: 'smooth' | 'snap' | 'linear';
  readonly stance: Stance;
  /** Metres. */
  readonly bounce: number;
}

const START: Stance = {
  pelvis: [0, 0, 0],
  lean: 0,
  bend: 0,
  twist: 0,
  head: [0, 0, 0],
  turn: 0,
  chest: [0, 0, 0],
  shoulders: [0, 0],
  hips: 0,
  knees: [19, 19],
  leftArm: armOf('rest', 'left'),
  rightArm: armOf('rest', 'right'),
  leftFoot: [0.12, 0, 0],
  rightFoot: [-0.12, 0, 0],
  seated: false,
};

/** Hands on the thighs; feet and knees a little apart, so that thighs which point at the camera can be told from each other. */
const SITTING: Stance = {
  ...START,
  knees: [26, 26],
  leftArm: armOf('lap', 'left'),
  rightArm: armOf('lap', 'right'),
  leftFoot: [0.2, 0, 0],
  rightFoot: [-0.2, 0, 0],
  seated: true,
};

function fillKeys(keys: readonly ChoreographyKey[], start: Stance): FullKey[] {
  let stance = start;
  let bounce = 0;
  return keys.map((key) => {
    stance = {
      ...stance,
      pelvis: key.pelvis === undefined ? stance.pelvis : metres(key.pelvis),
      lean: key.lean ?? stance.lean,
      bend: key.bend ?? stance.bend,
      twist: key.twist ?? stance.twist,
      head: key.head ?? stance.head,
      turn: key.turn ?? stance.turn,
      chest: key.chest === undefined ? stance.chest : metres(key.chest),
      shoulders:
        key.shoulders === undefined ? stance.shoulders : [key.shoulders[0] / 100, key.shoulders[1] / 100],
      hips: key.hips ?? stance.hips,
      knees: key.knees ?? stance.knees,
      leftArm: key.leftArm === undefined ? stance.leftArm : armOf(key.leftArm, 'left'),
      rightArm: key.rightArm === undefined ? stance.rightArm : armOf(key.rightArm, 'right'),
      leftFoot: key.leftFoot === undefined ? stance.leftFoot : metres(key.leftFoot),
      rightFoot: key.rightFoot === undefined ? stance.rightFoot : metres(key.rightFoot),
    };
    bounce = key.bounce === undefined ? bounce : key.bounce / 100;
    return { beat: key.beat, ease: key.ease ?? 'smooth', stance, bounce };
  });
}

function metres([x, y, z]: readonly [number, number, number]): Vector {
  return [x / 100, y / 100, z / 100];
}

function armOf(arm: NonNullable<ChoreographyKey['leftArm']>, side: 'left' | 'right'): ArmStance {
  if (typeof arm === 'string') {
    const { upper, fore } = ARM_SHAPES[arm];
    return { upper: directionVector(upper, side), fore: directionVector(fore, side) };
  }
  const [raise, azimuth, foreRaise, foreAzimuth] = arm;
  return {
    upper: directionVector({ raise, azimuth }, side),
    fore: directionVector({ raise: foreRaise, azimuth: foreAzimuth }, side),
  };
}

function stanceAt(keys: readonly FullKey[], beat: number, beatSeconds: number): Stance {
  const next = keys.findIndex((key) => key.beat > beat);
  const after = keys[next === -1 ? keys.length - 1 : next];
  const before = keys[next === -1 ? keys.length - 1 : Math.max(0, next - 1)];
  if (before === undefined || after === undefined) return START;
  const way = after.beat === before.beat ? 0 : Math.max(0, (beat - before.beat) / (after.beat - before.beat));
  const amount = EASES[after.ease](Math.min(1, way), (after.beat - before.beat) * beatSeconds);
  const stance = between(before.stance, after.stance, amount);
  // The knees give on the beat and rise between the beats; on a chair it is the back that gives.
  const give = lerp(before.bounce, after.bounce, amount) * (0.5 + 0.5 * Math.cos(2 * Math.PI * beat));
  const [turn, nod, tilt] = stance.head;
  const giving = stance.seated ? 'chest' : 'pelvis';
  const [x, y, z] = stance[giving];
  return {
    ...stance,
    [giving]: [x, y - give, z],
    head: [turn, nod + give * NOD_PER_METRE, tilt],
  };
}

/** Part of the way gone when `way` of the time is gone (0..1), of so many seconds. */
const EASES: Readonly<Record<FullKey['ease'], (way: number, seconds: number) => number>> = {
  linear: (way) => way,
  smooth: (way) => way * way * (3 - 2 * way),
  snap: (way, seconds) => {
    const wait = clamp(1 - SNAP_SECONDS / seconds, 0, SNAP_WAIT);
    const late = Math.max(0, (way - wait) / (1 - wait));
    return late * late * (3 - 2 * late);
  },
};

function between(a: Stance, b: Stance, amount: number): Stance {
  return {
    pelvis: mix(a.pelvis, b.pelvis, amount),
    lean: lerp(a.lean, b.lean, amount),
    bend: lerp(a.bend, b.bend, amount),
    twist: lerp(a.twist, b.twist, amount),
    head: mix(a.head, b.head, amount),
    turn: turnBetween(a.turn, b.turn, amount),
    chest: mix(a.chest, b.chest, amount),
    shoulders: [lerp(a.shoulders[0], b.shoulders[0], amount), lerp(a.shoulders[1], b.shoulders[1], amount)],
    hips: lerp(a.hips, b.hips, amount),
    knees: [lerp(a.knees[0], b.knees[0], amount), lerp(a.knees[1], b.knees[1], amount)],
    leftArm: armBetween(a.leftArm, b.leftArm, amount),
    rightArm: armBetween(a.rightArm, b.rightArm, amount),
    leftFoot: step(a.leftFoot, b.leftFoot, amount),
    rightFoot: step(a.rightFoot, b.rightFoot, amount),
    seated: b.seated,
  };
}

/** The short way round: a whole turn is written in three keys or more. */
function turnBetween(a: number, b: number, amount: number): number {
  return a + amount * (modulo(b - a + 180, 360) - 180);
}

function armBetween(a: ArmStance, b: ArmStance, amount: number): ArmStance {
  const upper = slerp(a.upper, b.upper, amount);
  return { upper, fore: openElbow(upper, slerp(a.fore, b.fore, amount)) };
}

/** On their ways the two parts of an arm may come to lie on each other: the forearm then gives way to what an elbow can do. */
function openElbow(upper: Vector, fore: Vector): Vector {
  const back = scale(upper, -1);
  const angle = angleBetween(back, fore);
  if (angle >= LEAST_ELBOW_DEGREES) return fore;
  const cosine = dot(back, fore);
  const sideways = normalize(subtract(fore, scale(back, cosine)));
  const away = Math.hypot(...sideways) === 0 ? normalize(cross(back, [0, 0, 1])) : sideways;
  const open = (LEAST_ELBOW_DEGREES * Math.PI) / 180;
  return normalize(add(scale(back, Math.cos(open)), scale(away, Math.sin(open))));
}

/** A foot that changes its place travels through the air. */
function step(a: Vector, b: Vector, amount: number): Vector {
  const [x, y, z] = mix(a, b, amount);
  const travel = Math.hypot(b[0] - a[0], b[2] - a[2]);
  if (travel < PLANTED_METRES) return [x, y, z];
  const lift = STEP_LIFT * Math.min(1, travel / FULL_STEP);
  // Off the ground before it goes far: a root of the parabola rises faster.
  return [x, y + lift * (4 * amount * (1 - amount)) ** 0.75, z];
}

function mix(
  a: readonly [number, number, number],
  b: readonly [number, number, number],
  amount: number,
): Vector {
  return [lerp(a[0], b[0], amount), lerp(a[1], b[1], amount), lerp(a[2], b[2], amount)];
}
