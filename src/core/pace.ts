/**
 * How fast a clip runs through its source: steadily, along a curve, backwards, or not at all.
 *
 * A curve says the speed at places of the source, so that cutting the clip leaves every picture at its speed. Between
 * two points the speed is linear in the place: ds/dt = v₁ + b·(s − s₁). That has the closed solution
 * v(t) = v₁·e^(b·t), so both ways (place of an instant, instant of a place) are exact and nothing is summed up.
 */

/** The speed at a place of the source. */
export interface SpeedPoint {
  /** Seconds of the source. */
  readonly at: number;
  /** Seconds of source a second of film, > 0. */
  readonly speed: number;
}

/** The way through a source. */
export interface Pace {
  /** Seconds of the source at the beginning. */
  readonly sourceStart: number;
  /** Seconds of source a second of film, > 0; with a curve it has no say. */
  readonly speed: number;
  /** Rising in `at`; the first and the last hold beyond their places. */
  readonly speedCurve?: readonly SpeedPoint[];
  /** Runs towards the source's beginning. */
  readonly reversed?: boolean;
  /** Stands on `sourceStart`. */
  readonly still?: boolean;
}

/** A slope of speed smaller than this (per second of source) is none: the logarithm would lose its digits. */
const FLAT = 1e-9;

/**
 * Seconds of the source at `seconds` of film after the beginning; negative seconds lie before it.
 * Not held inside the source.
 */
export function sourceAt(pace: Pace, seconds: number): number {
  if (pace.still === true) return pace.sourceStart;
  const ahead = pace.reversed === true ? -seconds : seconds;
  if (!hasCurve(pace)) return pace.sourceStart + ahead * pace.speed;
  return walk(pace.speedCurve, pace.sourceStart, ahead);
}

/** Seconds of film from one place of the source to another, in the direction in which the clip runs: negative when `to` lies behind. Infinite for a still. */
export function secondsBetween(pace: Pace, from: number, to: number): number {
  if (pace.still === true) return Infinity;
  const forward = hasCurve(pace) ? timeAlong(pace.speedCurve, from, to) : (to - from) / pace.speed;
  return pace.reversed === true ? -forward : forward;
}

/** Seconds of source a second of film at a place of the source. 0 for a still. */
export function speedAt(pace: Pace, source: number): number {
  if (pace.still === true) return 0;
  return hasCurve(pace) ? speedOn(pace.speedCurve, source) : pace.speed;
}

function hasCurve(pace: Pace): pace is Pace & { readonly speedCurve: readonly SpeedPoint[] } {
  return pace.speedCurve !== undefined && pace.speedCurve.length > 0;
}

function speedOn(curve: readonly SpeedPoint[], source: number): number {
  const after = curve.findIndex(({ at }) => at > source);
  if (after === 0) return curve[0]?.speed ?? 1;
  if (after < 0) return curve.at(-1)?.speed ?? 1;
  const [low, high] = [curve[after - 1], curve[after]];
  if (low === undefined || high === undefined) return 1;
  return low.speed + ((high.speed - low.speed) * (source - low.at)) / (high.at - low.at);
}

/** The stretch of the curve from `source` on in one direction: where it ends, and how the speed changes with the place. */
function stretchFrom(
  curve: readonly SpeedPoint[],
  source: number,
  direction: 1 | -1,
): { readonly end: number; readonly slope: number } {
  const after = curve.findIndex(({ at }) => (direction > 0 ? at > source : at >= source));
  const low = after < 0 ? curve.at(-1) : curve[after - 1];
  const high = after < 0 ? undefined : curve[after];
  const ahead = direction > 0 ? high : low;
  const slope = low === undefined || high === undefined ? 0 : (high.speed - low.speed) / (high.at - low.at);
  return { end: ahead?.at ?? direction * Infinity, slope };
}

/** Seconds of film, always positive, from `from` to `to` in one stretch. */
function timeInStretch(curve: readonly SpeedPoint[], from: number, to: number, slope: number): number {
  const speed = speedOn(curve, from);
  if (Math.abs(slope) < FLAT) return Math.abs(to - from) / speed;
  return Math.abs(Math.log1p((slope * (to - from)) / speed) / slope);
}

function timeAlong(curve: readonly SpeedPoint[], from: number, to: number): number {
  const direction = to >= from ? 1 : -1;
  let place = from;
  let seconds = 0;
  while (place !== to) {
    const { end, slope } = stretchFrom(curve, place, direction);
    const stop = direction > 0 ? Math.min(end, to) : Math.max(end, to);
    seconds += timeInStretch(curve, place, stop, slope);
    place = stop;
  }
  return direction * seconds;
}

function walk(curve: readonly SpeedPoint[], from: number, seconds: number): number {
  const direction = seconds >= 0 ? 1 : -1;
  let left = Math.abs(seconds);
  let place = from;
  for (;;) {
    const { end, slope } = stretchFrom(curve, place, direction);
    const whole = Number.isFinite(end) ? timeInStretch(curve, place, end, slope) : Infinity;
    if (left < whole) {
      const speed = speedOn(curve, place);
      if (Math.abs(slope) < FLAT) return place + direction * speed * left;
      return place + (speed / slope) * Math.expm1(direction * slope * left);
    }
    left -= whole;
    place = end;
  }
}
