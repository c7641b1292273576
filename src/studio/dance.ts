/** The dance machine without a face: get in frame → count-in → coach and silhouettes → judgements → result. */
import type { StoreApi } from 'zustand/vanilla';
import type { StudioError } from '../core/errors';
import type { LocalizedText } from '../core/locale';
import type { MoveVerdict, Verdict } from '../dance/judgement';
import type { StickerWords } from '../project/score-stickers';
import type { Disposable } from '../core/ownership';
import type { LiveSource } from './live';

/** What the picker shows. */
export interface ChallengeCard {
  readonly id: string;
  readonly seriesId: string;
  readonly seriesName: LocalizedText;
  readonly title: LocalizedText;
  /** 1..5. */
  readonly level: number;
  readonly bpm: number;
  /** Seconds. */
  readonly duration: number;
  /** Best score so far, null when never played. Scores of other scorers do not count. */
  readonly best: number | null;
  /** Stars of that best, 0..5. */
  readonly stars: number;
  /** What must be danced first; null = open. */
  readonly lock: SeriesLock | null;
  readonly seated: boolean;
  /** Whose dance is to be beaten. */
  readonly rival?: { readonly name: string | null; readonly score: number } | null;
}

/** A series that is not open yet: how many dances are missing, and of which series. */
export interface SeriesLock {
  readonly missing: number;
  readonly seriesName: LocalizedText;
}

/** One play of a challenge, as the history shows it. */
export interface PastPlay {
  /** Milliseconds since 1970. */
  readonly playedAt: number;
  /** 0..100. */
  readonly score: number;
  readonly player: string | null;
}

/** All that the result screen shows of a take. */
export interface DanceResult {
  readonly verdict: Verdict;
  readonly challenge: ChallengeCard;
  readonly moveNames: readonly LocalizedText[];
  /** Plays of the same challenge by the same scorer, oldest first, this one among them. */
  readonly history: readonly PastPlay[];
  /** Series that this very play has opened. */
  readonly opened: readonly LocalizedText[];
}

/** The coach beside a film. */
export interface Replay extends Disposable {
  /** Draws the coach as it was at a second of the take. */
  show(takeSeconds: number): void;
  /** Seconds of the take at which each move begins, in order. */
  readonly moveStarts: readonly number[];
  /** Whether the film is to be shown as in a mirror, beside a coach that is one. */
  readonly mirror: boolean;
  /** Seconds of the take. */
  readonly duration: number;
}

/** Why the player is not well in the picture yet. */
export type FramingHint =
  | 'light'
  | 'alone'
  | 'nobody'
  | 'step-back'
  | 'come-closer'
  | 'move-left'
  | 'move-right'
  | 'show-feet'
  | 'hold-still'
  | 'good';

/** One of two who take turns. */
export interface Turn {
  readonly player: string;
  /** null = has not danced yet. */
  readonly verdict: Verdict | null;
  readonly takeId: string | null;
}

export interface DanceState {
  readonly phase:
    | 'closed'
    | 'loading'
    | 'framing'
    | 'counting'
    | 'playing'
    | 'paused'
    /** Counted in again after a pause. */
    | 'resuming'
    | 'judging'
    /** The first of two has danced; the second comes to the floor. */
    | 'handover'
    | 'done'
    | 'failed';
  readonly source: LiveSource;
  readonly error: StudioError | null;
  readonly challenge: ChallengeCard | null;
  /** Names of the moves in order, for the result and "next up". */
  readonly moveNames: readonly LocalizedText[];
  readonly framing: FramingHint;
  /** 0..1: how long the player has stood well, against how long is asked for. */
  readonly framingHeld: number;
  /** Only the upper body is judged: a seated challenge, or a player who sits. */
  readonly seated: boolean;
  readonly countdown: number | null;
  /** Move being danced, -1 before the first. */
  readonly moveIndex: number;
  /** The last judgement given. */
  readonly lastVerdict: MoveVerdict | null;
  readonly combo: number;
  /** 0..1: how alight the stage is. */
  readonly energy: number;
  /** Mean score of the moves judged so far, 0..100. */
  readonly scoreSoFar: number;
  /** Why it was paused: the person, or the body left the picture. */
  readonly pauseReason: 'person' | 'body-lost' | 'hidden' | null;
  /** Two who take turns, in their order; null = one dances alone. */
  readonly turns: readonly [Turn, Turn] | null;
  /** Whose turn it is, 0 or 1. */
  readonly turn: number;
  readonly result: { readonly verdict: Verdict; readonly takeId: string } | null;
}

export interface Dance {
  readonly store: StoreApi<DanceState>;
  /** The challenges that ship with the app and those in the library. */
  listChallenges(): Promise<readonly ChallengeCard[]>;
  /** Loads the challenge, opens the camera and shows the framing check on `canvas`. Failures go to the state. */
  open(canvas: HTMLCanvasElement, challengeId: string, source: LiveSource): Promise<void>;
  /** From framing: count-in and play. The check may be skipped by the person. */
  start(): Promise<void>;
  /** Two take turns at the challenge; null = alone. Only before the first dance of the round. */
  setPlayers(names: readonly [string, string] | null): void;
  /** The second player is on the floor. */
  nextTurn(): void;
  /** The same two again, the other one first. */
  rematch(): void;
  pause(): void;
  /** Counts three beats in silence, then the music goes on where it stopped: nothing is danced or judged twice. */
  resume(): void;
  restart(): Promise<void>;
  /** Leaves at any time; an unfinished take is thrown away. */
  close(): Promise<void>;
  /** 0..1 through the dance, at display rate, outside React. */
  onProgress(listener: (progress: number) => void): () => void;
  /**
   * Judges a stored take (an imported clip, say) as if the song had begun with it, finding the body first where needed;
   * the verdict is kept with the take.
   * @throws StudioError
   */
  judgeTake(
    takeId: string,
    challengeId: string,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: number) => void },
  ): Promise<Verdict>;
  /** The result of a stored take; null when it was never judged. */
  resultOf(takeId: string): Promise<DanceResult | null>;
  /**
   * Shows a take beside the coach: draws the coach on `canvas` at seconds of the take, until disposed.
   * @throws StudioError `webgl-missing`, `storage-missing`
   */
  openReplay(takeId: string, canvas: HTMLCanvasElement): Promise<Replay>;
  /**
   * Makes a project of the judged take, with its judgements and combos as markers, score stickers as texts and effects
   * that answer the score; gives its id. @param words what the stickers say
   */
  editTake(takeId: string, words: StickerWords): Promise<string>;
}
