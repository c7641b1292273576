/** Prints what each effect costs on this machine: `npx tsx scripts/effect-costs.ts [width height frames]`. */
import type * as Costs from '../tests/bench/effect-costs';
import { withModulePage } from './module-page';

const [width = 720, height = 1280, frames = 15] = process.argv.slice(2).map(Number);

const costs = await withModulePage((page, origin) =>
  page.evaluate(
    async ({ module, size, frames }) =>
      ((await import(module)) as typeof Costs).measureEffectCosts(size, frames),
    { module: `${origin}tests/bench/effect-costs.ts`, size: { width, height }, frames },
  ),
);
console.log(`${width}×${height}`);
console.table(
  costs.map(({ id, msPerFrame, ratio, warmMs }) => ({
    effect: id,
    'ms a frame': Number(msPerFrame.toFixed(1)),
    'times plain': Number(ratio.toFixed(2)),
    'ms to warm': Number(warmMs.toFixed(0)),
  })),
);
