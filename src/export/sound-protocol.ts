/** What the export worker and the sound worker say to each other. Types only. */
import type { SerializedError } from '../core/errors';
import type { ExportJob } from './export-protocol';
import type { FilmSound } from './film-sound';

export interface SoundRequest {
  readonly job: Pick<ExportJob, 'project' | 'takes' | 'songs' | 'recordings'>;
  /** Seconds. */
  readonly duration: number;
}

export type SoundReply =
  | { readonly kind: 'done'; readonly sound: FilmSound | null }
  | { readonly kind: 'failed'; readonly error: SerializedError };
