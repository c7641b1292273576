/** What the page and the mix worker say to each other. Types only. */
import type { SerializedError } from '../core/errors';
import type { SoundPlan } from '../project/frame-plan';
import type { SentSound } from './analysis-protocol';
import type { GivenSounds } from './sound-desk';

/** One at a time: the next is sent when the answer is there. */
export interface MixRequest {
  readonly plan: SoundPlan;
  readonly sounds: GivenSounds;
}

export type MixReply =
  | { readonly kind: 'done'; readonly sound: SentSound }
  | { readonly kind: 'failed'; readonly error: SerializedError };
