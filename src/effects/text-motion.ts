/** How the parts of animated words lie at an instant: pure, so that preview and file agree. */
import { clamp, lerp } from '../core/scalar';
import type { TextIn, TextLoop, TextMotion } from '../project/project';
import { easeAt } from './easing';

/** Where a part lies against its place at rest. */
export interface PartPose {
  /** In line heights, to the right and down. */
  readonly dx: number;
  readonly dy: number;
  readonly scale: number;
  /** Radians, clockwise. */
  readonly rotation: number;
  /** 0..1. */
  readonly alpha: number;
}

/** The instant. */
export interface TextMoment {
  /** Seconds since the words came, and until they go. */
  readonly age: number;
  readonly left: number;
  /** 0..1 through the beat; null where no beat is known. */
  readonly beatPhase: number | null;
}

/** The part of the time of coming that one part of the words takes; they begin one after the other in the rest. */
const OWN_SHARE = 0.55;

/** Beats a second where no beat is known. */
const CALM_PACE = 2;

const AT_REST: PartPose = { dx: 0, dy: 0, scale: 1, rotation: 0, alpha: 1 };

/** Whether words move at this instant; those that do not are drawn once and kept. */
export function movesNow(motion: TextMotion | undefined, { age, left }: TextMoment): boolean {
  if (motion === undefined) return false;
  if (motion.loop !== 'none') return true;
  return (motion.in !== 'none' && age < motion.seconds) || (motion.out !== 'none' && left < motion.seconds);
}

/**
 * The pose of part `index` of `count`.
 * Words that are shorter than coming and going together share their time between both.
 */
export function partPose(motion: TextMotion, moment: TextMoment, index: number, count: number): PartPose {
  const whole = moment.age + moment.left;
  const seconds = Math.min(motion.seconds, whole / 2);
  const come = comePose(motion.in, partOf(moment.age, seconds, index, count, motion.in));
  const go = comePose(motion.out, partOf(moment.left, seconds, index, count, motion.out));
  return join(join(come, go), loopPose(motion.loop, moment, index));
}

/** 0..1: how far one part has come. */
function partOf(since: number, seconds: number, index: number, count: number, kind: TextIn): number {
  const own = kind === 'type' ? 0 : OWN_SHARE;
  const wait = count <= 1 ? 0 : (index / (count - 1)) * (1 - own);
  const done = seconds <= 0 ? 1 : since / seconds;
  return own === 0 ? (done >= wait ? 1 : 0) : clamp((done - wait) / own, 0, 1);
}

function comePose(kind: TextIn, part: number): PartPose {
  if (kind === 'none' || part >= 1) return AT_REST;
  const eased = 1 - (1 - part) ** 3;
  const alpha = clamp(part * 2, 0, 1);
  switch (kind) {
    case 'fade':
      return { ...AT_REST, alpha: part };
    case 'rise':
      return { ...AT_REST, dy: lerp(0.9, 0, eased), alpha };
    case 'drop':
      return { ...AT_REST, dy: lerp(-0.9, 0, eased), alpha };
    case 'pop':
      return { ...AT_REST, scale: Math.max(0, easeAt({ ease: 'spring' }, part)), alpha };
    case 'slide':
      return { ...AT_REST, dx: lerp(-1.5, 0, eased), alpha };
    case 'spin':
      return { ...AT_REST, rotation: lerp(-Math.PI / 2, 0, eased), scale: eased, alpha };
    case 'type':
      return { ...AT_REST, alpha: 0 };
  }
}

function loopPose(kind: TextLoop, { age, beatPhase }: TextMoment, index: number): PartPose {
  const turn = 2 * Math.PI * age;
  switch (kind) {
    case 'none':
      return AT_REST;
    case 'wave':
      return { ...AT_REST, dy: 0.14 * Math.sin(turn * 0.8 - index * 0.6) };
    case 'pulse':
      return { ...AT_REST, scale: 1 + 0.06 * Math.sin(turn) };
    case 'sway':
      return { ...AT_REST, rotation: 0.09 * Math.sin(turn * 0.6 - index * 0.4) };
    case 'beat': {
      const phase = beatPhase ?? (age * CALM_PACE) % 1;
      return { ...AT_REST, scale: 1 + 0.2 * (1 - phase) ** 3 };
    }
  }
}

function join(a: PartPose, b: PartPose): PartPose {
  return {
    dx: a.dx + b.dx,
    dy: a.dy + b.dy,
    scale: a.scale * b.scale,
    rotation: a.rotation + b.rotation,
    alpha: a.alpha * b.alpha,
  };
}
