/**
 * Draws moments of the dance floor over the shared footage and the demo dancer into one sheet, to look at with one's own
 * eyes, and prints what a frame costs here.
 *
 * `npx tsx scripts/stage-sheet.ts [--out out/stage.jpg] [--height 640] [--columns 4] [--only approach,now] [--quality 0.85]`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type * as SheetModule from './stage-sheet-page';
import type { StageMoment } from './stage-sheet-page';
import { withModulePage } from './module-page';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'out/stage.jpg' },
    height: { type: 'string', default: '640' },
    columns: { type: 'string', default: '4' },
    only: { type: 'string', default: '' },
    quality: { type: 'string', default: '0.85' },
  },
});

const DANCER = { film: '/shared/media/people/dance_woman.mp4', at: 2 } as const;
const BRIGHT = { film: '/shared/media/people/a_arm_raise.mp4', at: 3 } as const;
const SQUATS = { film: '/shared/media/people/squats.mp4', at: 4 } as const;
const DEMO = { film: null, at: 4 } as const;
const NEON = 'gaga-machine/neon-warmup';
const STREET = 'street-basics/two-step-city';

const MOMENTS: readonly StageMoment[] = [
  { name: 'approach', ...DANCER, challenge: NEON, move: 4, beatsLeft: 1.3, show: { energy: 0.4, combo: 1 } },
  { name: 'almost', ...BRIGHT, challenge: NEON, move: 5, beatsLeft: 0.35, show: { energy: 0.5, combo: 3 } },
  { name: 'now', ...DEMO, challenge: NEON, move: 5, beatsLeft: -0.06, show: { energy: 0.6, combo: 4 } },
  {
    name: 'perfect',
    ...DANCER,
    challenge: STREET,
    move: 4,
    beatsLeft: -0.5,
    judgement: 'perfect',
    show: { energy: 0.92, combo: 12 },
  },
  {
    name: 'great',
    ...SQUATS,
    challenge: STREET,
    move: 3,
    beatsLeft: -0.6,
    judgement: 'great',
    show: { energy: 0.7, combo: 5 },
  },
  {
    name: 'miss',
    ...BRIGHT,
    challenge: STREET,
    move: 3,
    beatsLeft: -0.8,
    judgement: 'miss',
    show: { energy: 0.1, combo: 0 },
  },
  {
    name: 'seated',
    ...DANCER,
    challenge: NEON,
    move: 4,
    beatsLeft: 2,
    sitting: true,
    show: { seated: true, series: 'chair-crew', energy: 0.5 },
  },
  {
    name: 'ghost',
    ...DANCER,
    challenge: NEON,
    move: 6,
    beatsLeft: 1,
    ghost: true,
    show: { series: 'pop-hook', energy: 0.8, combo: 8 },
  },
  { name: 'guidance', ...SQUATS, challenge: NEON, move: 4, beatsLeft: 0.8, show: { guidance: 0.3 } },
  {
    name: 'reduced',
    ...DANCER,
    challenge: NEON,
    move: 4,
    beatsLeft: 0.8,
    show: { reducedMotion: true, energy: 0.5, combo: 6 },
  },
  {
    name: 'away',
    ...DEMO,
    challenge: STREET,
    move: 2,
    beatsLeft: 1.8,
    show: { facing: 'away', energy: 0.3 },
  },
  { name: 'house', ...SQUATS, challenge: STREET, move: 5, beatsLeft: 2.4, show: { series: '', energy: 0.3 } },
];

const height = Number(values.height);
const only = values.only === '' ? null : values.only.split(',');
const options: Parameters<typeof SheetModule.makeStageSheet>[0] = {
  moments: MOMENTS.filter(({ name }) => only === null || only.includes(name)),
  stage: { width: 540, height: 960 },
  cell: { width: Math.round((height * 9) / 16), height },
  columns: Number(values.columns),
  quality: Number(values.quality),
};

const { sheet, costs } = await withModulePage((page, origin) =>
  page.evaluate(
    async ({ module, options }) => ((await import(module)) as typeof SheetModule).makeStageSheet(options),
    { module: `${origin}scripts/stage-sheet-page.ts`, options },
  ),
);
const out = resolve(import.meta.dirname, '..', values.out);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, Buffer.from(sheet, 'base64'));
console.log('moment      draws  triangles  ms here');
for (const { name, calls, triangles, milliseconds } of costs) {
  console.log(
    `${name.padEnd(11)} ${String(calls).padStart(5)}  ${String(triangles).padStart(9)}  ${milliseconds.toFixed(1).padStart(7)}`,
  );
}
console.log(out);
