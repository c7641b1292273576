/** Single repetitions of an exercise, cut from a film or a capture: real people who do the same thing again. */
import { DirectionRecord } from '../../../src/dance/direction-record';
import { DIRECTION_NUMBERS, VECTOR_COUNT } from '../../../src/dance/limb-vectors';
import {
  poseTrackDuration,
  PoseTrackBuilder,
  samplePose,
  type PoseTrack,
} from '../../../src/pose/pose-track';

const GRID_FPS = 15;
const OUTPUT_FPS = 30;
/** Arms and legs: eight unit vectors. */
const LIMB_NUMBERS = 16;
/** Seconds of the shortest and the longest repetition that is looked for. */
const SHORTEST = 0.6;
const LONGEST = 5;

/** One repetition, at any length. */
export interface Repetition {
  /** Seconds as it was done. */
  readonly length: number;
  /** Stretched evenly to `seconds`: two people who keep the same time. */
  readonly at: (seconds: number) => PoseTrack;
}

/** All whole repetitions; none where nothing repeats. */
export function cutRepetitions(track: PoseTrack): Repetition[] {
  const grid = onGrid(track);
  const period = periodOf(grid);
  if (period === null) return [];
  const starts = neutralMoments(grid, period);
  return starts.slice(1).map((end, index) => {
    const start = starts[index] ?? 0;
    return { length: end - start, at: (seconds) => stretch(track, start, end, seconds) };
  });
}

interface Grid {
  readonly rows: number;
  /** Squared difference of two moments, over arms and legs. */
  readonly difference: (a: number, b: number) => number;
  /** Squared difference to hanging arms and straight legs. */
  readonly fromHanging: (row: number) => number;
}

function onGrid(track: PoseTrack): Grid {
  const record = DirectionRecord.of(track);
  const rows = Math.floor(poseTrackDuration(track) * GRID_FPS);
  const directions = new Float32Array(rows * DIRECTION_NUMBERS);
  const clarity = new Float32Array(VECTOR_COUNT);
  for (let row = 0; row < rows; row += 1)
    record.sample(row / GRID_FPS, Infinity, directions, row * DIRECTION_NUMBERS, clarity, 0);
  const at = (row: number, number: number): number => directions[row * DIRECTION_NUMBERS + number] ?? 0;
  const sum = (term: (number: number) => number): number =>
    Array.from({ length: LIMB_NUMBERS }, (_, number) => term(number) ** 2).reduce((a, b) => a + b, 0);
  return {
    rows,
    difference: (a, b) => sum((number) => at(a, number) - at(b, number)),
    fromHanging: (row) => sum((number) => at(row, number) - (number % 2)),
  };
}

/** Seconds after which the movement is most like itself; null where it never is. */
function periodOf({ rows, difference }: Grid): number | null {
  const likeness = (lag: number): number => {
    let sum = 0;
    for (let row = 0; row + lag < rows; row += 1) sum += difference(row, row + lag);
    return -sum / (rows - lag);
  };
  const last = Math.min(Math.floor(rows * 0.7), LONGEST * GRID_FPS);
  const values = Array.from({ length: last + 2 }, (_, lag) => likeness(lag));
  let best: number | null = null;
  for (let lag = Math.round(SHORTEST * GRID_FPS); lag <= last; lag += 1) {
    const here = values[lag] ?? -Infinity;
    const isPeak = here > (values[lag - 1] ?? Infinity) && here >= (values[lag + 1] ?? Infinity);
    // A longer period must be clearly better: twice a period is one, too.
    if (isPeak && (best === null || here > (values[best] ?? 0) * 0.85)) best = lag;
  }
  return best === null ? null : best / GRID_FPS;
}

/** Once a period, when the body is nearest to standing. */
function neutralMoments({ rows, fromHanging }: Grid, period: number): number[] {
  const moments: number[] = [];
  for (;;) {
    const before = moments.at(-1);
    const from = before === undefined ? 0 : Math.round((before + period * 0.75) * GRID_FPS);
    const to = Math.round((before === undefined ? period : before + period * 1.25) * GRID_FPS);
    if (to >= rows) return moments;
    let best = from;
    for (let row = from; row <= to; row += 1) if (fromHanging(row) < fromHanging(best)) best = row;
    moments.push(best / GRID_FPS);
  }
}

function stretch(track: PoseTrack, start: number, end: number, seconds: number): PoseTrack {
  const builder = new PoseTrackBuilder({ fps: OUTPUT_FPS, aspect: track.aspect, source: track.source });
  const rows = Math.round(seconds * OUTPUT_FPS);
  for (let row = 0; row <= rows; row += 1)
    builder.append(row / OUTPUT_FPS, samplePose(track, start + ((end - start) * row) / rows));
  return builder.build();
}
