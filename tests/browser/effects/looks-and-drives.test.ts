/** Looks as one picture, drives and keyframes as they reach the screen, and tables of colours. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DRIVE_SOURCES } from '../../../src/effects/drive-source';
import type { EffectInstance } from '../../../src/effects/effect';
import { createEffectInstance, LOOKS } from '../../../src/effects/registry';
import { createCompositor } from '../../../src/effects/render/compositor';
import type { Compositor } from '../../../src/effects/render/compositor-types';
import { readImport } from '../../../src/effects/standards/import-shader';
import { sampleLut, unpackLut } from '../../../src/effects/standards/lut';
import { difference, drawScene, frameOf, signalsAt, SILENT } from './support';

const size = { width: 90, height: 160 };
const scene = drawScene(size);
let compositor: Compositor;

beforeAll(() => {
  compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
});

afterAll(() => compositor.dispose());

function show(effects: readonly EffectInstance[], options: Partial<Parameters<typeof frameOf>[0]> = {}) {
  compositor.render(frameOf({ size, picture: scene, frame: 3, effects, ...options }));
  return compositor.readPixels();
}

describe('a look', () => {
  const stackOf = (id: string, strength: number): EffectInstance[] =>
    (LOOKS.find((look) => look.id === id)?.stack ?? []).map((effect, index) => ({
      ...effect,
      id: String(index),
      look: { id: 'used', lookId: id, strength },
    }));

  it('at full strength is its stack, and at none the input', () => {
    const plain = stackOf('golden-hour', 1).map(({ look: _, ...effect }) => effect);
    expect(difference(show(stackOf('golden-hour', 1)), show(plain)).largest).toBe(0);
    expect(difference(show(stackOf('golden-hour', 0)), show([])).largest).toBe(0);
  });

  it.each(LOOKS.map(({ id }) => [id] as const))('%s at half strength lies half way', (id) => {
    const whole = show(stackOf(id, 1));
    const input = show([]);
    const half = show(stackOf(id, 0.5));
    const expected = half.map((_, index) => ((whole[index] ?? 0) + (input[index] ?? 0)) / 2);
    // Both ends are rounded to eight bits before they are mixed.
    expect(difference(half, expected).largest).toBeLessThanOrEqual(2);
    expect(difference(whole, input).mean).toBeGreaterThan(2);
  });

  it('is mixed with what lies under it, not with the film', () => {
    const under = createEffectInstance('mono', 'under', 1);
    const base = show([under]);
    const half = show([under, ...stackOf('neon-night', 0.5)]);
    const whole = show([under, ...stackOf('neon-night', 1)]);
    const expected = half.map((_, index) => ((whole[index] ?? 0) + (base[index] ?? 0)) / 2);
    expect(difference(half, expected).largest).toBeLessThanOrEqual(2);
  });
});

describe('a driven number', () => {
  const adjust = createEffectInstance('adjust', 'x', 1);

  it.each(DRIVE_SOURCES.map((source) => [source] as const))('follows %s', (source) => {
    const driven: EffectInstance = {
      ...adjust,
      drives: { exposure: { source, amount: 0.5, smoothing: 0.05, low: 0, high: 0.4 } },
    };
    // A jump and a fast hand need a past in which the body was elsewhere.
    const now = signalsAt(93);
    const past = now.past.map((moment, back) => ({ ...moment, pose: signalsAt(93 - 4 * back).pose }));
    const lifted =
      now.pose === null
        ? null
        : {
            ...now.pose,
            image: now.pose.image.map((value, index) => (index % 3 === 1 ? value - 0.06 : value)),
          };
    const signals = { ...now, pose: lifted, past };
    const moved = difference(show([driven], { signals }), show([adjust], { signals })).mean;
    const still = difference(show([driven], { signals: SILENT }), show([adjust], { signals: SILENT })).mean;
    expect(moved).toBeGreaterThan(0.3);
    expect(still).toBe(0);
  });

  it('drives strength too, from nothing', () => {
    const asleep: EffectInstance = {
      ...createEffectInstance('mono', 'x', 1),
      strength: 0,
      drives: { strength: { source: 'level', amount: 1, smoothing: 0, low: 0, high: 0.5 } },
    };
    expect(difference(show([asleep]), show([createEffectInstance('mono', 'x', 1)])).largest).toBe(0);
    expect(difference(show([asleep], { signals: SILENT }), show([])).largest).toBe(0);
  });
});

describe('a table of colours', () => {
  /** A twisted table, so that no axis can be mistaken for another. */
  const twisted = (steps: number): string =>
    [
      `LUT_3D_SIZE ${steps}`,
      ...Array.from({ length: steps ** 3 }, (_, entry) => {
        const [r, g, b] = [
          entry % steps,
          Math.floor(entry / steps) % steps,
          Math.floor(entry / steps ** 2),
        ].map((place) => place / (steps - 1)) as [number, number, number];
        return [g * g, 0.2 + 0.6 * b, 1 - r * 0.9].map((value) => value.toFixed(6)).join(' ');
      }),
    ].join('\n');

  it.each([2, 17, 33, 65])('of %i steps gives what its numbers say', (steps) => {
    const result = readImport({ name: 'twisted.cube', text: twisted(steps) });
    if (!result.ok) throw new TypeError(`Refused: ${result.refusal.reason}`);
    const table = unpackLut(result.asset.text);
    if (table === null) throw new TypeError('What was packed can be unpacked.');
    const lut = createEffectInstance('lut', 'x', 1);
    const instance = {
      ...lut,
      params: { ...lut.params, grade: result.asset.id, contrast: 0.5, saturation: 0.5 },
    };
    const input = show([]);
    const shown = show([instance], { imports: { [result.asset.id]: result.asset } });
    const expected = shown.slice();
    for (let at = 0; at < input.length; at += 4) {
      const rgb = sampleLut(
        table,
        [0, 1, 2].map((channel) => (input[at + channel] ?? 0) / 255) as [number, number, number],
      );
      expected.set(
        rgb.map((value) => value * 255),
        at,
      );
    }
    // Half floats and eight bits: a step each.
    expect(difference(shown, expected).largest).toBeLessThanOrEqual(2);
  });

  it('that is gone changes nothing', () => {
    const lut = createEffectInstance('lut', 'x', 1);
    const bare = { ...lut, params: { ...lut.params, contrast: 0.5, saturation: 0.5, grade: 'lut:gone' } };
    expect(difference(show([bare]), show([])).largest).toBeLessThanOrEqual(1);
  });
});
