/** Brings a mix to the loudness at which platforms play films. Pure. */
import { clamp } from '../core/scalar';
import { limitPeaks } from './limit-peaks';
import { integratedLoudness } from './loudness';
import { createPcm, pcmLength, type Pcm } from './pcm';

/** LUFS. What is louder is turned down by the platforms; what is quieter stays quieter than its neighbours. */
export const TARGET_LUFS = -14;

/** A hair below the target, so that rounding never lifts a film above it. */
const AIM_LUFS = TARGET_LUFS - 0.05;

/** Decibels up or down at most: what is quieter still is mostly noise. */
const MOST_GAIN_DB = 18;

/** Near enough, in LU. */
const CLOSE_LU = 0.2;

/** The limiter takes loudness away again; that is made up for at most so often. */
const CORRECTIONS = 3;

/** The slope of loudness over gain is taken to be no flatter than this: deep in the limiter more gain only hurts. */
const LEAST_SLOPE = 0.25;

/**
 * The mix at `TARGET_LUFS` with its peaks limited: at most 0.5 LU below and never above, unless its peaks leave no room
 * for that or it is more than 18 dB away, in which case it is turned by those 18. Silence, and what is too short to be
 * measured (under 0.4 s), is only limited.
 */
export function evenLoudness(mix: Pcm): Pcm {
  const loudness = integratedLoudness(mix);
  // One copy for all rounds: a film's sound is large.
  const result = createPcm(mix.sampleRate, mix.channels.length, pcmLength(mix));
  if (!Number.isFinite(loudness)) {
    limitAt(mix, 0, result);
    return result;
  }
  let gainDb = clamp(AIM_LUFS - loudness, -MOST_GAIN_DB, MOST_GAIN_DB);
  limitAt(mix, gainDb, result);
  let reached = integratedLoudness(result);
  let slope = 1;
  for (let round = 0; round < CORRECTIONS; round += 1) {
    if (reached <= TARGET_LUFS && reached > TARGET_LUFS - CLOSE_LU) break;
    const next = clamp(gainDb + (AIM_LUFS - reached) / slope, -MOST_GAIN_DB, MOST_GAIN_DB);
    if (next === gainDb) break;
    limitAt(mix, next, result);
    const louder = integratedLoudness(result);
    // Loudness bends down towards the limiter, so a line through the last two passes errs on the quiet side.
    slope = clamp((louder - reached) / (next - gainDb), LEAST_SLOPE, 1);
    gainDb = next;
    reached = louder;
  }
  return result;
}

/** Turns the mix by `gainDb` and limits it, into `out`, which is as long. */
function limitAt(mix: Pcm, gainDb: number, out: Pcm): void {
  const gain = 10 ** (gainDb / 20);
  mix.channels.forEach((side, index) => {
    const target = out.channels[index];
    if (target === undefined) return;
    for (let at = 0; at < side.length; at += 1) target[at] = side[at]! * gain;
  });
  limitPeaks(out);
}
