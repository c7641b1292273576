/** The proof that every effect passes, run over the registry: a new file is tested without writing a test. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EffectDefinition, EffectInstance, ParamValue } from '../../../src/effects/effect';
import { createEffectInstance, EFFECTS } from '../../../src/effects/registry';
import { createCompositor } from '../../../src/effects/render/compositor';
import type { Compositor } from '../../../src/effects/render/compositor-types';
import {
  blockMeans,
  contrastOf,
  difference,
  drawScene,
  figureMatte,
  frameOf,
  hashOf,
  loseAndRestore,
} from './support';

const size = { width: 90, height: 160 };
/** The frame that is looked at: a tenth of a second after the seventh beat, and far enough in for every reach into history. */
const LAST = 93;

const scenes = Array.from({ length: LAST + 1 }, (_, frame) => drawScene(size, shiftAt(frame)));
const mattes = scenes.map((_, frame) => figureMatte(64, 114, shiftAt(frame)));

function shiftAt(frame: number): number {
  return 0.2 * Math.sin(frame / 4);
}

let compositor: Compositor;

beforeAll(() => {
  compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
});

afterAll(() => compositor.dispose());

/** Draws the frames from `first` to `last` and gives the last picture. */
function play(effects: readonly EffectInstance[], first: number, last: number, seed = 1, on = compositor) {
  for (let frame = first; frame <= last; frame += 1) {
    const picture = scenes[frame];
    if (picture === undefined) throw new RangeError(`There is no scene ${frame}.`);
    on.render(frameOf({ size, picture, frame, effects, matte: mattes[frame] ?? null, seed }));
  }
  return on.readPixels();
}

/** The last frame as if played from the start. */
function show(effects: readonly EffectInstance[], seed = 1, on = compositor) {
  // Something else in between, so that no history is left.
  play([], 0, 0, seed, on);
  return play(effects, LAST - on.prerollFrames(effects), LAST, seed, on);
}

/** Another value of each parameter: for a choice, every other option. */
function otherValues(effect: EffectDefinition): { name: string; value: ParamValue }[] {
  return Object.entries(effect.params).flatMap(([name, param]): { name: string; value: ParamValue }[] => {
    switch (param.type) {
      case 'number': {
        const isHigh = param.default > (param.min + param.max) / 2;
        return [{ name, value: isHigh ? param.min : param.max }];
      }
      case 'color':
        return [{ name, value: param.default === '#12c46b' ? '#c4126b' : '#12c46b' }];
      case 'flag':
        return [{ name, value: !param.default }];
      case 'point':
        return [{ name, value: [0.3, 0.35] as const }];
      case 'lut':
      case 'picture':
        // Tables are proven with the importer, pictures with the backdrop.
        return [];
      case 'choice':
        return param.options
          .filter(({ value }) => value !== param.default)
          .map(({ value }) => ({ name, value }));
    }
  });
}

describe.each(EFFECTS.map((effect) => [effect.id, effect] as const))('%s', (id, effect) => {
  const instance = createEffectInstance(id, id, 11);

  it('compiles', async () => {
    await compositor.warm([instance]);
  });

  it('is the input exactly at strength 0, and within a step of it at a whisper', () => {
    const input = show([]);
    expect(difference(show([{ ...instance, strength: 0 }]), input).largest).toBe(0);
    expect(difference(show([{ ...instance, strength: 0.002 }]), input).largest).toBeLessThanOrEqual(1);
  });

  it('is neither the input nor flat at its defaults', () => {
    const shown = show([instance]);
    expect(difference(shown, show([])).mean).toBeGreaterThan(0.35);
    expect(contrastOf(shown)).toBeGreaterThan(8);
  });

  it.each(otherValues(effect))('shows another $name', ({ name, value }) => {
    const other = { ...instance, params: { ...instance.params, [name]: value } };
    expect(difference(show([other]), show([instance])).mean).toBeGreaterThan(0.02);
  });

  it.each(effect.presets.map((preset) => [preset.id, preset] as const))('has a preset %s', (_, preset) => {
    const shown = show([{ ...instance, params: { ...instance.params, ...preset.values } }]);
    expect(difference(shown, show([])).mean).toBeGreaterThan(0.1);
  });

  it('makes the same picture from the same inputs, and another from another seed only if it says so', () => {
    const shown = hashOf(show([instance]));
    expect(hashOf(show([instance]))).toBe(shown);
    expect(hashOf(show([{ ...instance, seed: 12 }])) !== shown).toBe(effect.seeded);
    expect(hashOf(show([instance], 2)) !== shown).toBe(effect.seeded);
  });

  it('keeps the film opaque over a picture with holes', () => {
    const holes = new OffscreenCanvas(size.width, size.height);
    const context = holes.getContext('2d');
    context?.drawImage(drawScene(size), 0, 0);
    context?.clearRect(20, 20, 40, 80);
    compositor.render(frameOf({ size, picture: holes, effects: [instance] }));
    const alphas = compositor.readPixels().filter((_, index) => index % 4 === 3);
    expect(Math.min(...alphas)).toBe(255);
  });

  it('is the same after the context was lost', async () => {
    const shown = show([instance]);
    await loseAndRestore(compositor);
    expect(difference(show([instance]), shown).largest).toBe(0);
  });

  it('is the same when sought as when played from the start', () => {
    play([], 0, 0);
    const played = play([instance], 0, LAST);
    play([], 0, 0);
    const sought = play([instance], LAST - compositor.prerollFrames([instance]), LAST);
    expect(difference(sought, played).largest).toBe(0);
  });

  it('looks alike small and large', () => {
    // Means over a 48th of the height: what the eye takes in, not the single grain or edge. One step of 255 is
    // noise of sampling; outlines, which are thinner than the small picture can show, need nearly three.
    const [small, large] = [480, 960].map((height) => {
      const stage = { width: (height * 9) / 16, height };
      compositor.resize(stage);
      const reach = compositor.prerollFrames([instance]);
      for (let frame = LAST - Math.min(reach, 8); frame <= LAST; frame += 1) {
        const picture = drawScene(stage, shiftAt(frame));
        compositor.render(
          frameOf({ size: stage, picture, frame, effects: [instance], matte: mattes[frame] ?? null }),
        );
      }
      return blockMeans(compositor.readPixels(), stage, 48);
    });
    compositor.resize(size);
    if (small === undefined || large === undefined) throw new TypeError('Two sizes make two pictures.');
    expect(difference(small, large).mean).toBeLessThan(3);
    // A few blocks may lie on an outline that the small picture draws a pixel wider.
    const far = small.filter((value, index) => Math.abs(value - (large[index] ?? 0)) > 48);
    expect(far.length / small.length).toBeLessThan(0.012);
  });
});
