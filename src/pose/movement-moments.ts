/** Instants of a dance that a cut may lie on: where the body moves most, and where it comes to rest. */
import { lerp } from '../core/scalar';
import { stepsOf } from './movement';
import type { PoseTrack } from './pose-track';

export interface MovementMoment {
  /** `peak`: hands and feet are fastest; `hold`: a pose is reached and kept. */
  readonly kind: 'peak' | 'hold';
  /** Seconds of the track. */
  readonly seconds: number;
}

/** Seconds over which the speed is averaged: a hand trembles faster than that. */
const SMOOTHING_SECONDS = 0.12;

/** A peak stands out of what is around it by this part of the track's fastest movement. */
const PROMINENCE = 0.18;

/** Below this part of the fastest movement a body rests… */
const REST = 0.16;

/** …and keeps a pose when that lasts so long, in seconds. */
const LEAST_HOLD_SECONDS = 0.2;

/** Metres a second: a body whose fastest movement is slower than this does not dance. */
const LEAST_SPEED = 0.15;

/** Peaks and holds in order of time. A hold is told where it begins: the pose has just been reached. */
export function movementMoments(track: PoseTrack): readonly MovementMoment[] {
  const { times, speeds } = smoothed(stepsOf(track));
  const fastest = Math.max(0, ...speeds);
  if (fastest < LEAST_SPEED) return [];
  return [...peaksOf(times, speeds, fastest * PROMINENCE), ...holdsOf(times, speeds, fastest * REST)].sort(
    (a, b) => a.seconds - b.seconds,
  );
}

interface SpeedLine {
  readonly times: readonly number[];
  readonly speeds: readonly number[];
}

/** A triangle over the neighbours in time. */
function smoothed({ times, speeds }: SpeedLine): SpeedLine {
  const calm = times.map((time, place) => {
    let sum = 0;
    let weight = 0;
    for (const direction of [-1, 1]) {
      for (let other = direction < 0 ? place : place + 1; ; other += direction) {
        const away = Math.abs((times[other] ?? Infinity) - time);
        if (!(away < SMOOTHING_SECONDS)) break;
        const share = 1 - away / SMOOTHING_SECONDS;
        sum += share * (speeds[other] ?? 0);
        weight += share;
      }
    }
    return sum / weight;
  });
  return { times, speeds: calm };
}

/** Walks up and down: a top counts once the line has fallen by `prominence` on both sides. */
function peaksOf(times: readonly number[], speeds: readonly number[], prominence: number): MovementMoment[] {
  const peaks: MovementMoment[] = [];
  let low = speeds[0] ?? 0;
  let top = -1;
  speeds.forEach((speed, place) => {
    if (top < 0) {
      low = Math.min(low, speed);
      if (speed - low >= prominence) top = place;
      return;
    }
    if (speed > (speeds[top] ?? 0)) top = place;
    if ((speeds[top] ?? 0) - speed < prominence) return;
    peaks.push({ kind: 'peak', seconds: times[top] ?? 0 });
    low = speed;
    top = -1;
  });
  return peaks;
}

function holdsOf(times: readonly number[], speeds: readonly number[], rest: number): MovementMoment[] {
  const holds: MovementMoment[] = [];
  let begun: number | null = null;
  for (let place = 0; place <= times.length; place += 1) {
    const isResting = place < times.length && (speeds[place] ?? Infinity) < rest;
    if (isResting && begun === null) begun = beginOfRest(times, speeds, place, rest);
    if (isResting || begun === null) continue;
    const until = times[place - 1] ?? begun;
    // Standing still before the dance is no pose that was reached.
    if (until - begun >= LEAST_HOLD_SECONDS && begun > (times[0] ?? 0))
      holds.push({ kind: 'hold', seconds: begun });
    begun = null;
  }
  return holds;
}

/** Between two rows, where the line falls below `rest`. */
function beginOfRest(
  times: readonly number[],
  speeds: readonly number[],
  place: number,
  rest: number,
): number {
  const [before, here] = [speeds[place - 1], speeds[place] ?? 0];
  const time = times[place] ?? 0;
  if (before === undefined || before <= here) return time;
  return lerp(times[place - 1] ?? time, time, Math.min(1, Math.max(0, (before - rest) / (before - here))));
}
