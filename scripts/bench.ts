/**
 * `npm run bench [-- pose judge dance plan open seek export effects]`: every figure that the README claims, beside its peer, in one run.
 * `export:ab` measures some cases of a section alone (a to e; x: cancelling; m: memory). Machines differ and are noisy: the
 * ratios are what counts.
 */
import { existsSync } from 'node:fs';
import type { Page } from 'playwright';
import { formatFigures, type Figure } from '../tests/bench/figure';
import { runDanceProof } from '../tests/bench/dance/dance-proof';
import { runJudgeBench } from '../tests/bench/judge-bench';
import { runOpenBench } from '../tests/bench/open-bench';
import { runPlanBench } from '../tests/bench/plan-bench';
import { sharedFolder } from '../tests/support/shared-media-plugin';
import { runCommand } from './build-app';
import { openBundledPage, withModulePage, type ModulePage } from './module-page';
import { makeExportClip, makeSeekClip, measureNativeFfmpeg } from './native-ffmpeg';
import { watchPeak } from './peak-memory';

const FILM = 'media/people/squats.mp4';
const SEEK_CLIP = '/seek-clip.mp4';
const EXPORT_CLIP = '/export-clip.mp4';
const wanted = process.argv.slice(2);
const wants = (section: string): boolean =>
  wanted.length === 0 || wanted.some((name) => name.split(':')[0] === section);
/** What of a section is wanted, as in `export:ab`; all when empty. */
const partsOf = (section: string): string =>
  wanted.find((name) => name.startsWith(`${section}:`))?.slice(section.length + 1) ?? '';

if (!existsSync(`${sharedFolder}/${FILM}`)) {
  console.warn(`SKIPPED pose and effects: no footage at ${sharedFolder}/${FILM}`);
}
const figures: Figure[] = [];
if (wants('judge') || wants('dance')) figures.push(...(await runJudgeBench()));
if (wants('dance')) await runDanceProof();
if (wants('plan')) figures.push(...runPlanBench());
if (wants('open')) figures.push(...(await runOpenBench()));
if (wants('seek')) {
  const clip = makeSeekClip();
  if (clip === null) console.warn('SKIPPED seek: native ffmpeg is not installed.');
  else {
    await withModulePage(async (page) => {
      await page.route(`**${SEEK_CLIP}`, (route) => route.fulfill({ body: clip, contentType: 'video/mp4' }));
      figures.push(...(await callBench(page, '/tests/bench/seek-bench.ts', 'runSeekBench', SEEK_CLIP)));
    });
  }
}
if (wants('export')) {
  const clip = makeExportClip();
  if (clip === null) console.warn('SKIPPED export: native ffmpeg is not installed.');
  else {
    const bench = 'export-bench';
    const open = (): Promise<ModulePage> => openBundledPage({ [bench]: `tests/bench/${bench}.ts` });
    await withModulePage(async (page) => {
      page.on('console', (message) => console.log(message.text()));
      await page.route(`**${EXPORT_CLIP}`, (route) =>
        route.fulfill({ body: clip, contentType: 'video/mp4' }),
      );
      await watchPeak(page);
      const module = `/${bench}.js`;
      const cases = partsOf('export');
      const made = await callBench(page, module, 'runExportBench', EXPORT_CLIP, cases);
      figures.push(...made);
      if (cases === '' || cases.includes('m'))
        figures.push(...(await callBench(page, module, 'runMemoryBench', EXPORT_CLIP)));
      figures.push(...measureNativeFfmpeg(clip, made));
    }, open);
  }
}
if (existsSync(`${sharedFolder}/${FILM}`) && ['pose', 'effects'].some(wants)) {
  await runCommand('npx', ['tsx', 'scripts/build-models.ts']);
  await withModulePage(async (page) => {
    if (wants('pose')) figures.push(...(await callBench(page, '/tests/bench/pose-bench.ts', 'runPoseBench')));
    if (wants('effects'))
      figures.push(...(await callBench(page, '/tests/bench/effects-bench.ts', 'runEffectsBench')));
  });
}
console.log(`\n${formatFigures(figures)}`);

/** Calls one bench in the page. */
async function callBench(
  page: Page,
  path: string,
  name: string,
  film = `/shared/${FILM}`,
  cases = '',
): Promise<Figure[]> {
  return page.evaluate(
    async ({ path, name, film, cases }) => {
      const module = (await import(path)) as Record<
        string,
        (film: string, cases: string) => Promise<Figure[]>
      >;
      const bench = module[name];
      if (bench === undefined) throw new Error(`${path} exports no ${name}.`);
      return bench(film, cases);
    },
    { path, name, film, cases },
  );
}
