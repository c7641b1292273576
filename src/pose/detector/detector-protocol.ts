/** What the page and the pose worker say to each other. Types only. */
import type { SerializedError } from '../../core/errors';
import type { Matte } from '../../effects/render/compositor-types';
import type { Pose } from '../pose';

/** What was found in one picture. */
export interface Detection {
  /** As the caller stamped the picture. */
  readonly timestampMs: number;
  readonly pose: Pose | null;
  /** Only when mattes were asked for and somebody was seen. */
  readonly matte: Matte | null;
  /** Bodies in the picture that are large enough to dance along; at most as many as were asked for. */
  readonly bodies: number;
  /** Time spent by the model. */
  readonly elapsedMs: number;
}

/** What was chosen, and how fast it was when chosen. */
export interface DetectorInfo {
  readonly model: 'lite' | 'full';
  readonly delegate: 'CPU' | 'GPU';
  readonly msPerFrame: number;
  /** Why the other delegate was not taken, when it did not start at all. */
  readonly refused: string | null;
}

export interface DetectorSettings {
  readonly model: 'auto' | 'lite' | 'full';
  readonly wantMatte: boolean;
  /** Bodies that are looked for: a second one costs about as much again. The pose is always the first one's. */
  readonly people: 1 | 2;
  /** Where the models and the vision wasm are served, with a slash at the end. */
  readonly modelsUrl: string;
}

export type DetectorRequest =
  | { readonly kind: 'start'; readonly settings: DetectorSettings }
  | {
      readonly kind: 'detect';
      readonly id: number;
      readonly picture: ImageBitmap | VideoFrame;
      readonly timestampMs: number;
    };

export type DetectorReply =
  | { readonly kind: 'ready'; readonly info: DetectorInfo }
  | { readonly kind: 'failed'; readonly error: SerializedError }
  | { readonly kind: 'detected'; readonly id: number; readonly detection: Detection }
  | { readonly kind: 'detect-failed'; readonly id: number; readonly error: SerializedError };
