/** A worker that draws a text with faces it was handed. */
import { createCompositor } from '../../../src/effects/render/compositor';
import { loadTextFaces, type TextFace } from '../../../src/effects/render/text-fonts';
import type { PlannedText } from '../../../src/project/frame-plan';
import { frameOf } from './support';

self.addEventListener('message', ({ data }: MessageEvent<{ faces: TextFace[]; item: PlannedText }>) => {
  void loadTextFaces(data.faces).then(() => {
    const size = { width: 270, height: 480 };
    const compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
    const picture = new OffscreenCanvas(size.width, size.height);
    picture.getContext('2d')?.fillRect(0, 0, size.width, size.height);
    compositor.render(frameOf({ size, picture, texts: [data.item] }));
    self.postMessage(compositor.readPixels());
    compositor.dispose();
  });
});
