/**
 * `npm run bench [-- pose judge export effects]`: every figure that the README claims, beside its peer, in one run.
 * Machines differ and are noisy: the ratios are what counts.
 */
import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { formatFigures, type Figure } from '../tests/bench/figure';
import { runJudgeBench } from '../tests/bench/judge-bench';
import { sharedFolder, sharedMedia } from '../tests/support/shared-media-plugin';
import { runCommand } from './build-app';
import { chromiumArguments, ensureChromium } from './chromium';
import { challengeIndex } from './challenge-index';
import { measureNativeFfmpeg } from './native-ffmpeg';

const FILM = 'media/people/squats.mp4';
const wanted = process.argv.slice(2);
const wants = (section: string): boolean => wanted.length === 0 || wanted.includes(section);

if (!existsSync(`${sharedFolder}/${FILM}`)) {
  console.warn(`SKIPPED all but the judge: no footage at ${sharedFolder}/${FILM}`);
}
const figures: Figure[] = [];
if (wants('judge')) figures.push(...(await runJudgeBench()));
if (existsSync(`${sharedFolder}/${FILM}`)) {
  await runCommand('npx', ['tsx', 'scripts/build-models.ts']);
  await inPage(async (page) => {
    if (wants('pose')) figures.push(...(await callBench(page, '/tests/bench/pose-bench.ts', 'runPoseBench')));
    if (wants('effects'))
      figures.push(...(await callBench(page, '/tests/bench/effects-bench.ts', 'runEffectsBench')));
    if (wants('export')) {
      figures.push(...(await callBench(page, '/tests/bench/export-bench.ts', 'runExportBench')));
      figures.push(...measureNativeFfmpeg(`${sharedFolder}/${FILM}`, figures));
    }
  });
}
console.log(`\n${formatFigures(figures)}`);

/** A page that can import the repository's modules, served as in development. */
async function inPage(work: (page: Page) => Promise<void>): Promise<void> {
  const server = await createServer({
    configFile: false,
    plugins: [sharedMedia(), challengeIndex()],
    optimizeDeps: { exclude: ['@ffmpeg/ffmpeg', '@ffmpeg/core', '@mediapipe/tasks-vision'] },
    worker: { format: 'es' },
    server: { host: '127.0.0.1', port: 0 },
    logLevel: 'error',
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error('[page]', error.message));
    page.setDefaultTimeout(0);
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}tests/bench/blank.html`);
    await work(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Calls one bench in the page. */
async function callBench(page: Page, path: string, name: string): Promise<Figure[]> {
  return page.evaluate(
    async ({ path, name, film }) => {
      const module = (await import(path)) as Record<string, (film: string) => Promise<Figure[]>>;
      const bench = module[name];
      if (bench === undefined) throw new Error(`${path} exports no ${name}.`);
      return bench(film);
    },
    { path, name, film: `/shared/${FILM}` },
  );
}
