/**
 * The beats of a sound, as an even grid: onsets, their period, and where they fall.
 * After Ellis, "Beat Tracking by Dynamic Programming" (2007), with a straight line laid through the beats. Pure.
 */
import type { BeatGrid } from '../../core/beat-grid';
import type { Pcm } from '../pcm';
import { onsetEnvelope, type OnsetEnvelope } from './onset-envelope';
import { tempoCandidates } from './tempo-candidates';
import { followBeats } from './follow-beats';

/** Beats, and how sure they are. */
export interface FoundBeats {
  readonly grid: BeatGrid;
  /** 0..1: below 0.3 the sound has hardly a beat, above 0.6 it is dance music. */
  readonly confidence: number;
}

/** Beats worth nothing below this. */
const LEAST_CONFIDENCE = 0.15;

const BEATS_PER_BAR = 4;

/** What loudness counts, against onsets of all pitches alike, when it is asked on which quarter the beat lies. */
const LOUD_WEIGHT = 3;

/**
 * Null for silence, for less than four seconds, and where no even beat is heard (speech, noise).
 * Music whose tempo changes gets the grid that fits most of it, with low confidence.
 */
export function findBeats(pcm: Pcm): FoundBeats | null {
  const onsets = onsetEnvelope(pcm);
  if (onsets === null || onsets.strength.length < 4 * onsets.rate) return null;
  let best: { line: BeatLine; confidence: number } | null = null;
  let bestScore = 0;
  for (const { period, weight } of tempoCandidates(onsets)) {
    const followed = layLine(onsets, period);
    if (followed === null) continue;
    const line = onTheDrum(onsets, followed);
    const fit = stronger(fitOf(onsets, followed), fitOf(onsets, line));
    const score = fit.contrast * weight;
    if (score <= bestScore) continue;
    bestScore = score;
    best = { line, confidence: fit.confidence };
  }
  if (best === null || best.confidence < LEAST_CONFIDENCE) return null;
  const { line } = best;
  const bpm = (60 * onsets.rate) / line.period;
  return {
    grid: { bpm, firstBeat: firstBeatOf(onsets, line), beatsPerBar: BEATS_PER_BAR },
    confidence: best.confidence,
  };
}

/** An even row of beats, in values of the envelope. */
interface BeatLine {
  readonly first: number;
  readonly period: number;
  readonly count: number;
}

/** The straight line through the beats that are followed, weighted by how strongly each is struck; then moved to fit best. */
function layLine(onsets: OnsetEnvelope, period: number): BeatLine | null {
  const beats = followBeats(onsets.strength, period);
  if (beats.length < 6) return null;
  let sum = 0;
  let sumIndex = 0;
  let sumAt = 0;
  beats.forEach((at, index) => {
    const weight = 0.05 + (onsets.strength[at] ?? 0);
    sum += weight;
    sumIndex += weight * index;
    sumAt += weight * at;
  });
  const meanIndex = sumIndex / sum;
  const meanAt = sumAt / sum;
  let above = 0;
  let below = 0;
  beats.forEach((at, index) => {
    const weight = 0.05 + (onsets.strength[at] ?? 0);
    above += weight * (index - meanIndex) * (at - meanAt);
    below += weight * (index - meanIndex) ** 2;
  });
  const slope = above / below;
  // Where the followed beats stray, their line is no tempo near the one looked for.
  if (Math.abs(slope / period - 1) > 0.06) return null;
  return refine(onsets, { first: meanAt - slope * meanIndex, period: slope, count: beats.length });
}

/** Funk is busiest between the beats: of the quarters of a beat, the one where the loudest fall. */
function onTheDrum(onsets: OnsetEnvelope, line: BeatLine): BeatLine {
  let best = line;
  let bestWeight = 0;
  for (const quarter of [0, -0.25, 0.25, 0.5]) {
    const moved = refine(onsets, { ...line, first: line.first + quarter * line.period });
    const weight = struck(onsets.strength, moved) + LOUD_WEIGHT * struck(onsets.loud, moved);
    // A quarter that refining brought back to its neighbour is no other; the first needs no excuse.
    if (weight <= bestWeight * (quarter === 0 ? 1 : 1.05)) continue;
    bestWeight = weight;
    best = moved;
  }
  return best;
}

/** Tries small changes of period and phase; keeps what is struck most. */
function refine(onsets: OnsetEnvelope, line: BeatLine): BeatLine {
  let best = line;
  let bestSum = struck(onsets.strength, line);
  const middle = line.first + (line.period * line.count) / 2;
  for (const reach of [0.012, 0.003, 0.0008]) {
    const centre = best;
    for (let bend = -4; bend <= 4; bend += 1) {
      const period = centre.period * (1 + (reach * bend) / 4);
      const turned = middle - (middle - centre.first) * (period / centre.period);
      for (let move = -6; move <= 6; move += 1) {
        const candidate = { ...centre, period, first: turned + (move / 6) * reach * 4 * centre.period };
        const sum = struck(onsets.strength, candidate);
        if (sum > bestSum) {
          bestSum = sum;
          best = candidate;
        }
      }
    }
  }
  return best;
}

/** Mean strength on the beats of a line, with the slopes beside each so that near misses count a little. */
function struck(strength: Float64Array, { first, period, count }: BeatLine): number {
  let sum = 0;
  for (let beat = 0; beat < count; beat += 1) sum += smooth(strength, first + beat * period);
  return sum / count;
}

/** The envelope between its values, over about ±10 ms. */
function smooth(strength: Float64Array, at: number): number {
  const low = Math.floor(at);
  const part = at - low;
  const value = (index: number): number => strength[index] ?? 0;
  return (
    0.25 * value(low - 1) +
    value(low) * (1 - part * 0.5) * 0.75 +
    value(low + 1) * (0.5 + part * 0.5) * 0.75 +
    0.25 * value(low + 2)
  );
}

/** How well a row of beats fits. */
interface Fit {
  /** In standard deviations of the envelope. */
  readonly contrast: number;
  /** 0..1. */
  readonly confidence: number;
}

/** Busy off-beats say as much of the tempo as the beats themselves. */
function stronger(a: Fit, b: Fit): Fit {
  return a.contrast > b.contrast ? a : b;
}

/** How much stronger the beats are than what lies between them, and how many of them are struck at all. */
function fitOf(onsets: OnsetEnvelope, line: BeatLine): Fit {
  const on = struck(onsets.strength, line);
  let off = 0;
  const phases = 12;
  let counted = 0;
  for (let phase = 1; phase < phases; phase += 1) {
    // Halves and quarters of a beat belong to the music; they are not held against it.
    if (phase % 3 === 0) continue;
    off += struck(onsets.strength, { ...line, first: line.first + (phase / phases) * line.period });
    counted += 1;
  }
  off /= counted;
  let hits = 0;
  for (let beat = 0; beat < line.count; beat += 1) {
    if (smooth(onsets.strength, line.first + beat * line.period) > 1) hits += 1;
  }
  const contrast = on - off;
  const share = hits / line.count;
  // Sounds without a beat reach a contrast of about 1 by chance, drums on the grid 2.5 and more.
  const confidence =
    Math.min(1, Math.max(0, (contrast - 0.9) / 1.8)) * Math.min(1, Math.max(0, (share - 0.25) / 0.5));
  return { contrast, confidence };
}

/**
 * Seconds of the first beat that is struck, taken for the beginning of a bar: songs mostly begin with one.
 * (Bass drums alone cannot tell bars apart where every beat has one.)
 */
function firstBeatOf(onsets: OnsetEnvelope, line: BeatLine): number {
  const soundStart = onsets.start * onsets.rate;
  // Back to the first beat that lies within the sound; 30 ms early is still within.
  const lead = Math.floor((line.first + soundStart + 0.03 * onsets.rate) / line.period);
  let at = line.first - lead * line.period;
  // What sounds from the very first sample has no rise to be seen, so a beat there counts as struck.
  const isStruck = (): boolean => at < 1 || smooth(onsets.strength, at) > 1;
  while (!isStruck() && at + line.period < onsets.strength.length) at += line.period;
  return Math.max(0, onsets.start + at / onsets.rate);
}
