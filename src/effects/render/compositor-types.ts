/** What the compositor is given and gives: the one way from a frame plan to pixels, in the page and in a worker. */
import type { Size } from '../../core/geometry';
import type { Disposable } from '../../core/ownership';
import type { EffectInstance, FrameSignals } from '../effect';
import type { ImportedAssets } from '../imported-asset';
import type { FramePlan } from '../../project/frame-plan';

/** Anything that holds a decoded picture. A `VideoFrame` stays the caller's to close. */
export type Picture = HTMLVideoElement | VideoFrame | ImageBitmap | OffscreenCanvas | HTMLCanvasElement;

/** The body's matte for one frame of a source: 8-bit, 255 on the body, row by row from the top, in the source's orientation. */
export interface Matte {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** One frame to draw. */
export interface FrameInputs {
  readonly plan: FramePlan;
  /** Decoded pictures by the layer's `clipId`; a layer whose picture is missing is left out. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Mattes by `clipId`; only of layers whose stack needs one. */
  readonly mattes: ReadonlyMap<string, Matte>;
  readonly signals: FrameSignals;
  /** Pictures that an effect shows, decoded, by the id of the asset or source that its parameter names; those of stickers by the sticker's id. */
  readonly assetPictures?: ReadonlyMap<string, Picture>;
}

/** Draws frames on its canvas. One owner, who disposes it. */
export interface Compositor extends Disposable {
  readonly canvas: OffscreenCanvas | HTMLCanvasElement;
  /** Pixels of the output. Changing it keeps programs and drops history. */
  resize(size: Size): void;
  /** Compiles what these effects and transitions need, so that switching them on does not stall a frame. */
  warm(effects: readonly EffectInstance[], imports?: ImportedAssets): Promise<void>;
  /** How many frames must be drawn before a frame for it to look as if played from the start: the longest reach into history. */
  prerollFrames(effects: readonly EffectInstance[], imports?: ImportedAssets): number;
  /**
   * Draws one frame. Synchronous; the canvas holds the picture until the next call.
   * Frames of temporal effects are told apart by `plan.frame`: drawing anything but the next one clears their history.
   * @throws StudioError `shader-failed` naming the effect
   */
  render(inputs: FrameInputs): void;
  /** The last picture as RGBA bytes, rows from the top. Slow: for tests, thumbnails and the encoder without WebCodecs. */
  readPixels(): Uint8ClampedArray;
  /** True while the GPU context is lost; `render` then draws nothing, and everything is rebuilt when it returns. */
  readonly lost: boolean;
}
