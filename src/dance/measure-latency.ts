/**
 * How late a device shows what a person did on the beat: claps, or hands thrown up, against the clicks they heard. Camera,
 * sound and the person's own habit (most people clap some 30 ms early) come as one number, which is what the judge needs.
 */
import { beatPosition, beatSeconds, beatTime, type BeatGrid } from '../core/beat-grid';
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import type { Pose } from '../pose/pose';

/** What was seen of the hands at one time. */
export interface HandSighting {
  /** Song time of the picture's capture in seconds, not corrected by any latency. */
  readonly seconds: number;
  /** Between the wrists, in shoulder widths. */
  readonly apart: number;
  /** Of the wrists over the shoulders, in shoulder widths. */
  readonly height: number;
}

export type LatencyResult =
  | { readonly found: true; readonly latencyMs: number; readonly spreadMs: number; readonly hits: number }
  /** `too-few`: hardly any clap was seen; `unsteady`: they were not on the beat. */
  | { readonly found: false; readonly reason: 'too-few' | 'unsteady' };

/** Seconds from a beat within which a clap belongs to it. */
const EARLIEST = -0.28;
const LATEST = 0.34;
/** Claps needed, as a part of the beats. */
const LEAST_HITS = 0.6;
/** Median absolute deviation in seconds that is steady enough. */
const STEADY = 0.04;
/** Shoulder widths that hands must travel to a clap or a throw. */
const LEAST_TRAVEL = 0.5;
/** Shoulder widths below the top that still belong to it. */
const TOP_TRAVEL = 0.25;
const LEAST_VISIBILITY = 0.35;

/** Reads the hands; null where a wrist or a shoulder is not seen. @param aspect width over height of the picture */
export function sightHands(pose: Pose | null, aspect: number, seconds: number): HandSighting | null {
  if (pose === null) return null;
  const names: readonly LandmarkName[] = ['leftWrist', 'rightWrist', 'leftShoulder', 'rightShoulder'];
  const points: (readonly [number, number])[] = [];
  for (const name of names) {
    const index = LANDMARK[name];
    if ((pose.visibility[index] ?? 0) < LEAST_VISIBILITY) return null;
    points.push([(pose.image[index * 3] ?? 0) * aspect, pose.image[index * 3 + 1] ?? 0]);
  }
  const [leftWrist, rightWrist, leftShoulder, rightShoulder] = points;
  if (!leftWrist || !rightWrist || !leftShoulder || !rightShoulder) return null;
  const width = Math.hypot(leftShoulder[0] - rightShoulder[0], leftShoulder[1] - rightShoulder[1]);
  if (width < 1e-3) return null;
  return {
    seconds,
    apart: Math.hypot(leftWrist[0] - rightWrist[0], leftWrist[1] - rightWrist[1]) / width,
    height: (leftShoulder[1] + rightShoulder[1] - leftWrist[1] - rightWrist[1]) / 2 / width,
  };
}

/**
 * Measures from all sightings of a round. Whoever claps is told from whoever throws the hands up by what fits the beats
 * better.
 * @param beats how many clicks were heard, from `firstBeat` (a beat number) on
 */
export function measureLatency(
  sightings: readonly HandSighting[],
  grid: BeatGrid,
  firstBeat: number,
  beats: number,
): LatencyResult {
  const ways = [peaksOf(sightings, ({ apart }) => -apart), peaksOf(sightings, ({ height }) => height)].map(
    (peaks) => lagsOf(peaks, grid, firstBeat, beats),
  );
  const enough = ways.filter((lags) => lags.length >= beats * LEAST_HITS);
  if (enough.length === 0) return { found: false, reason: 'too-few' };
  const [best] = enough
    .map((lags) => ({ lags, spread: deviationOf(lags) }))
    .sort((a, b) => a.spread - b.spread);
  if (best === undefined || best.spread > STEADY) return { found: false, reason: 'unsteady' };
  return {
    found: true,
    latencyMs: Math.round(medianOf(best.lags) * 1000),
    spreadMs: Math.round(best.spread * 1000),
    hits: best.lags.length,
  };
}

/** Times of the peaks that rise by at least `LEAST_TRAVEL` over what is on both sides of them. */
function peaksOf(sightings: readonly HandSighting[], read: (sighting: HandSighting) => number): number[] {
  const values = sightings.map(read);
  const peaks: number[] = [];
  let lowest = Infinity;
  let highest = -Infinity;
  let top = -1;
  values.forEach((value, index) => {
    if (top < 0) {
      lowest = Math.min(lowest, value);
      if (value - lowest < LEAST_TRAVEL) return;
    }
    if (top < 0 || value > highest) {
      highest = value;
      top = index;
    } else if (highest - value >= LEAST_TRAVEL) {
      peaks.push(vertexTime(sightings, values, top));
      top = -1;
      lowest = value;
      highest = -Infinity;
    }
  });
  if (top >= 0 && top < values.length - 1) peaks.push(vertexTime(sightings, values, top));
  return peaks;
}

/**
 * Through what lies near the top goes one parabola, by least squares; its vertex lies between the pictures. All of the
 * top counts, not its highest three: at 60 pictures a second those differ by less than the landmarks tremble.
 */
function vertexTime(sightings: readonly HandSighting[], values: readonly number[], top: number): number {
  const at = (index: number): number => sightings[index]?.seconds ?? NaN;
  const isNear = (index: number): boolean => (values[index] ?? -Infinity) > (values[top] ?? 0) - TOP_TRAVEL;
  let first = top - 1;
  while (isNear(first - 1)) first -= 1;
  let last = top + 1;
  while (isNear(last + 1)) last += 1;
  const sums = { t: 0, t2: 0, t3: 0, t4: 0, y: 0, ty: 0, t2y: 0 };
  const count = last - first + 1;
  for (let index = first; index <= last; index += 1) {
    const t = at(index) - at(top);
    const y = (values[index] ?? NaN) - (values[top] ?? 0);
    sums.t += t;
    sums.t2 += t ** 2;
    sums.t3 += t ** 3;
    sums.t4 += t ** 4;
    sums.y += y;
    sums.ty += t * y;
    sums.t2y += t ** 2 * y;
  }
  // The normal equations of y = a + b·t + c·t², solved for b and c; the common factor falls out of b / c.
  const [tt, tt2, t2t2] = [
    sums.t2 - sums.t ** 2 / count,
    sums.t3 - (sums.t * sums.t2) / count,
    sums.t4 - sums.t2 ** 2 / count,
  ];
  const [ty, t2y] = [sums.ty - (sums.t * sums.y) / count, sums.t2y - (sums.t2 * sums.y) / count];
  const slope = ty * t2t2 - t2y * tt2;
  const curve = t2y * tt - ty * tt2;
  if (!Number.isFinite(slope / curve) || curve >= 0) return at(top);
  return Math.min(at(last), Math.max(at(first), at(top) - slope / (2 * curve)));
}

/** For each beat the nearest peak's lag in seconds, where there is one. */
function lagsOf(peaks: readonly number[], grid: BeatGrid, firstBeat: number, beats: number): number[] {
  const reach = Math.min(LATEST, beatSeconds(grid) + EARLIEST);
  const lags = new Map<number, number>();
  for (const peak of peaks) {
    const beat = Math.floor(beatPosition(grid, peak - EARLIEST));
    const lag = peak - beatTime(grid, beat);
    if (beat < firstBeat || beat >= firstBeat + beats || lag > reach) continue;
    const known = lags.get(beat);
    if (known === undefined || Math.abs(lag) < Math.abs(known)) lags.set(beat, lag);
  }
  return [...lags.values()];
}

function deviationOf(values: readonly number[]): number {
  const middle = medianOf(values);
  return medianOf(values.map((value) => Math.abs(value - middle)));
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
