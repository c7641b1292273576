import { afterEach, describe, expect, it } from 'vitest';
import { createEffectInstance } from '../../../src/effects/registry';
import { createCompositor } from '../../../src/effects/render/compositor';
import type { Compositor } from '../../../src/effects/render/compositor-types';
import { difference, drawScene, frameOf, pixelsOf } from './support';

const size = { width: 90, height: 160 };
const scene = drawScene(size);

let compositor: Compositor | null = null;
const open = (): Compositor => {
  compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
  return compositor;
};

afterEach(() => {
  compositor?.dispose();
  compositor = null;
});

describe('an empty stack', () => {
  it('shows the picture bit for bit', () => {
    const compositor = open();
    compositor.render(frameOf({ size, picture: scene }));
    expect(difference(compositor.readPixels(), pixelsOf(scene))).toEqual({ largest: 0, mean: 0 });
  });
  it('adjust changes it', async () => {
    const compositor = open();
    const effects = [createEffectInstance('adjust', 'a', 1)];
    await compositor.warm(effects);
    compositor.render(frameOf({ size, picture: scene, effects }));
    expect(difference(compositor.readPixels(), pixelsOf(scene)).mean).toBeGreaterThan(1);
  });
});
