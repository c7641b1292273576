/** What a person chooses of an export, and what is known of one that was made. Types only, and plain data: it is stored. */
import type { FilmStretch } from './routes/stretch';

/** A container and what is in it. */
export type FilmKind = 'mp4' | 'webm' | 'gif' | 'webp' | 'sound' | 'cover';

/** Frames of the file that get there in one way, and why. */
export type ExportStretch = Pick<FilmStretch, 'first' | 'count' | 'route' | 'reason'>;

/** A film as the person wants it. */
export interface CustomFilm {
  /** Pixels of the shorter side. */
  readonly shortSide: number;
  readonly fps: number;
  readonly videoBitrate: number;
}

/** What is to be made. Kept with the file. */
export interface ExportChoice {
  readonly presetId: string;
  /** Seconds of the film; the first fifteen without. */
  readonly range?: { readonly start: number; readonly end: number };
  /** A small mark of the app in a corner; off without. */
  readonly watermark?: boolean;
  /** For the preset `custom`. */
  readonly custom?: CustomFilm;
  /** For a cover: second of the film. */
  readonly coverAt?: number;
}

/** One fact of the finished file that was checked by opening it again. */
export interface FileCheckItem {
  /** Named after what it asks for. Films of other kinds than MP4 have no `moov-first`, `no-edit-list` and `color`; `fits` is of films for services with a limit. */
  readonly id:
    | 'duration'
    | 'frames'
    | 'constant-rate'
    | 'size'
    | 'aspect'
    | 'moov-first'
    | 'no-edit-list'
    | 'color'
    | 'picture'
    | 'color-match'
    | 'no-black'
    | 'no-frozen'
    | 'whole'
    | 'sound'
    | 'loudness'
    | 'sync'
    | 'fits';
  readonly passed: boolean;
  /** Measured value, for the curious. */
  readonly value: string;
}
