/** What the page and the analysis worker say to each other. Types only. */
import type { SerializedError } from '../core/errors';
import type { PoseTrack } from '../pose/pose-track';
import type { FoundBeats } from './beats/find-beats';

/** Sound on its way to or from the worker; the buffers are handed over, not copied. */
export interface SentSound {
  readonly sampleRate: number;
  readonly channels: readonly Float32Array<ArrayBuffer>[];
}

export type AnalysisRequest =
  | { readonly kind: 'render-song'; readonly id: string; readonly sampleRate: number; readonly tempo: number }
  | { readonly kind: 'find-beats'; readonly sound: SentSound }
  | { readonly kind: 'stretch'; readonly sound: SentSound; readonly tempo: number }
  /** The worker reads the file itself: a text of 80 MB is not copied. */
  | { readonly kind: 'read-motion'; readonly file: Blob };

export type AnalysisReply =
  | { readonly kind: 'sound'; readonly sound: SentSound }
  | { readonly kind: 'beats'; readonly found: FoundBeats | null }
  | { readonly kind: 'track'; readonly track: PoseTrack }
  | { readonly kind: 'failed'; readonly error: SerializedError };
