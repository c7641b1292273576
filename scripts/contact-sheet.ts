/**
 * Draws every effect and look over the demo dancer, or over a film of the shared footage, and writes one sheet, to look at with one's own eyes.
 *
 * `npx tsx scripts/contact-sheet.ts [--film squats] [--at 6.05] [--out docs/effects.jpg] [--height 240]
 * [--columns 7] [--quality 0.7] [--kinds effects,looks,transitions] [--only id,id] [--presets id,id]`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type * as SheetModule from './contact-sheet-page';
import { withModulePage } from './module-page';

const { values } = parseArgs({
  options: {
    film: { type: 'string', default: '' },
    at: { type: 'string', default: '6.05' },
    out: { type: 'string', default: 'docs/effects.jpg' },
    height: { type: 'string', default: '240' },
    columns: { type: 'string', default: '7' },
    quality: { type: 'string', default: '0.7' },
    kinds: { type: 'string', default: 'effects,looks,transitions' },
    only: { type: 'string', default: '' },
    presets: { type: 'string', default: '' },
  },
});
const height = Number(values.height);
const options: Parameters<typeof SheetModule.makeSheet>[0] = {
  moment: {
    film: values.film === '' ? null : `/shared/media/people/${values.film}.mp4`,
    at: Number(values.at),
  },
  cell: { width: Math.round((height * 9) / 16), height },
  stage: { width: 540, height: 960 },
  columns: Number(values.columns),
  quality: Number(values.quality),
  kinds: values.kinds.split(',') as SheetModule.SubjectKind[],
  only: values.only === '' ? [] : values.only.split(','),
  presetsOf: values.presets === '' ? [] : values.presets.split(','),
};

const sheet = await withModulePage((page, origin) =>
  page.evaluate(
    async ({ module, options }) => ((await import(module)) as typeof SheetModule).makeSheet(options),
    { module: `${origin}scripts/contact-sheet-page.ts`, options },
  ),
);
const out = resolve(import.meta.dirname, '..', values.out);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, Buffer.from(sheet, 'base64'));
console.log(out);
