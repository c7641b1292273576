/** How loud a sound is from instant to instant, whole and in bands, and the shape of its wave: what pictures move to. */
import { clamp } from '../core/scalar';
import type { AudioSignal } from '../effects/effect';
import { Fourier } from './beats/fourier';
import { pcmLength, type Pcm } from './pcm';

/** Samples of one look at the sound: at 48 kHz 43 ms, centred on the instant. */
const WINDOW = 2048;

/** Upper edges of the bands in hertz; the first begins at 20. About an octave and a half each, as ears divide. */
export const BAND_EDGES_HZ = [80, 200, 400, 800, 1600, 3200, 6400, 14_000] as const;

/** Decibels below full scale that count as silence and as full, for the whole and for a band. */
const QUIET_DB = -48;
const LOUD_DB = -9;
const LOUD_BAND_DB = -18;

/** Length of the shown wave in seconds, and how many samples it is shown by. */
const WAVE_SECONDS = 1 / 15;
const WAVE_SAMPLES = 64;

/** Asks for the sound's state at an instant. */
export interface SoundLevels {
  /** At `seconds` from the sound's start; silence outside of it. The same instant always gives the same numbers. */
  at(seconds: number): AudioSignal;
}

/** Levels of a sound, measured when they are asked for and remembered by instant. */
export function soundLevels(pcm: Pcm): SoundLevels {
  const mono = mixedDown(pcm);
  const fourier = new Fourier(WINDOW);
  const known = new Map<number, AudioSignal>();
  return {
    at(seconds) {
      const sample = Math.round(seconds * pcm.sampleRate);
      const signal = known.get(sample) ?? measure(mono, sample, pcm.sampleRate, fourier);
      known.set(sample, signal);
      return signal;
    },
  };
}

function measure(mono: Float32Array, sample: number, rate: number, fourier: Fourier): AudioSignal {
  const real = new Float64Array(WINDOW);
  const imaginary = new Float64Array(WINDOW);
  let energy = 0;
  for (let index = 0; index < WINDOW; index += 1) {
    const value = mono[sample - WINDOW / 2 + index] ?? 0;
    energy += value * value;
    // Hann, so that a tone stays in its band.
    real[index] = value * (0.5 - 0.5 * Math.cos((2 * Math.PI * index) / WINDOW));
  }
  fourier.transform(real, imaginary);
  const bands: number[] = [];
  let bin = Math.max(1, Math.round((20 * WINDOW) / rate));
  for (const edge of BAND_EDGES_HZ) {
    const end = Math.max(bin + 1, Math.round((edge * WINDOW) / rate));
    let power = 0;
    for (; bin < end && bin < WINDOW / 2; bin += 1) {
      power += (real[bin] ?? 0) ** 2 + (imaginary[bin] ?? 0) ** 2;
    }
    // Twice for the mirrored half; 3/8 is the mean of the squared window.
    bands.push(loudness((2 * power) / (WINDOW * WINDOW * 0.375), LOUD_BAND_DB));
  }
  return { level: loudness(energy / WINDOW, LOUD_DB), bands, wave: waveAt(mono, sample, rate) };
}

/** 0..1 of a mean square, by decibels. */
function loudness(meanSquare: number, loudDb: number): number {
  if (meanSquare <= 0) return 0;
  return clamp((10 * Math.log10(meanSquare) - QUIET_DB) / (loudDb - QUIET_DB), 0, 1);
}

/** Means of neighbouring samples, so that high notes do not flicker in it. */
function waveAt(mono: Float32Array, sample: number, rate: number): number[] {
  const step = Math.max(1, Math.floor((WAVE_SECONDS * rate) / WAVE_SAMPLES));
  const start = sample - step * WAVE_SAMPLES;
  return Array.from({ length: WAVE_SAMPLES }, (_, index) => {
    let sum = 0;
    for (let at = 0; at < step; at += 1) sum += mono[start + index * step + at] ?? 0;
    return clamp(sum / step, -1, 1);
  });
}

function mixedDown(pcm: Pcm): Float32Array {
  const [left, right] = pcm.channels;
  const mono = new Float32Array(pcmLength(pcm));
  for (let index = 0; index < mono.length; index += 1)
    mono[index] = ((left?.[index] ?? 0) + (right?.[index] ?? left?.[index] ?? 0)) / 2;
  return mono;
}
