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

/** Through the peak and its neighbours goes one parabola; its vertex lies between the pictures. */
function vertexTime(sightings: readonly HandSighting[], values: readonly number[], top: number): number {
  const at = (index: number): number => sightings[index]?.seconds ?? NaN;
  const [t0, t1, t2] = [at(top - 1), at(top), at(top + 1)];
  const [y0, y1, y2] = [values[top - 1] ?? NaN, values[top] ?? NaN, values[top + 1] ?? NaN];
  const left = (y1 - y0) / (t1 - t0);
  const right = (y2 - y1) / (t2 - t1);
  const curve = (right - left) / ((t2 - t0) / 2);
  if (!Number.isFinite(curve) || curve >= 0) return t1;
  // The slope is `left` midway before the peak and falls by `curve` each second.
  const vertex = (t0 + t1) / 2 - left / curve;
  return Math.min(t2, Math.max(t0, vertex));
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
