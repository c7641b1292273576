/** What the page and the trial worker say to each other. Types only. */
import type { SerializedError } from '../core/errors';
import type { ImportedAsset } from '../effects/imported-asset';

export interface TrialRequest {
  readonly asset: ImportedAsset;
}

export type TrialReply =
  { readonly kind: 'passed' } | { readonly kind: 'failed'; readonly error: SerializedError };
