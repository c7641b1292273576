/** What the export worker and the sound worker say to each other. Types only. */
import type { SerializedError } from '../../core/errors';
import type { SoundProbe } from '../check/expected-film';
import type { HeardFile } from '../check/hear-file';
import type { FilmSound, HeardJob, HeardRange } from './film-sound';

/** One question; a sound worker answers one and is ended. */
export type SoundRequest =
  | { readonly kind: 'mix'; readonly job: HeardJob; readonly range: HeardRange }
  | {
      readonly kind: 'hear';
      readonly file: Blob;
      readonly probes: readonly SoundProbe[];
      readonly duration: number;
    };

export type SoundReply =
  | { readonly kind: 'mixed'; readonly sound: FilmSound | null }
  | { readonly kind: 'heard'; readonly heard: HeardFile }
  | { readonly kind: 'failed'; readonly error: SerializedError };
