/** The energy of the stage: what the meter shows, fed by judgements. Pure. */
import { clamp } from '../core/scalar';
import type { Judgement } from './judgement';

/** Where a dance begins. */
export const FIRST_ENERGY = 0.3;

/** What each judgement adds: two Perfects carry over one Miss. */
const GAINS: Readonly<Record<Judgement, number>> = { perfect: 0.16, great: 0.1, good: 0.02, miss: -0.2 };

/** The next energy, 0..1. */
export function nextEnergy(energy: number, judgement: Judgement): number {
  return clamp(energy + GAINS[judgement], 0, 1);
}
