/** Runs in the page: draws each effect, look and transition over the demo dancer as a small picture. */
import type { Size } from '../src/core/geometry';
import { createCompositor } from '../src/effects/render/compositor';
import {
  drawMoment,
  loadFootage,
  presetSubjects,
  subjects,
  type Moment,
  type Subject,
} from './contact-sheet-page';

/** A little before the middle, where some are nothing but white. */
const TRANSITION_PROGRESS = 0.4;

export interface Thumbnail {
  readonly id: string;
  /** WebP in base64. */
  readonly picture: string;
}

/** Every subject of the catalogue once, cut to `size` from the middle of the stage. */
export async function drawThumbnails(options: {
  readonly moment: Moment;
  readonly stage: Size;
  readonly size: Size;
  readonly quality: number;
}): Promise<Thumbnail[]> {
  const { moment, stage, size, quality } = options;
  const footage = await loadFootage(moment, stage);
  const compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size: stage });
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('A thumbnail needs a 2D canvas.');
  context.imageSmoothingQuality = 'high';
  const height = (stage.width * size.height) / size.width;
  const top = (stage.height - height) / 2;
  const draw = async (subject: Subject): Promise<Uint8ClampedArray> => {
    await drawMoment(compositor, footage, stage, subject);
    context.drawImage(compositor.canvas, 0, top, stage.width, height, 0, 0, size.width, size.height);
    return context.getImageData(0, 0, size.width, size.height).data;
  };
  const [original, ...others] = subjects(['effects', 'looks', 'transitions'], [TRANSITION_PROGRESS]);
  if (original === undefined) throw new TypeError('There is nothing to draw.');
  const plain = await draw(original);
  const thumbnails: Thumbnail[] = [];
  for (const subject of others) {
    const [preset] = presetSubjects([subject.id]);
    // Some effects do nothing until they are set; their first preset shows what they are for.
    if (difference(await draw(subject), plain) < 1 && preset !== undefined) await draw(preset);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    thumbnails.push({ id: subject.id, picture: btoa(String.fromCharCode(...bytes)) });
  }
  compositor.dispose();
  footage.pictures.forEach((picture) => picture.close());
  return thumbnails;
}

/** Mean difference of two pictures a channel, 0..255. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}
