/** How late an excerpt comes in a sound: where the two agree best. Pure. */
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

/** The part of a sound in which an excerpt is looked for, in samples; may reach beyond either end. */
export function windowOf(
  { at, samples }: SoundProbe,
  sampleRate: number,
): { readonly start: number; readonly length: number } {
  const reach = reachOf(sampleRate);
  return { start: Math.round(at * sampleRate) - reach, length: samples.length + 2 * reach };
}

/**
 * Seconds by which the excerpt comes late, −0.06..0.06; null where it says nothing: too quiet, not to be found, or of a sound
 * that repeats itself.
 * @param heard the sound in the window of the excerpt, left and right together; silence beyond either end
 */
export function offsetIn(
  heard: Float32Array,
  { samples }: Pick<SoundProbe, 'samples'>,
  sampleRate: number,
): number | null {
  const reach = reachOf(sampleRate);
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

function reachOf(sampleRate: number): number {
  return Math.ceil((REACH_SECONDS * sampleRate) / COARSE) * COARSE;
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
