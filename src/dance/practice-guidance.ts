/** How much help a practice shows: it fades as a round goes well, and comes back when one does not. Pure. */
import { clamp } from '../core/scalar';

/** Mean score of a round from which help fades, and below which it returns. */
const KNOWN = 70;
const LOST = 45;
/** Full, faint, gone: two good rounds to dance from memory. */
const STEP = 0.5;

/** Help for the next round, 0..1, after one with a mean score of 0..100. */
export function nextGuidance(guidance: number, roundScore: number): number {
  if (roundScore >= KNOWN) return clamp(guidance - STEP, 0, 1);
  return roundScore < LOST ? 1 : guidance;
}
