/** What the dance machine says: of one move, and of a whole dance. */

/** Grade of one move, best first. */
export const JUDGEMENTS = ['perfect', 'great', 'good', 'miss'] as const;

export type Judgement = (typeof JUDGEMENTS)[number];

/** The body parts that a verdict reports on. */
export const LIMBS = ['leftArm', 'rightArm', 'leftLeg', 'rightLeg', 'trunk', 'head'] as const;

export type Limb = (typeof LIMBS)[number];

/**
 * Advice for a move that earned less than Perfect: at most one, the most useful. `late` and `early` say how it was;
 * `bigger`, `smaller` and `still` (move more) say what to do; a limb says where to look.
 */
export type Cause = 'early' | 'late' | 'bigger' | 'smaller' | 'still' | 'unseen' | `${Limb}`;

/** Judgement of one move. */
export interface MoveVerdict {
  /** Index of the move in the choreography. */
  readonly move: number;
  /** Seconds in the time of the choreography (= song time). */
  readonly start: number;
  readonly end: number;
  readonly judgement: Judgement;
  /** 0..100. */
  readonly score: number;
  /** Milliseconds; positive = late. 0 where no lag could be told. */
  readonly timingMs: number;
  /** 0..100 a limb; a limb that this move does not use is missing. */
  readonly limbs: Partial<Record<Limb, number>>;
  readonly cause: Cause | null;
}

/** Judgement of a whole dance. */
export interface Verdict {
  /** Names the scorer and its constants, so that old results are never compared with new ones. */
  readonly scoreVersion: string;
  /** 0..100. */
  readonly score: number;
  /** 0..5, whole stars. */
  readonly stars: number;
  readonly moves: readonly MoveVerdict[];
  /** 0..100 a limb. */
  readonly limbs: Readonly<Record<Limb, number>>;
  readonly maxCombo: number;
}
