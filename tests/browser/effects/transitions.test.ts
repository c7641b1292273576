/** The proof that every transition passes, run over the registry: it begins with one picture and ends with the other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EffectDefinition, EffectInstance, ParamValue } from '../../../src/effects/effect';
import { createEffectInstance, TRANSITIONS } from '../../../src/effects/registry';
import { createCompositor } from '../../../src/effects/render/compositor';
import type { Compositor, FrameInputs } from '../../../src/effects/render/compositor-types';
import { blockMeans, difference, drawScene, figureMatte, frameOf, hashOf, loseAndRestore } from './support';

const size = { width: 90, height: 160 };
const before = drawScene(size, -0.15);
const after = negative(drawScene(size, 0.2));
let compositor: Compositor;

beforeAll(() => {
  compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
});

afterAll(() => compositor.dispose());

/** The same picture in the opposite colours, so that nothing of the two is alike. */
function negative(canvas: OffscreenCanvas): OffscreenCanvas {
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('A test needs a 2D canvas.');
  context.globalCompositeOperation = 'difference';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

function inputsAt(effect: EffectInstance, progress: number, stage = size, seed = 1): FrameInputs {
  const [from, to] =
    stage === size ? [before, after] : [drawScene(stage, -0.15), negative(drawScene(stage, 0.2))];
  const inputs = frameOf({ size: stage, picture: from, seed });
  const [layer] = inputs.plan.layers;
  if (layer === undefined) throw new TypeError('A frame has a layer.');
  const next = { ...layer, clipId: 'next' };
  return {
    ...inputs,
    plan: {
      ...inputs.plan,
      layers: [layer, next],
      transition: { effect, fromClipId: layer.clipId, toClipId: 'next', progress },
    },
    pictures: new Map([
      [layer.clipId, from],
      ['next', to],
    ]),
    mattes: new Map([
      [layer.clipId, figureMatte(64, 114, -0.15)],
      ['next', figureMatte(64, 114, 0.2)],
    ]),
  };
}

function show(effect: EffectInstance, progress: number, seed = 1): Uint8ClampedArray {
  compositor.render(inputsAt(effect, progress, size, seed));
  return compositor.readPixels();
}

function alone(picture: OffscreenCanvas): Uint8ClampedArray {
  compositor.render(frameOf({ size, picture }));
  return compositor.readPixels();
}

function otherValues(effect: EffectDefinition): { name: string; value: ParamValue }[] {
  return Object.entries(effect.params).flatMap(([name, param]): { name: string; value: ParamValue }[] => {
    if (param.type === 'number')
      return [{ name, value: param.default > (param.min + param.max) / 2 ? param.min : param.max }];
    if (param.type === 'choice')
      return param.options
        .filter(({ value }) => value !== param.default)
        .map(({ value }) => ({ name, value }));
    if (param.type === 'point') return [{ name, value: [0.15, 0.8] as const }];
    return [{ name, value: param.type === 'flag' ? !param.default : '#12c46b' }];
  });
}

it('there are twenty and more', () => {
  expect(TRANSITIONS.length).toBeGreaterThanOrEqual(20);
});

describe.each(TRANSITIONS.map((effect) => [effect.id, effect] as const))('%s', (id, effect) => {
  const instance = createEffectInstance(id, id, 11);

  it('compiles', async () => {
    await compositor.warm([instance]);
  });

  it('begins with the one picture and ends with the other', () => {
    // A step of eight bits is rounding.
    expect(difference(show(instance, 0), alone(before)).largest).toBeLessThanOrEqual(1);
    expect(difference(show(instance, 1), alone(after)).largest).toBeLessThanOrEqual(1);
  });

  it('is neither of them half way', () => {
    const half = show(instance, 0.5);
    expect(difference(half, alone(before)).mean).toBeGreaterThan(8);
    expect(difference(half, alone(after)).mean).toBeGreaterThan(8);
  });

  it('does not jump: a fortieth of the way is a small part of the difference', () => {
    const whole = difference(alone(before), alone(after)).mean;
    let last = show(instance, 0);
    for (let step = 1; step <= 40; step += 1) {
      const now = show(instance, step / 40);
      expect(difference(now, last).mean).toBeLessThan(whole * 0.8);
      last = now;
    }
  });

  it.each(otherValues(effect))('shows another $name somewhere on the way', ({ name, value }) => {
    const other = { ...instance, params: { ...instance.params, [name]: value } };
    const seen = [0.25, 0.5, 0.75].map(
      (progress) => difference(show(other, progress), show(instance, progress)).mean,
    );
    expect(Math.max(...seen)).toBeGreaterThan(0.02);
  });

  it.each(effect.presets.map((preset) => [preset.id, preset] as const))(
    'keeps both ends with the preset %s',
    (_, preset) => {
      const set = { ...instance, params: { ...instance.params, ...preset.values } };
      expect(difference(show(set, 0), alone(before)).largest).toBeLessThanOrEqual(1);
      expect(difference(show(set, 1), alone(after)).largest).toBeLessThanOrEqual(1);
    },
  );

  it('makes the same picture from the same inputs, and another from another seed only if it says so', () => {
    const hashes = (shown: EffectInstance): number[] =>
      [0.3, 0.5, 0.7].map((progress) => hashOf(show(shown, progress)));
    const first = hashes(instance);
    expect(hashes(instance)).toEqual(first);
    expect(hashes({ ...instance, seed: 12 }).join() !== first.join()).toBe(effect.seeded);
  });

  it('is the same after the context was lost', async () => {
    const shown = show(instance, 0.4);
    await loseAndRestore(compositor);
    expect(difference(show(instance, 0.4), shown).largest).toBe(0);
  });

  it('looks alike small and large', () => {
    const [small, large] = [480, 960].map((height) => {
      const stage = { width: (height * 9) / 16, height };
      compositor.resize(stage);
      compositor.render(inputsAt(instance, 0.4, stage));
      return blockMeans(compositor.readPixels(), stage, 48);
    });
    compositor.resize(size);
    if (small === undefined || large === undefined) throw new TypeError('Two sizes make two pictures.');
    // Two opposite pictures meet along hard edges, where a block may hold a pixel more of one.
    expect(difference(small, large).mean).toBeLessThan(3);
  });
});

describe('a transition that cannot be', () => {
  const unknown = { ...createEffectInstance('fade', 'x', 1), effectId: 'from-the-future' };

  it('is a cut in the middle where its definition is unknown', () => {
    expect(difference(show(unknown, 0.4), alone(before)).largest).toBe(0);
    expect(difference(show(unknown, 0.6), alone(after)).largest).toBe(0);
  });

  it('shows what there is where one of the pictures is missing', () => {
    const inputs = inputsAt(createEffectInstance('fade', 'x', 1), 0.5);
    compositor.render({ ...inputs, pictures: new Map([['next', after]]) });
    expect(difference(compositor.readPixels(), alone(after)).largest).toBe(0);
  });

  it('lets effects see the body of both', () => {
    const inputs = inputsAt(createEffectInstance('fade', 'x', 1), 0.5);
    const flood = { ...createEffectInstance('aura', 'y', 1) };
    compositor.render({ ...inputs, plan: { ...inputs.plan, effects: [flood] } });
    const shown = compositor.readPixels();
    compositor.render(inputs);
    expect(difference(shown, compositor.readPixels()).mean).toBeGreaterThan(1);
  });
});
