/** How strongly something is struck at each moment: the spectral flux of a sound. Pure. */
import type { Pcm } from '../pcm';
import { pcmLength } from '../pcm';
import { Fourier } from './fourier';

/** Strength of onsets at an even rate. */
export interface OnsetEnvelope {
  /** Values a second. */
  readonly rate: number;
  /** Seconds of the first value. */
  readonly start: number;
  /** Onsets of all pitches, about 0 at rest; standard deviation 1. */
  readonly strength: Float64Array;
  /** Rises of the plain amplitude, in which loud drums outweigh busy hats; standard deviation 1. */
  readonly loud: Float64Array;
}

/** Analysis is at about this rate: onsets of cymbals reach so far, and more would only cost time. */
const ANALYSIS_RATE = 24_000;

/** About 43 ms at the analysis rate. */
const WINDOW = 1024;

/** Part of the window, from its start, at which an onset makes the flux largest. */
const SEEN_AT = 0.68;

/** 5 ms at the analysis rate. */
const HOP = 120;

/** Bands of equal width on a scale of pitch; each counts alike, however loud it is. */
const BANDS = 28;
const LOWEST_HERTZ = 40;
const HIGHEST_HERTZ = 10_000;

/** Null where the sound is shorter than a second, or silent. */
export function onsetEnvelope(pcm: Pcm): OnsetEnvelope | null {
  const step = Math.max(1, Math.round(pcm.sampleRate / ANALYSIS_RATE));
  const sampleRate = pcm.sampleRate / step;
  const sound = monoAt(pcm, step);
  const count = Math.floor((sound.length - WINDOW) / HOP);
  if (count * HOP < sampleRate) return null;

  const fourier = new Fourier(WINDOW);
  const window = Float64Array.from(
    { length: WINDOW },
    (_, k) => 0.5 - 0.5 * Math.cos((2 * Math.PI * k) / WINDOW),
  );
  const bandOf = bandsOfBins(sampleRate);
  const real = new Float64Array(WINDOW);
  const imaginary = new Float64Array(WINDOW);
  let levels = new Float64Array(BANDS);
  let before = new Float64Array(BANDS);
  const strength = new Float64Array(count);
  const loud = new Float64Array(count);
  let amplitudeBefore = 0;
  for (let index = 0; index < count; index += 1) {
    for (let k = 0; k < WINDOW; k += 1) real[k] = (sound[index * HOP + k] ?? 0) * (window[k] ?? 0);
    imaginary.fill(0);
    fourier.transform(real, imaginary);
    levels.fill(0);
    for (let bin = 1; bin < WINDOW / 2; bin += 1) {
      const band = bandOf[bin] ?? -1;
      if (band < 0) continue;
      levels[band] = (levels[band] ?? 0) + (real[bin] ?? 0) ** 2 + (imaginary[bin] ?? 0) ** 2;
    }
    let power = 0;
    for (const value of levels) power += value;
    const amplitude = Math.sqrt(power);
    if (index > 0) loud[index] = Math.max(0, amplitude - amplitudeBefore);
    amplitudeBefore = amplitude;
    let all = 0;
    for (let band = 0; band < BANDS; band += 1) {
      // Logarithmic, as ears are; the constant keeps hiss from counting.
      levels[band] = Math.log1p(20 * Math.sqrt(levels[band] ?? 0));
      const rise = index === 0 ? 0 : Math.max(0, (levels[band] ?? 0) - (before[band] ?? 0));
      all += rise;
    }
    strength[index] = all;
    [levels, before] = [before, levels];
  }
  if (!standardise(strength, sampleRate / HOP)) return null;
  if (!standardise(loud, sampleRate / HOP)) return null;
  return { rate: sampleRate / HOP, start: (WINDOW * SEEN_AT) / sampleRate, strength, loud };
}

function monoAt(pcm: Pcm, step: number): Float32Array {
  const length = Math.floor(pcmLength(pcm) / step);
  const sound = new Float32Array(length);
  const scale = 1 / (pcm.channels.length * step);
  for (const channel of pcm.channels) {
    for (let index = 0; index < length; index += 1) {
      let sum = 0;
      // The mean over a step is low-pass enough: what folds back is far below the drums.
      for (let k = 0; k < step; k += 1) sum += channel[index * step + k] ?? 0;
      sound[index] = (sound[index] ?? 0) + sum * scale;
    }
  }
  return sound;
}

/** The band of each bin, -1 for none. */
function bandsOfBins(sampleRate: number): Int16Array {
  const bands = new Int16Array(WINDOW / 2).fill(-1);
  for (let bin = 1; bin < bands.length; bin += 1) {
    const hertz = (bin * sampleRate) / WINDOW;
    if (hertz < LOWEST_HERTZ || hertz >= HIGHEST_HERTZ) continue;
    bands[bin] = Math.floor(
      (BANDS * Math.log(hertz / LOWEST_HERTZ)) / Math.log(HIGHEST_HERTZ / LOWEST_HERTZ),
    );
  }
  return bands;
}

/** Takes off the slow mean, keeps what stands above it, brings the deviation to 1. False for silence. */
function standardise(values: Float64Array, rate: number): boolean {
  const keep = Math.exp(-1 / (0.4 * rate));
  let mean = values[0] ?? 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    mean = value + (mean - value) * keep;
    values[index] = Math.max(0, value - mean);
  }
  let power = 0;
  for (const value of values) power += value * value;
  const deviation = Math.sqrt(power / Math.max(1, values.length));
  if (deviation < 1e-3) return false;
  for (let index = 0; index < values.length; index += 1) values[index] = (values[index] ?? 0) / deviation;
  return true;
}
