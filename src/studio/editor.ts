/** The editor without a face: one open project, its playhead, its history. */
import type { StoreApi } from 'zustand/vanilla';
import type { StudioError } from '../core/errors';
import type { Place, Quad } from '../core/geometry';
import type { Flicks } from '../core/time';
import type { EffectInstance } from '../effects/effect';
import type { ImportedAsset, ImportedAssets } from '../effects/imported-asset';
import type { LoopCheckOptions, LoopReport } from './check-loop';
import type { ItemEdits } from './item-edits';
import type { KeepBestOptions } from './keep-best';
import type { LookFile } from '../project/look-file';
import type { TakeRecord } from '../storage/records';
import type { Waveform } from '../media/waveform';
import type { FilmMoment } from '../project/clip-moments';
import type { ClipPatch } from '../project/edits/change-clip';
import type { SoundPiece } from '../project/frame-plan';
import type { MusicItem, Project, SongRef, TextItem } from '../project/project';

export interface EditorState {
  readonly phase: 'closed' | 'opening' | 'ready' | 'failed';
  readonly project: Project | null;
  /** Length of the film. */
  readonly duration: Flicks;
  /** Id of the item that was selected last, on any track. */
  readonly selectedId: string | null;
  /** All that is selected, in the order in which it was. */
  readonly selectedIds: readonly string[];
  readonly playing: boolean;
  /** How fast and in which direction it plays: 1, 2, 4, −1…; sound is heard at 1 alone. */
  readonly rate: number;
  /** The part that is played again and again; null for the whole film. */
  readonly range: TimeRange | null;
  /** A voice is being recorded. */
  readonly recording: boolean;
  /** Whether something was copied. */
  readonly canPaste: boolean;
  /** Playhead; while playing it is updated about ten times a second (`onTime` tells each frame). */
  readonly time: Flicks;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Translation keys of the steps that undo and redo would take, such as `edit.split`. */
  readonly undoName: string | null;
  readonly redoName: string | null;
  readonly saved: 'saved' | 'saving' | 'failed';
  /** Movement peaks and holds of the film, as far as the body is known, in order of time. */
  readonly moments: readonly FilmMoment[];
  /** The body is being found in a source, because an effect needs it; 0..1. */
  readonly analysis: { readonly takeId: string; readonly progress: number } | null;
  readonly error: StudioError | null;
  /** Takes that are gone from the library: their clips show black. */
  readonly missingTakeIds: readonly string[];
}

/** [from, to) of the film. */
export interface TimeRange {
  readonly from: Flicks;
  readonly to: Flicks;
}

/** Every method that changes the document is one step of history and is saved. Inside a gesture, changes join into one step. */
export interface Editor extends ItemEdits {
  readonly store: StoreApi<EditorState>;
  open(projectId: string): Promise<void>;
  close(): Promise<void>;
  /** The canvas that the stage is drawn on; null while none is mounted. */
  attachCanvas(canvas: HTMLCanvasElement | null): void;

  /** @param rate 1 = as it is; another plays without sound, a negative one backwards */
  play(rate?: number): void;
  /** Plays this part again and again; null for the whole film. */
  setRange(range: TimeRange | null): void;
  pause(): void;
  seek(time: Flicks): void;
  /** Steps by whole frames. */
  step(frames: number): void;
  /** The playhead at display rate, outside React. */
  onTime(listener: (time: Flicks) => void): () => void;

  /** @param add selects it beside the others, or no more where it is selected */
  select(itemId: string | null, add?: boolean): void;
  selectAll(): void;
  /** Where an item lies on the stage at the playhead; null for one that is not seen, or that only the body places. */
  boxOf(itemId: string): Quad | null;
  /** The topmost word or sticker at a place of the stage, 0..1 from its top left; null where there is none. */
  itemAt(place: Place): string | null;
  /** Keeps copies of these items for `paste`. */
  copy(itemIds: readonly string[]): void;
  /** Lays the copies down at the playhead. */
  paste(): void;
  /** Between begin and end, all changes are one step (a drag). */
  beginGesture(name: string): void;
  endGesture(): void;
  undo(): void;
  redo(): void;

  rename(name: string): void;
  /**
   * Moves an edge of a clip to a time on the timeline; later clips close up or move along (ripple).
   * Inside a gesture `to` is a time on the timeline as it was when the trimming of this edge began.
   */
  trimClip(clipId: string, edge: 'start' | 'end', to: Flicks): void;
  /** Cuts the clip under the playhead (or the selected one) in two. */
  split(): void;
  deleteItem(itemId: string): void;
  duplicateItem(itemId: string): void;
  /** Moves a clip to another place in the row. */
  moveClip(clipId: string, toIndex: number): void;
  /** Shifts a text, effect or music item. */
  moveItem(itemId: string, start: Flicks): void;
  trimItem(itemId: string, edge: 'start' | 'end', to: Flicks): void;
  changeClip(clipId: string, patch: ClipPatch): void;
  /** Adds a take from the library at the end. */
  addTake(takeId: string): Promise<void>;
  /** Imports a file into the library and adds it at the end. */
  addFile(file: File): Promise<void>;

  /** Over the whole film, on top of the stack; gives the item's id. */
  addEffect(effectId: string): string;
  changeEffect(itemId: string, patch: Partial<Omit<EffectInstance, 'id' | 'effectId'>>): void;
  /** Moves an effect to another place in the stack (0 = first applied). */
  reorderEffect(itemId: string, toIndex: number): void;
  /** Adds a foreign effect to the film's assets and, unless it is a transition, to the stack; gives the item's id, null for a transition. */
  addImported(asset: ImportedAsset): string | null;
  /** Takes a table or a picture into the film, for an effect to use. */
  takeAsset(asset: ImportedAsset): void;
  /** Lets the film know a take, for an effect to show it; gives the source's id. */
  takeSource(take: TakeRecord): string;
  /** Replaces the whole stack by a look of the catalogue, or by one of the person's own. */
  applyLook(look: string | LookFile): void;
  /** How much is seen of the look with this id (`EffectInstance.look.id`), 0..1. */
  setLookStrength(lookUseId: string, strength: number): void;
  /** Lays effects on top of those that are there. */
  pasteEffects(look: LookFile): void;
  /** Shows the film with this stack in place of its own, without changing it; null shows it as it is again. */
  tryStack(stack: readonly EffectInstance[] | null, imports?: ImportedAssets): void;
  /** How a clip takes over from the one before; null for a plain cut. Half a second unless there is one already. */
  setTransition(clipId: string, transitionId: string | null): void;
  changeTransition(
    clipId: string,
    patch: { params?: EffectInstance['params']; duration?: Flicks; seed?: number },
  ): void;

  /**
   * Keeps the best-scored seconds with the most movement of a clip, in whole bars, and closes up over the rest.
   * The body is looked for first where a take has no poses yet.
   * @throws StudioError `storage-*`, `file-*`, `pose-*`, `cancelled`
   */
  keepBest(clipId: string, options: KeepBestOptions): Promise<void>;
  /** Puts the cuts at the ends of these clips, or every cut, on the nearest of these beats, given in time of the film. */
  cutToBeat(beats: readonly Flicks[], clipIds?: readonly string[]): void;

  /** Shows a take of the library in an empty place, from seconds of it on. */
  fillClip(clipId: string, takeId: string, sourceStart?: number): Promise<void>;
  /**
   * Records a voice from the playhead on while the film plays, until `stopVoice` or the film's end.
   * @throws StudioError `microphone-*`, `camera-unsupported`
   */
  startVoice(): Promise<void>;
  /** Ends the recording and lays it on the film. @throws StudioError `storage-*` */
  stopVoice(): Promise<void>;
  /** Adds a picture of the person's own as a sticker. @throws StudioError `file-unreadable`, `file-too-large` */
  addStickerFile(file: File): Promise<void>;

  addText(text: string): string;
  /** Adds the captions or lyrics of an .srt or .lrc file. @throws StudioError `captions-invalid`, `file-unreadable` */
  addCaptions(file: File): Promise<void>;
  /** Gives the film away as a template: its cuts, words and effects, without its takes. */
  saveTemplate(): void;
  /** Gives all words of the film away as an .srt file. */
  saveCaptions(): void;
  changeText(itemId: string, patch: Partial<Omit<TextItem, 'id' | 'start' | 'duration'>>): void;

  /** null takes the music away. */
  setMusic(song: SongRef | null): void;
  changeMusic(
    itemId: string,
    patch: Partial<Pick<MusicItem, 'volume' | 'songStart' | 'fadeIn' | 'fadeOut'>>,
  ): void;
  /**
   * The outline of a whole sound of the film, for drawing; null where there is none.
   * @throws StudioError what reading the sound throws
   */
  waveform(from: SoundPiece['from']): Promise<Waveform | null>;
  /**
   * Whether the film runs from its end into its beginning without a seam, and what would help. Changes nothing.
   * @throws StudioError `cancelled`, `gpu-lost`, and what decoding throws
   */
  checkLoop(options: LoopCheckOptions): Promise<LoopReport>;
  /** Stops finding the body; effects that need it then show without. */
  cancelAnalysis(): void;
}
