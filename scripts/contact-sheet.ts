/**
 * Draws every effect and look over real footage and writes one sheet, to look at with one's own eyes.
 *
 * `tsx scripts/contact-sheet.ts [--film dance_woman] [--at 2.4] [--out docs/effects.jpg] [--height 240]
 * [--columns 7] [--quality 0.7] [--presets id,id]`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { chromiumArguments, ensureChromium } from './chromium';
import type * as SheetModule from './contact-sheet-page';
import { sharedMedia } from '../tests/support/shared-media-plugin';

type SheetPage = typeof SheetModule;

const { values } = parseArgs({
  options: {
    film: { type: 'string', default: 'dance_woman' },
    at: { type: 'string', default: '2.4' },
    out: { type: 'string', default: 'docs/effects.jpg' },
    height: { type: 'string', default: '240' },
    columns: { type: 'string', default: '7' },
    quality: { type: 'string', default: '0.7' },
    presets: { type: 'string', default: '' },
  },
});

const root = resolve(import.meta.dirname, '..');
const height = Number(values.height);
const server = await createServer({
  root,
  configFile: false,
  // Without pages of its own: the app is not started.
  appType: 'custom',
  plugins: [sharedMedia()],
  optimizeDeps: { exclude: ['@ffmpeg/ffmpeg', '@ffmpeg/core', '@mediapipe/tasks-vision'] },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 0, hmr: false, ws: false },
});
await server.listen();
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
try {
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(message.text());
  });
  const origin = server.resolvedUrls?.local[0] ?? '';
  // Any page of this origin will do: the sheet is made by code that is sent in.
  await page.goto(`${origin}src/effects/words.ts`);
  const sheet = await page.evaluate(
    async ({ module, options }) => {
      const sheets = (await import(module)) as SheetPage;
      return sheets.makeSheet(options);
    },
    {
      module: `${origin}scripts/contact-sheet-page.ts`,
      options: {
        moment: { film: `/shared/media/people/${values.film}.mp4`, at: Number(values.at) },
        cell: { width: Math.round((height * 9) / 16), height },
        stage: { width: 540, height: 960 },
        columns: Number(values.columns),
        quality: Number(values.quality),
        presetsOf: values.presets === '' ? [] : values.presets.split(','),
      },
    },
  );
  const out = resolve(root, values.out);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, Buffer.from(sheet, 'base64'));
  console.log(out);
} finally {
  await browser.close();
  await server.close();
}
