/** The letters of the preview are the letters of the file. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-thai/wght.css';
import { expect, it } from 'vitest';
import { ZERO_FLICKS } from '../../../src/core/time';
import { createCompositor } from '../../../src/effects/render/compositor';
import { textFacesOf } from '../../../src/effects/render/text-faces';
import type { TextFace } from '../../../src/effects/render/text-fonts';
import type { PlannedText } from '../../../src/project/frame-plan';
import { contrastOf, difference, frameOf } from './support';

const size = { width: 270, height: 480 };
const item: PlannedText = {
  id: 'text',
  start: ZERO_FLICKS,
  duration: ZERO_FLICKS,
  text: 'Rag 15 เต้น',
  x: 0.5,
  y: 0.5,
  lineHeight: 0.1,
  color: '#ffffff',
  style: 'plain',
  weight: 700,
  age: 1,
  left: 1,
};

async function drawInWorker(faces: readonly TextFace[]): Promise<Uint8ClampedArray> {
  const worker = new Worker(new URL('./text-in-worker.ts', import.meta.url), { type: 'module' });
  const pixels = await new Promise<Uint8ClampedArray>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8ClampedArray>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage({ faces, item });
  });
  worker.terminate();
  return pixels;
}

it('a worker that is handed the faces draws what the page draws, and without them something else', async () => {
  const faces = await textFacesOf([{ text: item.text, font: 'sans' }]);
  expect(new Set(faces.map(({ family }) => family))).toEqual(
    new Set(['Inter Variable', 'Noto Sans Thai Variable']),
  );
  // Only the faces of these scripts, not the dozens of a whole family.
  expect(faces.length).toBeLessThan(6);
  const compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
  const picture = new OffscreenCanvas(size.width, size.height);
  picture.getContext('2d')?.fillRect(0, 0, size.width, size.height);
  compositor.render(frameOf({ size, picture, texts: [item] }));
  const inPage = compositor.readPixels();
  compositor.dispose();
  expect(contrastOf(inPage)).toBeGreaterThan(8);
  expect(difference(await drawInWorker(faces), inPage).largest).toBe(0);
  expect(difference(await drawInWorker([]), inPage).mean).toBeGreaterThan(0.1);
});
