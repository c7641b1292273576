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

/** Light in a place of the picture at one frame: linear red, green and blue. */
type Light = readonly [number, number, number];

/** Part of the picture that flashes more than three times in some second, by luminance or in saturated red. */
function flashingPart(draw: (frame: number) => Uint8ClampedArray): number {
  const series: Light[][] = [];
  for (let frame = 0; frame < SECONDS * FPS; frame += 1) {
    const blocks = blockMeans(draw(frame), size, ROWS);
    for (let block = 0; block * 4 < blocks.length; block += 1) {
      const light = (channel: number): number => ((blocks[block * 4 + channel] ?? 0) / 255) ** 2.2;
      (series[block] ??= []).push([light(0), light(1), light(2)]);
    }
  }
  const flashes = series.filter(
    (lights) => mostPerSecond(generalChanges(lights)) > 3 || mostPerSecond(redChanges(lights)) > 3,
  );
  return flashes.length / series.length;
}

/** Most flashes in any second; a flash is a pair of changes. */
function mostPerSecond(changes: readonly number[]): number {
  return Math.max(
    0,
    ...changes.map((from) => changes.filter((frame) => frame >= from && frame < from + FPS).length / 2),
  );
}

/** Frames of opposing changes by a tenth of relative luminance, the darker below 0.8. */
function generalChanges(lights: readonly Light[]): number[] {
  const levels = lights.map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue);
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
  return changes;
}

/**
 * Frames at which a saturated red comes or goes: four fifths of the light are red on one side of the change, and the
 * colours are more than 0.2 apart in the CIE 1976 diagram (WCAG 2.2, *general flash and red flash thresholds*).
 */
function redChanges(lights: readonly Light[]): number[] {
  const changes: number[] = [];
  let before = lights[0] ?? ([0, 0, 0] as const);
  lights.forEach((light, frame) => {
    const [u, v] = chromaticity(light);
    const [u0, v0] = chromaticity(before);
    if (!(isRed(light) || isRed(before)) || Math.hypot(u - u0, v - v0) <= 0.2) return;
    before = light;
    changes.push(frame);
  });
  return changes;
}

function isRed([red, green, blue]: Light): boolean {
  // Less than 20 of 320 parts of light is black to the eye, whatever its hue.
  return red > 20 / 320 && red / (red + green + blue) >= 0.8;
}

/** u′ and v′ of linear sRGB; those of white where it is dark. */
function chromaticity([red, green, blue]: Light): readonly [number, number] {
  const x = 0.4124 * red + 0.3576 * green + 0.1805 * blue;
  const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const z = 0.0193 * red + 0.1192 * green + 0.9505 * blue;
  const sum = x + 15 * y + 3 * z;
  return sum < 1e-4 ? [0.1978, 0.4683] : [(4 * x) / sum, (9 * y) / sum];
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

it('the meter sees red that comes and goes, though hardly any lighter, and not blue that does', () => {
  const strobe = (color: readonly number[], other: readonly number[], framesOn: number): number =>
    flashingPart((frame) => {
      const [red = 0, green = 0, blue = 0] = Math.floor(frame / framesOn) % 2 === 0 ? color : other;
      return new Uint8ClampedArray(size.width * size.height * 4).map(
        (_, at) => [red, green, blue, 255][at % 4] ?? 0,
      );
    });
  expect(strobe([200, 0, 0], [90, 90, 90], 3)).toBe(1);
  expect(strobe([200, 0, 0], [90, 90, 90], 8)).toBe(0);
  expect(strobe([0, 0, 200], [60, 60, 60], 3)).toBe(0);
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
