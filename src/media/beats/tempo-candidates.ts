/** Which tempi a sound may have: peaks in the autocorrelation of its onsets, the likelier the nearer to walking pace. Pure. */
import type { OnsetEnvelope } from './onset-envelope';

/** A period in values of the envelope; weight 0..1 as people would tap it. */
export interface TempoCandidate {
  readonly period: number;
  readonly weight: number;
}

/** Beats a minute that are looked for. */
const SLOWEST = 65;
const FASTEST = 185;

/** People tap near this tempo; an octave away half as many do. */
const USUAL = 115;

/** Standard deviation of the prior in octaves. */
const SPREAD = 0.85;

const CANDIDATES = 8;

/** The likeliest first. */
export function tempoCandidates({ strength, rate }: OnsetEnvelope): readonly TempoCandidate[] {
  const shortest = Math.floor((60 * rate) / FASTEST);
  const longest = Math.ceil((60 * rate) / SLOWEST);
  const likeness = autocorrelation(strength, 4 * longest + 4);
  const found: (TempoCandidate & { readonly score: number })[] = [];
  const scoreAt = (lag: number): number => {
    // A beat comes again after two and four; what only comes once is no beat.
    const together =
      highestNear(likeness, lag) +
      0.6 * highestNear(likeness, 2 * lag) +
      0.6 * highestNear(likeness, 4 * lag);
    return together * prior((60 * rate) / lag);
  };
  for (let lag = shortest; lag <= longest; lag += 1) {
    const here = likeness[lag] ?? 0;
    if (here < (likeness[lag - 1] ?? 0) || here < (likeness[lag + 1] ?? 0)) continue;
    found.push({ period: lag, weight: prior((60 * rate) / lag), score: scoreAt(lag) });
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES)
    .map(({ period, weight }) => ({ period, weight }));
}

function prior(bpm: number): number {
  return Math.exp(-0.5 * (Math.log2(bpm / USUAL) / SPREAD) ** 2);
}

function highestNear(values: Float64Array, at: number): number {
  return Math.max(values[at - 1] ?? 0, values[at] ?? 0, values[at + 1] ?? 0);
}

function autocorrelation(values: Float64Array, lags: number): Float64Array {
  const result = new Float64Array(lags);
  for (let lag = 0; lag < lags; lag += 1) {
    let sum = 0;
    for (let index = lag; index < values.length; index += 1) {
      sum += (values[index] ?? 0) * (values[index - lag] ?? 0);
    }
    result[lag] = sum / Math.max(1, values.length - lag);
  }
  return result;
}
