/** Eight colour effects in one pass, in a pass each, and one of them alone; and what switching an effect on costs. */
import type { Size } from '../../src/core/geometry';
import type { EffectInstance } from '../../src/effects/effect';
import { createEffectInstance, EFFECTS } from '../../src/effects/registry';
import { createCompositor } from '../../src/effects/render/compositor';
import type { Compositor } from '../../src/effects/render/compositor-types';
import { needsOf } from '../../src/export/frame-needs';
import { SILENT, drawScene, figureMatte, frameOf } from '../browser/effects/support';
import { median } from './figure';
import { finishGpu } from './finish-gpu';

const EIGHT = ['adjust', 'curves', 'film-stock', 'duotone', 'gradient-map', 'posterize', 'mono', 'vignette'];

const SETTLE = 4;

export interface ColourRunTimes {
  /** Median milliseconds a frame. */
  readonly plain: number;
  readonly one: number;
  readonly fused: number;
  readonly apart: number;
}

/** Measures the runs, turn and turn about. */
export function measureColourRuns(size: Size, frames: number): ColourRunTimes {
  const picture = drawScene(size);
  const eight = EIGHT.map((id) => createEffectInstance(id, id, 1));
  const open = (fuse: boolean): Compositor =>
    createCompositor({ canvas: new OffscreenCanvas(1, 1), size, fuse });
  const runs = [
    { compositor: open(true), effects: [] },
    { compositor: open(true), effects: eight.slice(0, 1) },
    { compositor: open(true), effects: eight },
    { compositor: open(false), effects: eight },
  ];
  const times = runs.map((): number[] => []);
  for (let frame = 0; frame < frames + SETTLE; frame += 1) {
    runs.forEach(({ compositor, effects }, index) => {
      const before = performance.now();
      compositor.render(frameOf({ size, picture, frame, effects, matte: null, signals: SILENT }));
      finishGpu(compositor.canvas);
      times[index]?.push(performance.now() - before);
    });
  }
  runs.forEach(({ compositor }) => compositor.dispose());
  const [plain = NaN, one = NaN, fused = NaN, apart = NaN] = times.map((list) => median(list.slice(SETTLE)));
  return { plain, one, fused, apart };
}

export interface SwitchOnTimes {
  /** Milliseconds that the first frame takes longer than those after it: median and largest over all effects. */
  readonly warmed: { readonly median: number; readonly largest: number };
  /** The same when nothing was compiled before. */
  readonly cold: { readonly median: number; readonly largest: number };
}

/** Switches each effect on in the middle of a film, after `warm` and without. */
export async function measureSwitchOn(size: Size): Promise<SwitchOnTimes> {
  const picture = drawScene(size);
  const hitches = { warmed: [] as number[], cold: [] as number[] };
  for (const kind of ['cold', 'warmed'] as const) {
    for (const { id } of EFFECTS) {
      const compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
      const effects = [createEffectInstance(id, id, 1)];
      const draw = (frame: number, stack: readonly EffectInstance[]): number => {
        const before = performance.now();
        const matte = needsOf(stack).has('mask') ? figureMatte() : null;
        compositor.render(frameOf({ size, picture, frame, effects: stack, matte }));
        finishGpu(compositor.canvas);
        return performance.now() - before;
      };
      for (let frame = 0; frame < 3; frame += 1) draw(frame, []);
      if (kind === 'warmed') {
        await compositor.warm(effects);
        finishGpu(compositor.canvas);
      }
      const first = draw(3, effects);
      const later = Array.from({ length: 5 }, (_, index) => draw(4 + index, effects));
      hitches[kind].push(Math.max(0, first - median(later)));
      compositor.dispose();
    }
  }
  const summary = (list: readonly number[]): { median: number; largest: number } => ({
    median: median(list),
    largest: Math.max(...list),
  });
  return { warmed: summary(hitches.warmed), cold: summary(hitches.cold) };
}
