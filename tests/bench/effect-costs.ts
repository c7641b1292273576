/** What each effect costs, as a multiple of uploading a picture and drawing it as it is. Runs in the page or in a worker. */
import type { Size } from '../../src/core/geometry';
import type { EffectInstance } from '../../src/effects/effect';
import { createEffectInstance, EFFECTS, LOOKS } from '../../src/effects/registry';
import { createCompositor } from '../../src/effects/render/compositor';
import type { Compositor } from '../../src/effects/render/compositor-types';
import { drawScene, figureMatte, frameOf } from '../browser/effects/support';

export interface EffectCost {
  /** Effect id, or `look:` and the look's id. */
  readonly id: string;
  /** Median milliseconds a frame, the picture's upload included. */
  readonly msPerFrame: number;
  /** `msPerFrame` over that of the empty stack. */
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
  const scene = drawScene(size);
  const matte = figureMatte();
  const stacks: { id: string; stack: EffectInstance[] }[] = [
    ...EFFECTS.map(({ id }) => ({ id, stack: [createEffectInstance(id, id, 1)] })),
    ...LOOKS.map(({ id, stack }) => ({
      id: `look:${id}`,
      stack: stack.map((effect, index) => ({ ...effect, id: String(index) })),
    })),
  ];
  const draw = (frame: number, effects: readonly EffectInstance[]): number => {
    const before = performance.now();
    compositor.render(frameOf({ size, picture: scene, frame, effects, matte }));
    finish(compositor);
    return performance.now() - before;
  };
  const median = (effects: readonly EffectInstance[]): number => {
    const times = Array.from({ length: frames + 5 }, (_, frame) => draw(frame, effects)).slice(5);
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  };
  const plain = median([]);
  const costs: EffectCost[] = [{ id: 'none', msPerFrame: plain, ratio: 1, warmMs: 0 }];
  for (const { id, stack } of stacks) {
    const before = performance.now();
    await compositor.warm(stack);
    finish(compositor);
    const warmMs = performance.now() - before;
    const msPerFrame = median(stack);
    costs.push({ id, msPerFrame, ratio: msPerFrame / plain, warmMs });
  }
  compositor.dispose();
  return costs;
}

/** Waits until the GPU is done: reading one pixel cannot be answered before. */
function finish(compositor: Compositor): void {
  const gl = compositor.canvas.getContext('webgl2') as WebGL2RenderingContext | null;
  gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}
