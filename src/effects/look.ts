/** Short way to write a look's stack down: only what differs from an effect as it is added. */
import type { BlendMode, EffectInstance, EffectSide, Look, ParamValues } from './effect';

interface Layer {
  readonly effect: string;
  readonly params?: ParamValues;
  readonly strength?: number;
  readonly blend?: BlendMode;
  readonly side?: EffectSide;
  readonly drives?: EffectInstance['drives'];
}

/** Seeds follow the place in the stack, so that two grains in one look differ. */
export function stackOf(...layers: readonly Layer[]): Look['stack'] {
  return layers.map((layer, index): Omit<EffectInstance, 'id'> => ({
    effectId: layer.effect,
    enabled: true,
    params: layer.params ?? {},
    strength: layer.strength ?? 1,
    blend: layer.blend ?? 'normal',
    side: layer.side ?? 'everything',
    seed: index + 1,
    ...(layer.drives === undefined ? {} : { drives: layer.drives }),
  }));
}
