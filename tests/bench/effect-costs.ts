/** What each effect costs, as a multiple of uploading a picture and drawing it as it is. Runs in the page or in a worker. */
import type { Size } from '../../src/core/geometry';
import type { EffectInstance } from '../../src/effects/effect';
import { createEffectInstance, EFFECTS, LOOKS } from '../../src/effects/registry';
import { createCompositor } from '../../src/effects/render/compositor';
import type { Compositor } from '../../src/effects/render/compositor-types';
import { median } from './figure';
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

/**
 * Measures every effect and look at its defaults. The pictures are canvases, so each frame is uploaded.
 * @param size of the output in pixels
 * @param frames how many frames each is drawn for, after five to settle
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
    on.render(frameOf({ size, picture: scene, frame, effects, matte }));
    finish(on);
    return performance.now() - before;
  };
  const costs: EffectCost[] = [];
  for (const { id, stack } of stacks) {
    const before = performance.now();
    await compositor.warm(stack);
    finish(compositor);
    const warmMs = performance.now() - before;
    const ours: number[] = [];
    const plain: number[] = [];
    // Turn and turn about, so that a busy machine slows both alike.
    for (let frame = 0; frame < frames + 5; frame += 1) {
      plain.push(draw(bare, frame, []));
      ours.push(draw(compositor, frame, stack));
    }
    const msPerFrame = median(ours.slice(5));
    const plainMs = median(plain.slice(5));
    costs.push({ id, msPerFrame, plainMs, ratio: msPerFrame / plainMs, warmMs });
  }
  compositor.dispose();
  bare.dispose();
  return costs;
}

/** Waits until the GPU is done: reading one pixel cannot be answered before. */
function finish(compositor: Compositor): void {
  const gl = compositor.canvas.getContext('webgl2') as WebGL2RenderingContext | null;
  gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}
