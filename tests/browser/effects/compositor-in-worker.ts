/** A worker that draws one stack over a bitmap: what the export does. */
import { createCompositor } from '../../../src/effects/render/compositor';
import { createEffectInstance } from '../../../src/effects/registry';
import { frameOf } from './support';

self.addEventListener('message', ({ data }: MessageEvent<{ bitmap: ImageBitmap; ids: string[] }>) => {
  const { bitmap, ids } = data;
  const size = { width: bitmap.width, height: bitmap.height };
  const compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
  const effects = ids.map((id) => createEffectInstance(id, id, 1));
  void compositor.warm(effects).then(() => {
    const frame = new VideoFrame(bitmap, { timestamp: 0 });
    compositor.render(frameOf({ size, picture: frame, effects }));
    frame.close();
    self.postMessage(compositor.readPixels());
    compositor.dispose();
  });
});
