/** Draws a foreign shader for the first time, small before large, so that one that is too heavy is found out early. */
import { StudioError } from '../../core/errors';
import { createRandom } from '../../core/random';
import type { EffectInstance } from '../effect';
import { findEffect } from '../find-effect';
import type { ImportedAsset } from '../imported-asset';
import { createCompositor } from './compositor';
import { trialFrame } from './trial-frame';

/** Heights that are drawn one after the other; a shader that is slow on a postage stamp never sees a stage. */
const HEIGHTS = [16, 64, 160, 480] as const;

/** Longest that one frame of 270×480 may take, in milliseconds: ten times what the heaviest of ours takes without a GPU. */
const MOST_MS = 1500;

/**
 * Compiles and draws an asset with its defaults. Tables need no trial.
 * @throws StudioError `shader-failed` with the line, `effect-too-slow`, `webgl-missing`
 */
export async function tryAsset(asset: ImportedAsset): Promise<void> {
  const definition = findEffect(asset.id, { [asset.id]: asset });
  if (definition === undefined) return;
  const instance: EffectInstance = {
    id: 'trial',
    effectId: asset.id,
    enabled: true,
    params: Object.fromEntries(
      Object.entries(definition.params).map(([name, param]) => [name, param.default]),
    ),
    strength: 1,
    blend: 'normal',
    side: 'everything',
    seed: 1,
  };
  const canvas = new OffscreenCanvas(9, 16);
  const compositor = createCompositor({ canvas, size: { width: 9, height: 16 } });
  try {
    await compositor.warm([instance], { [asset.id]: asset });
    for (const height of HEIGHTS) {
      const size = { width: Math.round((height * 9) / 16), height };
      compositor.resize(size);
      const began = performance.now();
      for (let frame = 0; frame < 2; frame += 1)
        compositor.render(trialFrame({ asset, instance, definition, size, frame, picture: paint(size) }));
      // Only what is read has been drawn.
      compositor.readPixels();
      const spent = (performance.now() - began) / 2;
      if (spent > MOST_MS)
        throw new StudioError(
          'effect-too-slow',
          `${asset.name}: ${Math.round(spent)} ms a frame at ${size.width}×${size.height}.`,
          {
            values: { milliseconds: Math.round(spent) },
          },
        );
    }
    if (compositor.lost) throw new StudioError('effect-too-slow', `${asset.name} took the GPU down.`);
  } finally {
    compositor.dispose();
  }
}

/** Something with edges and colours to draw on. */
function paint({ width, height }: { width: number; height: number }): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const random = createRandom(3);
  for (let spot = 0; spot < 24 && context !== null; spot += 1) {
    context.fillStyle = `hsl(${random() * 360} 70% 55%)`;
    context.fillRect(random() * width, random() * height, width / 3, height / 5);
  }
  return canvas;
}
