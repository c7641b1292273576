/** Keeps sums of sounds from clipping, without a sound of its own where nothing clips. Pure. */
import { HALF_TAPS, peakAfter } from './loudness';
import { pcmLength, type Pcm } from './pcm';

/** −1 dBTP: lossy encoders overshoot a little, and services ask for this much room. */
export const PEAK_LIMIT = 10 ** (-1 / 20);

/** The gain falls this long ahead of a peak, in seconds, so that it never jumps. */
const LOOK_AHEAD_SECONDS = 0.005;

/** Time for the gain to come back by 63 %, in seconds. */
const RELEASE_SECONDS = 0.08;

/** Between two samples that both lie below this part of the limit no peak is looked for: that skips most of the work. */
const QUIET = 0.5;

/** A gain that moves bends the wave between the samples; what then passes the limit is turned down once more, at most so often. */
const MORE_ROUNDS = 3;

/** What those rounds let pass: 0.01 dB. */
const TOLERANCE = 10 ** (0.01 / 20);

/**
 * Turns the sound down, all channels alike, where a peak on the samples or between them would pass the limit. In place.
 * Samples stay below the limit exactly, the wave between them by the measure of `truePeak` to a few hundredths of a decibel.
 */
export function limitPeaks(pcm: Pcm, limit = PEAK_LIMIT): void {
  for (let round = 0; round <= MORE_ROUNDS; round += 1) {
    const gains = gainsFor(pcm, limit, round === 0 ? 1 : TOLERANCE);
    if (gains === null) return;
    for (const channel of pcm.channels) {
      for (let index = 0; index < channel.length; index += 1) channel[index]! *= gains[index]!;
    }
  }
}

/** One gain a sample, ≤ 1; null where no peak passes the limit by more than `tolerance`. */
function gainsFor(pcm: Pcm, limit: number, tolerance: number): Float32Array | null {
  const length = pcmLength(pcm);
  const gains = new Float32Array(length).fill(1);
  let loud = false;
  for (const channel of pcm.channels) loud = lowerAtPeaks(gains, channel, limit, tolerance) || loud;
  if (!loud) return null;
  // Backwards: each sample may be at most a small step above the lowest gain ahead of it.
  const ahead = 1 / (LOOK_AHEAD_SECONDS * pcm.sampleRate);
  let gain = 1;
  for (let index = length - 1; index >= 0; index -= 1) {
    gain = Math.min(gains[index]!, gain + ahead);
    gains[index] = gain;
  }
  // Forwards: the way back to 1 is slow.
  const keep = Math.exp(-1 / (RELEASE_SECONDS * pcm.sampleRate));
  gain = gains[0] ?? 1;
  for (let index = 0; index < length; index += 1) {
    gain = Math.min(gains[index]!, 1 - (1 - gain) * keep);
    gains[index] = gain;
  }
  return gains;
}

/** Lowers the gains to what each peak asks for; whether there was one. */
function lowerAtPeaks(gains: Float32Array, channel: Float32Array, limit: number, tolerance: number): boolean {
  const most = limit * tolerance;
  let loud = false;
  let here = Math.abs(channel[0] ?? 0);
  for (let index = 0; index < channel.length; index += 1) {
    const peak = here;
    here = Math.abs(channel[index + 1] ?? 0);
    if (peak > most) {
      loud = true;
      lower(gains, index, index, limit / peak);
    }
    if (peak < limit * QUIET && here < limit * QUIET) continue;
    const between = peakAfter(channel, index);
    if (between <= most) continue;
    loud = true;
    // As far as the samples reach that the peak is made of, so that it falls as a whole.
    lower(gains, index - HALF_TAPS + 1, index + HALF_TAPS, limit / between);
  }
  return loud;
}

/** Lowers the gains of samples `first` to `last`, both inclusive. */
function lower(gains: Float32Array, first: number, last: number, gain: number): void {
  const end = Math.min(last, gains.length - 1);
  for (let index = Math.max(0, first); index <= end; index += 1) {
    gains[index] = Math.min(gains[index] ?? 1, gain);
  }
}
