/** The outline of a sound: what is drawn of it, at any zoom, without its samples. Pure. */
import { clamp } from '../core/scalar';
import { pcmLength, type Pcm } from './pcm';

/** Buckets a second: 5 ms each, a pixel at the largest zoom of the timeline that shows more than one clap. */
const USUAL_PER_SECOND = 200;

/** Each level has so many times fewer buckets than the one below. */
const STEP = 4;

/** What a full sample is in a peak. */
export const FULL_PEAK = 127;

/** Forgives the rounding of times that lie on the edge of a bucket, in buckets. */
const EDGE = 1e-6;

/** Lowest and highest sample of stretches of sound, both channels together; −127..127, rounded away from zero. */
export interface Peaks {
  readonly low: Int8Array;
  readonly high: Int8Array;
}

/** The outline. Level 0 has `perSecond` buckets a second; each further level joins four buckets of the one below. */
export interface Waveform {
  readonly perSecond: number;
  readonly levels: readonly Peaks[];
}

/**
 * Reads a whole sound once, which takes about 12 ms a minute of stereo. Samples beyond ±1 count as ±1.
 * @param perSecond buckets a second, > 0
 * @throws RangeError when `perSecond` is not positive
 */
export function waveformOf(pcm: Pcm, perSecond = USUAL_PER_SECOND): Waveform {
  if (!(perSecond > 0)) throw new RangeError(`A waveform has buckets, got ${perSecond} a second.`);
  const perBucket = pcm.sampleRate / perSecond;
  const finest = emptyPeaks(Math.ceil(pcmLength(pcm) / perBucket));
  for (let bucket = 0; bucket < finest.low.length; bucket += 1) {
    const start = Math.floor(bucket * perBucket);
    const end = Math.min(Math.ceil((bucket + 1) * perBucket), pcmLength(pcm));
    let [low, high] = [0, 0];
    for (const samples of pcm.channels) {
      for (let at = start; at < end; at += 1) {
        const sample = samples[at] ?? 0;
        if (sample < low) low = sample;
        else if (sample > high) high = sample;
      }
    }
    finest.low[bucket] = Math.floor(clamp(low, -1, 0) * FULL_PEAK);
    finest.high[bucket] = Math.ceil(clamp(high, 0, 1) * FULL_PEAK);
  }
  const levels = [finest];
  for (let level = finest; level.low.length > 1;) {
    level = joined(level);
    levels.push(level);
  }
  return { perSecond, levels };
}

/**
 * Peaks of even columns from one time to another, in seconds of the sound; silence outside of it.
 * Backwards where `to` lies before `from`.
 */
export function peaksBetween(waveform: Waveform, from: number, to: number, columns: number): Peaks {
  const edges = Float64Array.from(
    { length: columns + 1 },
    (_, column) => from + ((to - from) * column) / columns,
  );
  return peaksAlong(waveform, edges);
}

/**
 * Peaks of the columns between neighbouring times, in seconds of the sound, which may run at any pace and either way.
 * A column reads at most six buckets a level, whatever the zoom.
 */
export function peaksAlong(waveform: Waveform, edges: Float64Array): Peaks {
  const peaks = emptyPeaks(Math.max(0, edges.length - 1));
  const length = waveform.levels[0]?.low.length ?? 0;
  for (let column = 0; column < peaks.low.length; column += 1) {
    const [one, other] = [edges[column] ?? 0, edges[column + 1] ?? 0];
    const first = Math.floor(Math.min(one, other) * waveform.perSecond - EDGE);
    const end = Math.ceil(Math.max(one, other) * waveform.perSecond + EDGE);
    readInto(peaks, column, waveform.levels, Math.max(0, first), Math.min(length, end));
  }
  return peaks;
}

/** Bytes that a waveform takes in memory. */
export function waveformBytes({ levels }: Waveform): number {
  return levels.reduce((sum, { low, high }) => sum + low.byteLength + high.byteLength, 0);
}

/** Buckets [first, end) of the finest level: single ones up to where whole buckets of the next level begin and end. */
function readInto(into: Peaks, column: number, levels: readonly Peaks[], first: number, end: number): void {
  let [low, high] = [0, 0];
  let [from, to] = [first, end];
  for (const level of levels) {
    const take = (bucket: number): void => {
      low = Math.min(low, level.low[bucket] ?? 0);
      high = Math.max(high, level.high[bucket] ?? 0);
    };
    for (; from < to && from % STEP !== 0; from += 1) take(from);
    for (; from < to && to % STEP !== 0; to -= 1) take(to - 1);
    if (from >= to) break;
    from /= STEP;
    to /= STEP;
  }
  into.low[column] = low;
  into.high[column] = high;
}

function joined(below: Peaks): Peaks {
  const above = emptyPeaks(Math.ceil(below.low.length / STEP));
  below.low.forEach((low, bucket) => {
    const place = Math.floor(bucket / STEP);
    above.low[place] = Math.min(above.low[place] ?? 0, low);
    above.high[place] = Math.max(above.high[place] ?? 0, below.high[bucket] ?? 0);
  });
  return above;
}

function emptyPeaks(length: number): Peaks {
  return { low: new Int8Array(length), high: new Int8Array(length) };
}
