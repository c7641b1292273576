/** What the page and the export worker say to each other. Types only. */
import type { BeatGrid } from '../core/beat-grid';
import type { SerializedError } from '../core/errors';
import type { Size } from '../core/geometry';
import type { TextFace } from '../effects/render/text-fonts';
import type { JudgedTake } from '../project/signals';
import type { Project, SongRef } from '../project/project';
import type { ExportRecord } from '../storage/records';
import type { FileCheckItem } from '../studio/exporter';

/** `webcodecs`: the browser encodes the picture. `ffmpeg`: x264 as WebAssembly does; slower, works everywhere. */
export type ExportRoute = ExportRecord['route'];

/** A take as the worker needs it. Blobs travel by reference. */
export interface TakeMaterial {
  readonly takeId: string;
  readonly media: Blob;
  /** As stored; null where the take has none or no effect asks. */
  readonly pose: Uint8Array | null;
  readonly matte: Uint8Array | null;
  readonly judged: JudgedTake | null;
  /** What the coach dances, as a packed pose track; null where no effect asks. */
  readonly coach: Uint8Array | null;
}

export interface SongMaterial {
  readonly song: SongRef;
  /** The sound file of an imported song; a bundled one is made from its score. */
  readonly file: Blob | null;
  readonly grid: BeatGrid | null;
}

/** A recorded voice. */
export interface RecordingMaterial {
  readonly id: string;
  readonly file: Blob;
}

/** All that a film is made of. */
export interface ExportJob {
  readonly project: Project;
  readonly takes: readonly TakeMaterial[];
  readonly songs: readonly SongMaterial[];
  readonly recordings: readonly RecordingMaterial[];
  readonly faces: readonly TextFace[];
  readonly size: Size;
  readonly fps: number;
  /** Bits a second. */
  readonly videoBitrate: number;
  readonly audioBitrate: number;
  readonly route: ExportRoute;
}

/** What is being done, in order. */
export type ExportStep = 'sound' | 'picture' | 'muxing' | 'checking';

/** Milliseconds spent, by what they were spent on; for the bench and bug reports. */
export type StageTimes = Readonly<Record<string, number>>;

/** The finished film. */
export interface ExportedFilm {
  readonly file: Blob;
  readonly route: ExportRoute;
  /** Seconds. */
  readonly duration: number;
  readonly frames: number;
  readonly size: Size;
  readonly checks: readonly FileCheckItem[];
  readonly times: StageTimes;
}

export interface ExportRequest {
  readonly kind: 'start';
  readonly job: ExportJob;
}

export type ExportReply =
  | { readonly kind: 'progress'; readonly step: ExportStep; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly film: ExportedFilm }
  | { readonly kind: 'failed'; readonly error: SerializedError };
