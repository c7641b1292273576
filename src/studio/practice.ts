/** Practice without a face: a stretch of a challenge in a loop, slower, mirrored or not, with less and less help. */
import type { StoreApi } from 'zustand/vanilla';
import type { StudioError } from '../core/errors';
import type { LocalizedText } from '../core/locale';
import type { MoveVerdict } from '../dance/judgement';
import type { ChallengeCard } from './dance';
import type { LiveSource } from './live';

/** Half, three quarters, full. */
export const PRACTICE_TEMPOS = [0.5, 0.75, 1] as const;

export type PracticeTempo = (typeof PRACTICE_TEMPOS)[number];

export interface PracticeChoices {
  readonly tempo: PracticeTempo;
  /** First and last move of the loop, by their index. */
  readonly from: number;
  readonly to: number;
  /** Whether the coach is a mirror image, or a teacher whose right hand is on the left. */
  readonly mirrored: boolean;
  /** Whether coach and targets fade as the moves are known. */
  readonly fades: boolean;
}

export interface PracticeState extends PracticeChoices {
  readonly phase: 'closed' | 'loading' | 'ready' | 'counting' | 'dancing' | 'failed';
  readonly source: LiveSource;
  readonly error: StudioError | null;
  readonly challenge: ChallengeCard | null;
  readonly moveNames: readonly LocalizedText[];
  /** Move being danced, -1 between. */
  readonly moveIndex: number;
  readonly countdown: number | null;
  readonly lastVerdict: MoveVerdict | null;
  /** 1 = coach and targets fully shown, 0 = from memory. */
  readonly guidance: number;
  /** Rounds danced. */
  readonly round: number;
  /** Mean score of the last round, null before the first. */
  readonly roundScore: number | null;
  /** Best score of each move, in play or practice; null = never danced. */
  readonly best: readonly (number | null)[];
}

export interface Practice {
  readonly store: StoreApi<PracticeState>;
  /** Opens the floor. `moves` is the stretch to begin with; null = all. Failures go to the state. */
  open(
    canvas: HTMLCanvasElement,
    challengeId: string,
    source: LiveSource,
    moves: { readonly from: number; readonly to: number } | null,
  ): Promise<void>;
  /** Changes how it is practised; a running loop begins anew. */
  change(choices: Partial<PracticeChoices>): Promise<void>;
  /** Loops until stopped. */
  start(): Promise<void>;
  /** Stops and remembers the best of each move. */
  stop(): Promise<void>;
  close(): Promise<void>;
}
