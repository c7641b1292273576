/** Making, keeping and sharing challenges, without a face: from a film, a motion file or a take of one's own. */
import type { StoreApi } from 'zustand/vanilla';
import type { StudioError } from '../core/errors';
import type { Disposable } from '../core/ownership';
import type { Move } from '../dance/compile';
import type { TrackReport } from '../dance/inspect-track';
import { refusalOf } from '../dance/challenge-refusal';
import { LIMBS, type Limb } from '../dance/judgement';
import type { SelfTest } from '../dance/self-test';
import type { PoseTrack } from '../pose/pose-track';
import type { ChallengeRecord } from '../storage/records';

export { LIMBS, refusalOf };

/** How much a limb counts in every move: not at all, as it moves, or more. */
export type LimbWeight = 'none' | 'normal' | 'important';

/** A challenge in the making. */
export interface Draft {
  /** The challenge that is being changed; null = a new one. */
  readonly id: string | null;
  /** Whether the stretch stays as it is: somebody's ghost danced to it, or a song that ships with the app. */
  readonly fixed: boolean;
  /** Whether there is a film to look at beside the dance. */
  readonly hasFilm: boolean;
  /** Whether it has a sound of its own; without one it gets clicks. */
  readonly hasSound: boolean;
  readonly origin: ChallengeRecord['origin'];
  readonly title: string;
  readonly level: number;
  readonly seated: boolean;
  /** The whole source, smoothed, seconds of the source. */
  readonly track: PoseTrack;
  /** The stretch that becomes the dance, seconds of the source. */
  readonly from: number;
  readonly to: number;
  /** In seconds of the stretch. */
  readonly moves: readonly Move[];
  readonly weights: Readonly<Record<Limb, LimbWeight>>;
  /** Beats a minute that were found in the sound; null = none. */
  readonly bpm: number | null;
  readonly reports: readonly TrackReport[];
  /** What the bots got; null = not tested since the last change. */
  readonly test: SelfTest | null;
  /** How many moves the test has taken out. */
  readonly dropped: number;
}

export interface ChallengeMakerState {
  readonly phase: 'idle' | 'working' | 'draft' | 'saving';
  /** 0..1 while bodies are looked for; null while it cannot be told. */
  readonly progress: number | null;
  readonly error: StudioError | null;
  readonly draft: Draft | null;
  /** The person's own challenges, newest first. */
  readonly challenges: readonly ChallengeRecord[];
  /** The one last deleted, while it can be brought back. */
  readonly deleted: { readonly id: string; readonly name: string } | null;
}

/** What can be changed of a draft by itself. */
export type DraftPatch = Partial<Pick<Draft, 'title' | 'level' | 'seated'>>;

export interface ChallengeMaker {
  readonly store: StoreApi<ChallengeMakerState>;
  refresh(): Promise<void>;
  /** Reads a film or a `.bvh` file into a draft. Failures go to the state; a cancelled one leaves nothing. */
  makeFrom(file: File): Promise<void>;
  /** Makes a draft of a take in the library. @throws StudioError `storage-missing` */
  makeFromTake(takeId: string): Promise<void>;
  /** Opens a challenge of one's own as a draft. Failures go to the state. */
  edit(id: string): Promise<void>;
  cancel(): void;
  change(patch: DraftPatch): void;
  /** Another stretch: its moves are cut anew. Seconds of the source, 3 to 60 long. */
  trim(from: number, to: number): void;
  setWeight(limb: Limb, weight: LimbWeight): void;
  /** Seconds of the stretch; kept in order and apart. */
  setMove(index: number, patch: Partial<Pick<Move, 'start' | 'end' | 'hold'>> & { name?: string }): void;
  removeMove(index: number): void;
  splitMove(index: number): void;
  /** With the one after it. */
  mergeMove(index: number): void;
  /** Lets the bots play, and takes out the moves that one passes without dancing. */
  runTest(): void;
  /** Into the library, tested; gives its id, null when it failed (see the state). */
  save(): Promise<string | null>;
  /** Throws the draft away. */
  discard(): void;
  /** The draft's dance on a canvas, to be drawn at any second of the stretch. @throws StudioError `webgl-missing` */
  openPreview(canvas: HTMLCanvasElement): Promise<Disposable & { show(seconds: number): void }>;
  /** An object URL of the draft's film, null for a motion file; it lives as long as the draft. */
  filmUrl(): string | null;
  /** Reads a `.fifteen-challenge` file; its ghost is judged anew. @throws StudioError `challenge-invalid`, `storage-*` */
  importFile(file: File): Promise<ChallengeRecord>;
  /** As one file to send. @throws StudioError `storage-missing`, `challenge-invalid` */
  fileOf(id: string): Promise<File>;
  /** Opens the share sheet with the file, or saves it to the device where there is no sheet for such files. */
  share(id: string): Promise<void>;
  /** Saves the file to the device. */
  download(id: string): Promise<void>;
  /**
   * "Beat me": the challenge that a take was danced to with the take's own dance as its ghost, as a new challenge of the
   * library; gives its id. @throws StudioError `storage-missing`, `challenge-invalid`
   */
  beatMe(takeId: string, maker: string): Promise<string>;
  remove(id: string): Promise<void>;
  undoRemove(): Promise<void>;
}
