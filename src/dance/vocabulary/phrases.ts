/** The vocabulary of dance: named moves as a dancer counts them, written out as keys by `expand-phrases`. */
import { ARM_PHRASES } from './arm-phrases';
import { POP_PHRASES } from './pop-phrases';
import { SEAT_PHRASES } from './seat-phrases';
import { STEP_PHRASES } from './step-phrases';

/** Steps say pelvis, feet and trunk, those of a seat pelvis and trunk; arms say arms (and what of the trunk goes with them): one of each makes a dance. */
export const PHRASES = { ...STEP_PHRASES, ...POP_PHRASES, ...SEAT_PHRASES, ...ARM_PHRASES };

export type PhraseName = keyof typeof PHRASES;
