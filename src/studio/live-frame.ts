/** A live picture as a frame plan: one layer, the person's stack, and what the body and the beat say right now. */
import { beatAt, type BeatGrid } from '../core/beat-grid';
import type { Size } from '../core/geometry';
import { frameStart } from '../core/time';
import type { AudioSignal, EffectInstance, Moment } from '../effects/effect';
import type { ImportedAssets } from '../effects/imported-asset';
import type { FrameInputs, Matte, Picture } from '../effects/render/compositor-types';
import type { Pose } from '../pose/pose';
import { isShown } from '../project/plan-frame';
import { poseOnStage } from '../project/signals';
import type { FramePlan, PictureLayer } from '../project/frame-plan';

const LIVE_CLIP = 'live';
const LIVE_FPS = 30;

/** How many past moments a live effect may look back on. */
const PAST_MOMENTS = 30;

export interface LiveFrame {
  readonly frame: number;
  readonly stage: Size;
  readonly picture: Picture;
  readonly pictureSize: Size;
  readonly mirror: boolean;
  readonly stack: readonly EffectInstance[];
  readonly pose: Pose | null;
  readonly matte: Matte | null;
  readonly beat: { readonly grid: BeatGrid; readonly songTime: number } | null;
  readonly audio: AudioSignal | null;
  readonly imports: ImportedAssets;
  /** Decoded pictures of the stack; those that are still being decoded are missing. */
  readonly assetPictures: ReadonlyMap<string, ImageBitmap>;
}

/** Makes compositor inputs of live pictures and remembers the moments that came before. */
export class LiveFrameMaker {
  #past: Moment[] = [];

  /** The inputs of one frame; `frame` rises by one each time. */
  inputsOf(live: LiveFrame): FrameInputs {
    const layer: PictureLayer = {
      clipId: LIVE_CLIP,
      sourceId: LIVE_CLIP,
      takeId: LIVE_CLIP,
      sourceTime: live.frame / LIVE_FPS,
      sourceSize: live.pictureSize,
      fit: 'cover',
      mirror: live.mirror,
    };
    const plan: FramePlan = {
      time: frameStart(live.frame, LIVE_FPS),
      frame: live.frame,
      seed: 1,
      size: live.stage,
      layers: [layer],
      transition: null,
      effects: live.stack.filter(isShown),
      imports: live.imports,
      stickers: [],
      texts: [],
      song: null,
    };
    const moment: Moment = {
      pose: live.pose === null ? null : poseOnStage(live.pose, layer, live.stage),
      beat: live.beat === null ? null : beatAt(live.beat.grid, live.beat.songTime),
      audio: live.audio,
      score: null,
    };
    const inputs: FrameInputs = {
      plan,
      pictures: new Map([[LIVE_CLIP, live.picture]]),
      mattes: live.matte === null ? new Map() : new Map([[LIVE_CLIP, live.matte]]),
      signals: { ...moment, past: [...this.#past], coach: null, limbErrors: null, crossing: null },
      assetPictures: live.assetPictures,
    };
    this.#past.unshift(moment);
    this.#past.length = Math.min(this.#past.length, PAST_MOMENTS);
    return inputs;
  }
}
