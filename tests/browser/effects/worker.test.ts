/** The page and a worker draw the same picture. */
import { expect, it } from 'vitest';
import { createEffectInstance, LOOKS } from '../../../src/effects/registry';
import { createCompositor } from '../../../src/effects/render/compositor';
import { contrastOf, difference, drawScene, frameOf } from './support';

const size = { width: 90, height: 160 };

it.each(LOOKS.map((look) => [look.id, look] as const))('%s', async (_, look) => {
  const ids = look.stack.map(({ effectId }) => effectId);
  const bitmap = await createImageBitmap(drawScene(size));
  const compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
  compositor.render(
    frameOf({ size, picture: bitmap, effects: ids.map((id) => createEffectInstance(id, id, 1)) }),
  );
  const inPage = compositor.readPixels();
  compositor.dispose();

  const worker = new Worker(new URL('./compositor-in-worker.ts', import.meta.url), { type: 'module' });
  const inWorker = await new Promise<Uint8ClampedArray>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8ClampedArray>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage({ bitmap, ids }, [bitmap]);
  });
  worker.terminate();
  expect(contrastOf(inPage)).toBeGreaterThan(8);
  expect(difference(inWorker, inPage).largest).toBe(0);
});
