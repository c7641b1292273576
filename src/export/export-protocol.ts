/** What the page and the export worker say to each other. Types only. */
import type { BeatGrid } from '../core/beat-grid';
import type { SerializedError } from '../core/errors';
import type { Size } from '../core/geometry';
import type { Pcm } from '../media/pcm';
import type { TextFace } from '../effects/render/text-fonts';
import type { JudgedTake } from '../project/signals';
import type { Project, SongRef } from '../project/project';
import type { ExportRecord } from '../storage/records';
import type { PictureCodec } from './chunks/film-chunk';
import type { EncoderWish } from './picture/encoder-request';
import type { TakeFilm } from './routes/open-sources';
import type { FilmStretch, StretchRoute } from './routes/stretch';
import type { FileCheckItem, FilmKind } from './export-facts';

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
  /** The sound of a bundled song where it was made already; null: it has to be made. */
  readonly sound: Pcm | null;
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
  /** Frames a second, of the file and of the project as it is handed over. */
  readonly fps: number;
  /** Frames of the project: [first, first + count). */
  readonly first: number;
  readonly count: number;
  readonly kind: FilmKind;
  readonly pictureCodec: PictureCodec;
  /** Bits a second. */
  readonly videoBitrate: number;
  readonly audioBitrate: number;
}

/** One way to make a film: who encodes, and which routes may be taken. */
export interface ExportWay {
  readonly encoder: ExportRoute;
  /** The cheapest route that is taken. */
  readonly cheapest: StretchRoute;
}

/** What is being done, in order. */
export type ExportStep = 'sound' | 'picture' | 'muxing' | 'checking';

/** Milliseconds spent, by what they were spent on; for the bench and bug reports. */
export type StageTimes = Readonly<Record<string, number>>;

/** The finished film. */
export interface ExportedFilm {
  readonly file: Blob;
  readonly route: ExportRoute;
  /** How each stretch of it got into the file. */
  readonly stretches: readonly FilmStretch[];
  /** Seconds. */
  readonly duration: number;
  readonly frames: number;
  readonly size: Size;
  readonly checks: readonly FileCheckItem[];
  readonly times: StageTimes;
}

/** What is known of a job that will probably come. */
export interface Preparation {
  /** The encoder that it will ask for; null where the browser encodes no film, or that is not known yet. */
  readonly wish: EncoderWish | null;
  readonly films: readonly TakeFilm[];
  /** Whether x264 will encode the picture. */
  readonly isByFFmpeg: boolean;
  /** The film, where some of it is drawn; null where nothing is, or that is not known yet. */
  readonly drawn: Pick<ExportJob, 'project' | 'size'> | null;
}

/** To the worker. `warm`: a job will come; once more when more is known of it. `kept`, `lost`: the answer to what was given to the shelf. */
export type ExportRequest =
  | { readonly kind: 'warm'; readonly preparation: Preparation }
  | {
      readonly kind: 'start';
      readonly job: ExportJob;
      readonly way: ExportWay;
      readonly chunks: readonly Blob[];
    }
  | { readonly kind: 'kept'; readonly id: number; readonly file: Blob | null }
  | { readonly kind: 'lost'; readonly id: number; readonly error: SerializedError };

/** What the worker gives to the shelf. */
export type ShelfRequest =
  | {
      readonly do: 'keep-chunk';
      readonly first: number;
      readonly count: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | { readonly do: 'open-file' }
  | { readonly do: 'write'; readonly bytes: Uint8Array<ArrayBuffer>; readonly position: number }
  | { readonly do: 'close-file'; readonly type: string };

export type ExportReply =
  | { readonly kind: 'progress'; readonly step: ExportStep; readonly done: number; readonly total: number }
  | { readonly kind: 'planned'; readonly stretches: readonly FilmStretch[] }
  | { readonly kind: 'shelf'; readonly id: number; readonly request: ShelfRequest }
  | { readonly kind: 'done'; readonly film: ExportedFilm }
  | { readonly kind: 'failed'; readonly error: SerializedError };
