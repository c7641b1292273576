/** Keeps sums of sounds from clipping, without a sound of its own where nothing clips. Pure. */
import type { Pcm } from './pcm';

/** −1 dBFS: lossy encoders overshoot a little, and services ask for this much room. */
export const PEAK_LIMIT = 10 ** (-1 / 20);

/** The gain falls this long ahead of a peak, in seconds, so that it never jumps. */
const LOOK_AHEAD_SECONDS = 0.005;

/** Time for the gain to come back by 63 %, in seconds. */
const RELEASE_SECONDS = 0.08;

/** Turns the sound down, both channels alike, where a peak would pass the limit. In place. */
export function limitPeaks(pcm: Pcm, limit = PEAK_LIMIT): void {
  const length = pcm.channels[0]?.length ?? 0;
  const gains = gainsFor(pcm, length, limit);
  if (gains === null) return;
  for (const channel of pcm.channels) {
    for (let index = 0; index < length; index += 1) {
      channel[index] = (channel[index] ?? 0) * (gains[index] ?? 1);
    }
  }
}

/** One gain a sample, ≤ 1; null where nothing has to be turned down. */
function gainsFor(pcm: Pcm, length: number, limit: number): Float32Array | null {
  let loud = false;
  const gains = new Float32Array(length).fill(1);
  for (const channel of pcm.channels) {
    for (let index = 0; index < length; index += 1) {
      const peak = Math.abs(channel[index] ?? 0);
      if (peak <= limit) continue;
      loud = true;
      gains[index] = Math.min(gains[index] ?? 1, limit / peak);
    }
  }
  if (!loud) return null;
  // Backwards: each sample may be at most a small step above the lowest gain ahead of it.
  const ahead = 1 / (LOOK_AHEAD_SECONDS * pcm.sampleRate);
  let gain = 1;
  for (let index = length - 1; index >= 0; index -= 1) {
    gain = Math.min(gains[index] ?? 1, gain + ahead);
    gains[index] = gain;
  }
  // Forwards: the way back to 1 is slow.
  const keep = Math.exp(-1 / (RELEASE_SECONDS * pcm.sampleRate));
  gain = gains[0] ?? 1;
  for (let index = 0; index < length; index += 1) {
    gain = Math.min(gains[index] ?? 1, 1 - (1 - gain) * keep);
    gains[index] = gain;
  }
  return gains;
}
