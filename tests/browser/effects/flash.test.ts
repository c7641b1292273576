/** Nothing may flash more than three times a second (WCAG 2.2, 2.3.1), at the fastest song and the strongest setting. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beatAt } from '../../../src/core/beat-grid';
import type { EffectInstance, ParamValues } from '../../../src/effects/effect';
import { createEffectInstance, EFFECTS, LOOKS } from '../../../src/effects/registry';
import { createCompositor } from '../../../src/effects/render/compositor';
import type { Compositor } from '../../../src/effects/render/compositor-types';
import { blockMeans, drawScene, FPS, frameOf, signalsAt } from './support';

const size = { width: 90, height: 160 };
const ROWS = 16;
const SECONDS = 2;
const scene = drawScene(size);
let compositor: Compositor;

beforeAll(() => {
  compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
});

afterAll(() => compositor.dispose());

/** Part of the picture that flashes more than three times in some second, by relative luminance. */
function flashingPart(draw: (frame: number) => Uint8ClampedArray): number {
  const series: number[][] = [];
  for (let frame = 0; frame < SECONDS * FPS; frame += 1) {
    const blocks = blockMeans(draw(frame), size, ROWS);
    for (let block = 0; block * 4 < blocks.length; block += 1) {
      const [red, green, blue] = [0, 1, 2].map(
        (channel) => ((blocks[block * 4 + channel] ?? 0) / 255) ** 2.2,
      );
      (series[block] ??= []).push(0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0));
    }
  }
  return series.filter((levels) => mostFlashes(levels) > 3).length / series.length;
}

/** Most flashes in any second; a flash is a pair of opposing changes of a tenth, the darker below 0.8. */
function mostFlashes(levels: readonly number[]): number {
  const changes: number[] = [];
  let extreme = levels[0] ?? 0;
  let direction = 0;
  levels.forEach((level, frame) => {
    const step = level - extreme;
    const isChange = Math.abs(step) >= 0.1 && Math.min(level, extreme) < 0.8;
    if (direction !== 0 && Math.sign(step) === direction) extreme = level;
    else if (isChange) {
      direction = Math.sign(step);
      extreme = level;
      changes.push(frame);
    }
  });
  return Math.max(
    0,
    ...changes.map((from) => changes.filter((frame) => frame >= from && frame < from + FPS).length / 2),
  );
}

function flashing(stack: readonly EffectInstance[]): number {
  return flashingPart((frame) => {
    const signals = {
      ...signalsAt(frame),
      beat: beatAt({ bpm: 200, firstBeat: 0, beatsPerBar: 4 }, frame / FPS),
    };
    compositor.render(frameOf({ size, picture: scene, frame, effects: stack, signals }));
    return compositor.readPixels();
  });
}

it('the meter sees a strobe of five a second, and not one of two', () => {
  const strobe = (framesOn: number): number =>
    flashingPart((frame) => {
      const isLit = Math.floor(frame / framesOn) % 2 === 0;
      return new Uint8ClampedArray(size.width * size.height * 4).fill(isLit ? 255 : 0);
    });
  expect(strobe(3)).toBe(1);
  expect(strobe(8)).toBe(0);
});

describe('with every slider at its end', () => {
  it.each(EFFECTS.map((effect) => [effect.id, effect] as const))('%s', (id, effect) => {
    const loudest: ParamValues = Object.fromEntries(
      Object.entries(effect.params).flatMap(([name, param]) =>
        param.type === 'number' ? [[name, param.max] as const] : [],
      ),
    );
    const instance = createEffectInstance(id, id, 3);
    // A quarter of the picture is what the guideline lets flash.
    expect(flashing([{ ...instance, params: { ...instance.params, ...loudest } }])).toBeLessThan(0.25);
  });
});

it.each(LOOKS.map((look) => [look.id, look] as const))('the look %s', (_, look) => {
  const stack = look.stack.map((effect, index) => ({ ...effect, id: String(index) }));
  expect(flashing(stack)).toBeLessThan(0.25);
});
