/** How late an excerpt comes in a sound: where the two agree best. Pure. */
import type { Pcm } from '../../media/pcm';
import type { SoundProbe } from './expected-film';

/** Offsets are looked for within so many seconds either way. */
const REACH_SECONDS = 0.06;

/** The first look is at every so many samples: 8 kHz of 48. All lags at full rate would take thirty times as long. */
const COARSE = 6;

/** Places so many seconds apart are different answers. */
const APART_SECONDS = 0.01;

/** Excerpts quieter than this (root of the mean square, −60 dBFS) say nothing. */
const QUIET = 1e-3;

/** Agreement (0..1) below which the excerpt is not in the sound, or not where it is looked for. */
const FOUND = 0.5;

/** Where another place agrees by more than this part of the best, sound repeats itself, and either may be meant. */
const RIVAL_PART = 0.95;

/**
 * Seconds by which the excerpt comes late, −0.06..0.06; null where it says nothing: too quiet, not to be found, or of a sound
 * that repeats itself.
 */
export function offsetOf(sound: Pcm, { at, samples }: SoundProbe): number | null {
  const { sampleRate } = sound;
  const reach = Math.ceil((REACH_SECONDS * sampleRate) / COARSE) * COARSE;
  const heard = monoBetween(sound, Math.round(at * sampleRate) - reach, samples.length + 2 * reach);
  if (Math.sqrt(energyOf(samples) / Math.max(1, samples.length)) < QUIET) return null;
  const agreements = correlate(outlined(heard), outlined(samples));
  const best = indexOfMost(agreements);
  const agreement = agreements[best] ?? 0;
  const apart = (APART_SECONDS * sampleRate) / COARSE;
  const rival = agreements.reduce(
    (most, value, lag) => (Math.abs(lag - best) > apart ? Math.max(most, value) : most),
    0,
  );
  if (agreement < FOUND || rival > agreement * RIVAL_PART) return null;
  const from = Math.max(0, (best - 1) * COARSE);
  const near = heard.subarray(from, (best + 1) * COARSE + samples.length);
  return (from + indexOfMost(correlate(near, samples)) - reach) / sampleRate;
}

/** Left and right together; silence beyond either end. */
function monoBetween({ channels }: Pcm, start: number, length: number): Float32Array {
  const [left = new Float32Array(0), right = left] = channels;
  return Float32Array.from({ length }, (_, at) => ((left[start + at] ?? 0) + (right[start + at] ?? 0)) / 2);
}

/**
 * Means of `COARSE` samples each, and of those the next two less the two before: low tones agree with themselves for long,
 * and what is struck tells the place. Two and two, so that sounds agree that lie between two places as well.
 */
function outlined(samples: Float32Array): Float32Array {
  const few = new Float32Array(Math.floor(samples.length / COARSE));
  for (let index = 0; index < few.length; index += 1) {
    let sum = 0;
    for (let at = index * COARSE; at < (index + 1) * COARSE; at += 1) sum += samples[at] ?? 0;
    few[index] = sum / COARSE;
  }
  const edge = (index: number): number => few[Math.min(Math.max(index, 0), few.length - 1)] ?? 0;
  return few.map((mean, index) => mean + edge(index + 1) - edge(index - 1) - edge(index - 2));
}

/** Normalised cross-correlation, −1..1, at each place where the whole excerpt lies within `heard`. */
function correlate(heard: Float32Array, excerpt: Float32Array): Float32Array {
  const { length } = excerpt;
  const agreements = new Float32Array(Math.max(0, heard.length - length + 1));
  const own = energyOf(excerpt);
  let energy = energyOf(heard.subarray(0, length));
  for (let lag = 0; lag < agreements.length; lag += 1) {
    let product = 0;
    // All indices are inside by construction; this loop is nearly all of the work.
    for (let at = 0; at < length; at += 1) product += heard[lag + at]! * excerpt[at]!;
    const scale = Math.sqrt(own * energy);
    agreements[lag] = scale > 0 ? product / scale : 0;
    energy = Math.max(0, energy + (heard[lag + length] ?? 0) ** 2 - (heard[lag] ?? 0) ** 2);
  }
  return agreements;
}

function energyOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return sum;
}

function indexOfMost(values: Float32Array): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0);
}
