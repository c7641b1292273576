/**
 * Finds the body in a few frames of real footage and draws it over them, to look at with one's own eyes.
 *
 * `tsx scripts/pose-overlay.ts [--model auto|lite|full] [--films squats:1,4.2,7;dance_woman:0.2,0.4]
 * [--height 320] [--quality 0.72] [--out docs/pose-overlay.jpg]`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { chromiumArguments, ensureChromium } from './chromium';
import type * as OverlayModule from './pose-overlay-page';
import { sharedMedia } from '../tests/support/shared-media-plugin';

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'full' },
    films: { type: 'string', default: 'squats:1,4.2,5.6,7;dance_woman:0.2,0.4,0.6,0.8' },
    height: { type: 'string', default: '320' },
    quality: { type: 'string', default: '0.72' },
    out: { type: 'string', default: 'docs/pose-overlay.jpg' },
  },
});

const root = resolve(import.meta.dirname, '..');
const looks = values.films.split(';').map((look) => {
  const [film, seconds = '1'] = look.split(':');
  return { film: `/shared/media/people/${film}.mp4`, seconds: seconds.split(',').map(Number) };
});
const server = await createServer({
  root,
  configFile: false,
  // Without pages of its own: the app is not started.
  appType: 'custom',
  // A cache of its own, so that it never makes a running dev server bundle its dependencies anew.
  cacheDir: 'node_modules/.vite/pose-overlay',
  logLevel: 'error',
  plugins: [sharedMedia()],
  optimizeDeps: { noDiscovery: true, include: ['mediabunny'] },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 0, hmr: false, ws: false },
});
await server.listen();
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  const origin = server.resolvedUrls?.local[0] ?? '';
  // Any page of this origin will do: the sheet is made by code that is sent in.
  await page.goto(`${origin}src/pose/landmarks.ts`);
  const sheet = await page.evaluate(
    async ({ module, options }) => {
      const overlay = (await import(module)) as typeof OverlayModule;
      return overlay.drawPoses(options);
    },
    {
      module: `${origin}scripts/pose-overlay-page.ts`,
      options: {
        looks,
        height: Number(values.height),
        quality: Number(values.quality),
        model: values.model as 'auto' | 'lite' | 'full',
      },
    },
  );
  const out = resolve(root, values.out);
  mkdirSync(dirname(out), { recursive: true });
  const jpeg = Buffer.from(sheet.jpeg, 'base64');
  writeFileSync(out, jpeg);
  console.log(
    `${out} (${Math.round(jpeg.length / 1024)} kB): ${sheet.info.model} on ${sheet.info.delegate}, ` +
      `${sheet.info.msPerFrame.toFixed(1)} ms when chosen, ${sheet.msPerFrame.toFixed(1)} ms on these frames`,
  );
} finally {
  await browser.close();
  await server.close();
}
