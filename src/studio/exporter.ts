/** Exporting without a face: one job at a time, its progress, and the finished file. */
import type { StoreApi } from 'zustand/vanilla';
import type { StudioError } from '../core/errors';
import type { Size } from '../core/geometry';
import type { LocalizedText } from '../core/locale';
import type { ExportChoice, ExportStretch, FileCheckItem, FilmKind } from '../export/export-facts';
import type { ExportRecord } from '../storage/records';

export type { CustomFilm, ExportChoice, ExportStretch, FileCheckItem } from '../export/export-facts';

/** `film`: by size. `service`: by where it goes. `other`: what is no film with sound. */
export type ExportGroup = 'film' | 'service' | 'other';

/** What may be made of a project. */
export interface ExportPreset {
  readonly id: string;
  readonly group: ExportGroup;
  readonly kind: FilmKind;
  readonly name: LocalizedText;
  readonly size: Size;
  readonly fps: number;
  /** Bits a second of the picture. */
  readonly videoBitrate: number;
  readonly audioBitrate: number;
  /** Most bytes that the file may have. */
  readonly maxBytes?: number;
  /** Longest film that is taken where it goes, in seconds. */
  readonly maxSeconds?: number;
}

/** Something that will go wrong, or that the person may not have meant. Each has one way to mend it. */
export interface PreflightProblem {
  readonly id:
    'missing-source' | 'undecodable' | 'sound-off' | 'words-outside' | 'too-long' | 'too-little-space';
  /** Whether nothing can be made before it is mended. */
  readonly isFatal: boolean;
  /** Values for the message. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** What will be made, before it is. */
export interface ExportForecast {
  readonly size: Size;
  readonly fps: number;
  /** Seconds of the file. */
  readonly duration: number;
  /** Seconds of the whole film. */
  readonly filmDuration: number;
  readonly bytes: number;
  /** Whether the bytes are the most that it may take: nothing better is known before the first export here. */
  readonly isMost: boolean;
  /** Seconds that it will take on this device; null before the first export here. */
  readonly seconds: number | null;
  readonly stretches: readonly ExportStretch[];
  readonly problems: readonly PreflightProblem[];
  /** The same film, made before: nothing has to be made. */
  readonly made: ExportRecord | null;
}

/** An export that a closed tab ended. */
export interface InterruptedExport {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly choice: ExportChoice;
  /** 0..1 of its pictures that are done. */
  readonly done: number;
}

export interface ExporterState {
  readonly phase: 'idle' | 'preparing' | 'running' | 'checking' | 'done' | 'failed' | 'cancelled';
  readonly projectId: string | null;
  readonly presetId: string | null;
  readonly choice: ExportChoice | null;
  /** 0..1 of the whole job. */
  readonly progress: number;
  /** What is being done now: a translation key below `export.step.`. */
  readonly step: 'body' | 'picture' | 'sound' | 'muxing' | 'checking' | null;
  readonly route: ExportRecord['route'] | null;
  /** How each stretch gets into the file; empty until planned. */
  readonly stretches: readonly ExportStretch[];
  /** Seconds left, null while not known. */
  readonly remaining: number | null;
  readonly record: ExportRecord | null;
  readonly checks: readonly FileCheckItem[];
  readonly error: StudioError | null;
  /** Why the fast route was left, when it was; a report, not a failure. */
  readonly routeLeft?: StudioError;
}

export interface StartOptions {
  /** Forces who encodes (tests, the bench); by default the fastest that works. */
  readonly route?: ExportRecord['route'];
}

export interface Exporter {
  readonly store: StoreApi<ExporterState>;
  readonly presets: readonly ExportPreset[];
  /** Loads what a film will need; the way to let go of it again is given. */
  prepare(): () => void;
  /** Runs to the end; failures and cancelling go to the state. A film that is unchanged since it was made is there at once. */
  start(projectId: string, choice: ExportChoice | string, options?: StartOptions): Promise<void>;
  /** Answers at once; nothing is left behind. */
  cancel(): void;
  /** Back to `idle`. */
  reset(): void;
  /** What the file will be, how it will be made, and what is in the way. @throws StudioError `storage-missing` */
  forecast(projectId: string, choice: ExportChoice): Promise<ExportForecast>;
  /** Mends a problem. @returns the choice to go on with; the project may have changed. @throws StudioError */
  mend(projectId: string, choice: ExportChoice, problem: PreflightProblem['id']): Promise<ExportChoice>;
  /** Exports that a closed tab ended, and whose film is still there. */
  interrupted(): Promise<readonly InterruptedExport[]>;
  /** Goes on with one where it ended; as `start`. A film that has changed since is made anew. */
  resume(id: string): Promise<void>;
  /** Throws away what is done of one. */
  discard(id: string): Promise<void>;
  /** A frame of the film as a picture, to choose a cover by. @throws StudioError */
  still(projectId: string, seconds: number, signal?: AbortSignal): Promise<Blob>;
  /** Words to post with the film: its name and tags. @throws StudioError `storage-missing` */
  caption(projectId: string): Promise<string>;
  /** Fetches the finished file from the library. */
  fileOf(exportId: string): Promise<File>;
  /** Saves a copy where the person says, or where downloads go. @returns false when the person changed their mind */
  download(exportId: string): Promise<boolean>;
  /** Whether this browser can hand the file to other apps. */
  canShare(exportId: string): Promise<boolean>;
  /** Opens the share sheet; must be called from a tap. */
  share(exportId: string): Promise<void>;
}
