/** What one frame needs: to be drawn, or only to be cropped and scaled. Pure. */
import type { FramePlan } from '../../project/frame-plan';
import type { SourceCrop, StretchReason } from './stretch';
import { wholeStageCrop } from './whole-stage-crop';

export type FrameRoute =
  | { readonly route: 'compose'; readonly reason: StretchReason }
  | {
      readonly route: 'direct';
      readonly clipId: string;
      readonly takeId: string;
      readonly sourceTime: number;
      readonly crop: SourceCrop;
    };

/** The cheapest route that shows what the compositor would show. */
export function frameRoute(plan: FramePlan): FrameRoute {
  const reason = reasonToDraw(plan);
  if (reason !== null) return { route: 'compose', reason };
  const [layer] = plan.layers;
  if (layer === undefined) return { route: 'compose', reason: 'black' };
  const { fit, frame, blend, clipId, takeId, sourceTime } = layer;
  if (fit === 'blur') return { route: 'compose', reason: 'bars' };
  if (blend !== undefined || (frame !== undefined && frame.opacity < 1))
    return { route: 'compose', reason: 'frame' };
  const crop = wholeStageCrop(layer, plan.size);
  if (crop === null)
    return { route: 'compose', reason: frame === undefined || frame.rotation === 0 ? 'bars' : 'frame' };
  return { route: 'direct', clipId, takeId, sourceTime, crop };
}

function reasonToDraw({ effects, texts, stickers, transition, layers }: FramePlan): StretchReason | null {
  if (transition !== null) return 'transition';
  if (effects.length > 0) return 'effects';
  if (texts.length > 0) return 'words';
  if (stickers.length > 0) return 'stickers';
  return layers.length > 1 ? 'layers' : null;
}
