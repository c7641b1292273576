/** What each effect costs, as a multiple of uploading a picture and drawing it as it is. Runs in the page or in a worker. */
import type { Size } from '../../src/core/geometry';
import type { EffectInstance } from '../../src/effects/effect';
import { createEffectInstance, EFFECTS, LOOKS } from '../../src/effects/registry';
import { createCompositor } from '../../src/effects/render/compositor';
import type { Compositor } from '../../src/effects/render/compositor-types';
import { median } from './figure';
import { finishGpu } from './finish-gpu';
import { needsOf } from '../../src/export/frame-needs';
import { drawScene, figureMatte, frameOf } from '../browser/effects/support';

export interface EffectCost {
  /** Effect id, or `look:` and the look's id. */
  readonly id: string;
  /** Median milliseconds a frame, the picture's upload included. */
  readonly msPerFrame: number;
  /** The same for the empty stack, measured in between. */
  readonly plainMs: number;
  /** `msPerFrame` over `plainMs`. */
  readonly ratio: number;
  /** Milliseconds from asking for the program to its first pixel. */
  readonly warmMs: number;
}

/** Frames that are not counted: programs settle, rings fill. */
const SETTLE = 3;

/**
 * Measures every effect and look at its defaults. The pictures are canvases, so each frame is uploaded.
 * @param size of the output in pixels
 * @param frames how many frames each is drawn for, after three to settle
 */
export async function measureEffectCosts(size: Size, frames: number): Promise<EffectCost[]> {
  const compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
  // One of its own for comparison, so that the history of the other is not broken off.
  const bare = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
  const scene = drawScene(size);
  const matte = figureMatte();
  const stacks: { id: string; stack: EffectInstance[] }[] = [
    ...EFFECTS.map(({ id }) => ({ id, stack: [createEffectInstance(id, id, 1)] })),
    ...LOOKS.map(({ id, stack }) => ({
      id: `look:${id}`,
      stack: stack.map((effect, index) => ({ ...effect, id: String(index) })),
    })),
  ];
  const draw = (on: Compositor, frame: number, effects: readonly EffectInstance[]): number => {
    const before = performance.now();
    // As the host does: a matte only for those who need one.
    const needed = needsOf(effects).has('mask') ? matte : null;
    on.render(frameOf({ size, picture: scene, frame, effects, matte: needed }));
    finishGpu(on.canvas);
    return performance.now() - before;
  };
  const costs: EffectCost[] = [];
  for (const { id, stack } of stacks) {
    const before = performance.now();
    await compositor.warm(stack);
    finishGpu(compositor.canvas);
    const warmMs = performance.now() - before;
    const ours: number[] = [];
    const plain: number[] = [];
    // Turn and turn about, so that a busy machine slows both alike.
    for (let frame = 0; frame < frames + SETTLE; frame += 1) {
      plain.push(draw(bare, frame, []));
      ours.push(draw(compositor, frame, stack));
    }
    const msPerFrame = median(ours.slice(SETTLE));
    const plainMs = median(plain.slice(SETTLE));
    costs.push({ id, msPerFrame, plainMs, ratio: msPerFrame / plainMs, warmMs });
  }
  compositor.dispose();
  bare.dispose();
  return costs;
}
