/**
 * Draws the bundled dances beat by beat, to look at with one's own eyes.
 *
 * `npx tsx scripts/dance-sheet.ts [--only id,id] [--out docs/dances] [--per-beat 1] [--columns 9] [--height 200] [--quality 0.72]`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listChallengePaths } from './challenge-index';
import type * as SheetModule from './dance-sheet-page';
import { withModulePage } from './module-page';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    out: { type: 'string', default: 'docs/dances' },
    'per-beat': { type: 'string', default: '1' },
    columns: { type: 'string', default: '9' },
    height: { type: 'string', default: '200' },
    quality: { type: 'string', default: '0.72' },
  },
});
const only = values.only === '' ? null : values.only.split(',');
const out = resolve(import.meta.dirname, '..', values.out);
mkdirSync(out, { recursive: true });

await withModulePage(async (page, origin) => {
  for (const path of listChallengePaths()) {
    const id = basename(path, '.json');
    if (only !== null && !only.includes(id)) continue;
    const sheet = await page.evaluate(
      async ({ module, options }) => ((await import(module)) as typeof SheetModule).makeDanceSheet(options),
      {
        module: `${origin}scripts/dance-sheet-page.ts`,
        options: {
          path,
          perBeat: Number(values['per-beat']),
          columns: Number(values.columns),
          height: Number(values.height),
          quality: Number(values.quality),
        },
      },
    );
    const jpeg = Buffer.from(sheet, 'base64');
    writeFileSync(resolve(out, `${id}.jpg`), jpeg);
    console.log(`${id}.jpg (${Math.round(jpeg.length / 1024)} kB)`);
  }
});
