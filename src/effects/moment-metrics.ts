/** Measures a moment of the dance as a number from 0 to 1, for parameters that follow it. */
import type { BeatSignal } from '../core/beat-grid';
import { clamp } from '../core/scalar';
import { JUDGEMENTS } from '../dance/judgement';
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import type { Pose } from '../pose/pose';
import type { DriveSource } from './drive-source';
import type { Moment } from './effect';

/** Frames a second of the moments; speeds are in frames of the project, which hardly differ. */
const MOMENTS_A_SECOND = 30;

/** Torso lengths a second of a hand that is as fast as it gets: a punch is about 9, a wave about 3. */
const FASTEST_HAND = 8;

/** Torso lengths that the hips rise in a good jump. */
const HIGHEST_JUMP = 0.6;

/** Moments over which the lowest place of the hips is the floor for a jump. */
const STANCE_MOMENTS = 20;

/** Seconds between two pulses at least: three flashes a second are the most that is safe (WCAG 2.2, 2.3.1). */
const SAFE_PULSE_SECONDS = 1 / 3;

/** Seconds in which a pulse of the beat has fallen to a third. */
const PULSE_SECONDS = 0.12;

/** Seconds that a judgement is felt. */
const JUDGEMENT_SECONDS = 1;

/** A combo that is as good as any longer one. */
const FULL_COMBO = 10;

/** Below this a landmark is not seen. */
const LEAST_VISIBILITY = 0.3;

/**
 * The source at `moments[at]`; what lies behind (`moments[at + 1]` …) is before it. 0 where nothing is known.
 * @param aspect width over height of the stage
 */
export function measureMoment(
  source: DriveSource,
  moments: readonly Moment[],
  at: number,
  aspect: number,
): number {
  const moment = moments[at];
  if (moment === undefined) return 0;
  const { pose, beat, audio, score } = moment;
  switch (source) {
    case 'beat':
      return beat === null ? 0 : beatPulse(beat);
    case 'beat-phase':
      return beat === null ? 0 : clamp(beat.phase, 0, 1);
    case 'bar-phase':
      return beat === null ? 0 : clamp((beat.inBar + beat.phase) / 4, 0, 1);
    case 'level':
      return audio?.level ?? 0;
    case 'bass':
      return mean(audio?.bands.slice(0, 2));
    case 'mids':
      return mean(audio?.bands.slice(2, 5));
    case 'treble':
      return mean(audio?.bands.slice(5, 8));
    case 'judgement': {
      if (score?.judgement == null) return 0;
      const worth = 1 - JUDGEMENTS.indexOf(score.judgement) / (JUDGEMENTS.length - 1);
      return worth * clamp(1 - score.since / JUDGEMENT_SECONDS, 0, 1);
    }
    case 'combo':
      return clamp((score?.combo ?? 0) / FULL_COMBO, 0, 1);
    case 'hand-speed':
      return handSpeed(moments, at, aspect);
    case 'jump':
      return jump(moments, at, aspect);
    default:
      return pose === null ? 0 : posture(source, pose, aspect);
  }
}

/** 1 on the beat, falling. Beats that come closer than is safe pulse every second time. */
export function beatPulse(beat: BeatSignal): number {
  const isTooFast = beat.period < SAFE_PULSE_SECONDS;
  const since = isTooFast && beat.index % 2 !== 0 ? beat.since + beat.period : beat.since;
  return Math.exp(-since / PULSE_SECONDS);
}

type PostureSource = Exclude<
  DriveSource,
  | 'beat'
  | 'beat-phase'
  | 'bar-phase'
  | 'level'
  | 'bass'
  | 'mids'
  | 'treble'
  | 'judgement'
  | 'combo'
  | 'hand-speed'
  | 'jump'
>;

function posture(source: PostureSource, pose: Pose, aspect: number): number {
  const torso = torsoLength(pose, aspect);
  if (torso === null) return 0;
  switch (source) {
    case 'hand-height': {
      // 0 with both hands at the hips or below, 1 with one a torso above the shoulders.
      const hips = middle(pose, 'leftHip', 'rightHip', aspect);
      const heights = (['leftWrist', 'rightWrist'] as const).map((name) => {
        const hand = placeOf(pose, name, aspect);
        return hand === null || hips === null ? 0 : (hips[1] - hand[1]) / (2 * torso);
      });
      return clamp(Math.max(...heights), 0, 1);
    }
    case 'arm-span': {
      const left = placeOf(pose, 'leftWrist', aspect);
      const right = placeOf(pose, 'rightWrist', aspect);
      // Arms held out span about 3.2 torso lengths.
      return left === null || right === null ? 0 : clamp(distance(left, right) / (3.2 * torso), 0, 1);
    }
    case 'left-arm-angle':
      return angleFromHanging(pose, 'leftShoulder', 'leftWrist', aspect);
    case 'right-arm-angle':
      return angleFromHanging(pose, 'rightShoulder', 'rightWrist', aspect);
    case 'left-leg-angle':
      return angleFromHanging(pose, 'leftHip', 'leftAnkle', aspect);
    case 'right-leg-angle':
      return angleFromHanging(pose, 'rightHip', 'rightAnkle', aspect);
  }
}

/** 0 hanging straight down, 0.5 held out, 1 straight up. */
function angleFromHanging(pose: Pose, from: LandmarkName, to: LandmarkName, aspect: number): number {
  const root = placeOf(pose, from, aspect);
  const tip = placeOf(pose, to, aspect);
  if (root === null || tip === null) return 0;
  const angle = Math.atan2(Math.abs(tip[0] - root[0]), tip[1] - root[1]);
  return clamp(angle / Math.PI, 0, 1);
}

/** The faster hand, over two frames: one frame's step is mostly the model's trembling. */
function handSpeed(moments: readonly Moment[], at: number, aspect: number): number {
  const now = moments[at]?.pose ?? null;
  const before = moments[at + 2]?.pose ?? null;
  const torso = now === null ? null : torsoLength(now, aspect);
  if (now === null || before === null || torso === null) return 0;
  const speeds = (['leftWrist', 'rightWrist'] as const).map((name) => {
    const here = placeOf(now, name, aspect);
    const there = placeOf(before, name, aspect);
    return here === null || there === null ? 0 : (distance(here, there) / 2) * MOMENTS_A_SECOND;
  });
  return clamp(Math.max(...speeds) / torso / FASTEST_HAND, 0, 1);
}

/** How far the hips are above the lowest place of the last moments that they came down to. */
function jump(moments: readonly Moment[], at: number, aspect: number): number {
  const now = moments[at]?.pose ?? null;
  const torso = now === null ? null : torsoLength(now, aspect);
  const hips = now === null ? null : middle(now, 'leftHip', 'rightHip', aspect);
  if (torso === null || hips === null) return 0;
  const levels: number[] = [];
  for (const { pose } of moments.slice(at, at + STANCE_MOMENTS)) {
    const level = pose === null ? null : middle(pose, 'leftHip', 'rightHip', aspect);
    if (level !== null) levels.push(level[1]);
  }
  // The middle of the stance, so that one squat does not make standing up a jump.
  levels.sort((a, b) => a - b);
  const stance = levels[Math.floor(levels.length * 0.75)] ?? hips[1];
  return clamp((stance - hips[1]) / torso / HIGHEST_JUMP, 0, 1);
}

type Place = readonly [x: number, y: number];

/** In heights of the stage, y down; null when it is not seen. */
function placeOf(pose: Pose, name: LandmarkName, aspect: number): Place | null {
  const index = LANDMARK[name];
  if ((pose.visibility[index] ?? 0) < LEAST_VISIBILITY) return null;
  return [(pose.image[index * 3] ?? 0) * aspect, pose.image[index * 3 + 1] ?? 0];
}

function middle(pose: Pose, a: LandmarkName, b: LandmarkName, aspect: number): Place | null {
  const left = placeOf(pose, a, aspect);
  const right = placeOf(pose, b, aspect);
  return left === null || right === null ? null : [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
}

/** Shoulders to hips in heights of the stage; null when they are not seen or lie in one place. */
export function torsoLength(pose: Pose, aspect: number): number | null {
  const shoulders = middle(pose, 'leftShoulder', 'rightShoulder', aspect);
  const hips = middle(pose, 'leftHip', 'rightHip', aspect);
  if (shoulders === null || hips === null) return null;
  const length = distance(shoulders, hips);
  return length > 1e-3 ? length : null;
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function mean(values: readonly number[] | undefined): number {
  if (values === undefined || values.length === 0) return 0;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
