/** What the export worker and the sound worker say to each other. Types only. */
import type { SerializedError } from '../../core/errors';
import type { FilmSound, HeardJob, HeardRange } from './film-sound';

export interface SoundRequest {
  readonly job: HeardJob;
  readonly range: HeardRange;
}

export type SoundReply =
  | { readonly kind: 'done'; readonly sound: FilmSound | null }
  | { readonly kind: 'failed'; readonly error: SerializedError };
