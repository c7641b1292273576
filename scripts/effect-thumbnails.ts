/**
 * Draws the pictures of the effect shelves through the app's own compositor into `public/thumbnails`.
 * Run it after an effect, look or transition was added or changed: `npx tsx scripts/effect-thumbnails.ts`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type * as ThumbnailsModule from './effect-thumbnails-page';
import { withModulePage } from './module-page';

const folder = resolve(import.meta.dirname, '../public/thumbnails');

/** The beat on which the demo dancer shows both arms. */
const AT_SECONDS = 6.05;

const options: Parameters<typeof ThumbnailsModule.drawThumbnails>[0] = {
  moment: { film: null, at: AT_SECONDS },
  stage: { width: 540, height: 960 },
  // Twice the size that a tile has on most screens.
  size: { width: 168, height: 224 },
  quality: 0.72,
};
const thumbnails = await withModulePage((page, origin) =>
  page.evaluate(
    async ({ module, options }) =>
      ((await import(module)) as typeof ThumbnailsModule).drawThumbnails(options),
    { module: `${origin}scripts/effect-thumbnails-page.ts`, options },
  ),
);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { id, picture } of thumbnails) {
  writeFileSync(resolve(folder, `${id}.webp`), Buffer.from(picture, 'base64'));
}
console.log(`${thumbnails.length} pictures in ${folder}`);
