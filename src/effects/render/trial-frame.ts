/** One frame of nothing in particular for a shader that is tried. */
import type { Size } from '../../core/geometry';
import { frameStart } from '../../core/time';
import type { PictureLayer } from '../../project/frame-plan';
import { NO_SIGNALS, type EffectDefinition, type EffectInstance } from '../effect';
import type { ImportedAsset } from '../imported-asset';
import type { FrameInputs } from './compositor-types';

const FPS = 30;

/** The frame: the effect over a picture, or a transition in the middle between two. */
export function trialFrame(trial: {
  readonly asset: ImportedAsset;
  readonly instance: EffectInstance;
  readonly definition: EffectDefinition;
  readonly size: Size;
  readonly frame: number;
  readonly picture: OffscreenCanvas;
}): FrameInputs {
  const { asset, instance, definition, size, frame, picture } = trial;
  const isTransition = definition.kind === 'transition';
  const layer = (clipId: string): PictureLayer => ({
    clipId,
    sourceId: clipId,
    takeId: clipId,
    sourceTime: frame / FPS,
    sourceSize: size,
    fit: 'cover',
    mirror: clipId === 'to',
  });
  return {
    plan: {
      time: frameStart(frame, FPS),
      frame,
      seed: 1,
      size,
      layers: isTransition ? [layer('from'), layer('to')] : [layer('from')],
      transition: isTransition
        ? { effect: instance, fromClipId: 'from', toClipId: 'to', progress: 0.5 }
        : null,
      effects: isTransition ? [] : [instance],
      imports: { [asset.id]: asset },
      stickers: [],
      texts: [],
      song: null,
    },
    pictures: new Map([
      ['from', picture],
      ['to', picture],
    ]),
    mattes: new Map(),
    signals: {
      ...NO_SIGNALS,
      audio: { level: 0.5, bands: new Array<number>(8).fill(0.5), wave: new Array<number>(64).fill(0) },
    },
  };
}
