/** What the page and the analysis worker say to each other. Types only. */
import type { SerializedError } from '../../core/errors';

export interface RenderSongRequest {
  readonly kind: 'render-song';
  readonly id: string;
  readonly sampleRate: number;
  /** 1 = as composed. */
  readonly tempo: number;
}

export type RenderSongReply =
  | {
      readonly kind: 'rendered';
      readonly sampleRate: number;
      readonly channels: readonly Float32Array<ArrayBuffer>[];
    }
  | { readonly kind: 'failed'; readonly error: SerializedError };
