import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLayer, stageMap } from '../../../src/effects/render/placement';
import { WHOLE_FRAME } from '../../../src/project/item-numbers';

const stage = { width: 1080, height: 1920 };

/** Where a stage place (0..1 from the top left) reads the picture (0..1 from its top left). */
function readAt(x: number, y: number, layer: Parameters<typeof placeLayer>[0]): [number, number] {
  const [scaleX, scaleY, offsetX, offsetY] = stageMap(placeLayer(layer, stage));
  return [x * scaleX + offsetX, (1 - y) * scaleY + offsetY];
}

describe('a layer in the stage', () => {
  it('of the same shape is read as it is', () => {
    const layer = { sourceSize: { width: 540, height: 960 }, fit: 'cover', mirror: false } as const;
    expect(readAt(0.2, 0.3, layer)).toEqual([0.2, expect.closeTo(0.3, 12)]);
    expect(placeLayer(layer, stage).covers).toBe(true);
  });

  it('that is wider is cropped at both sides alike', () => {
    const layer = { sourceSize: { width: 1920, height: 1080 }, fit: 'cover', mirror: false } as const;
    const part = ((9 / 16) * 9) / 16;
    expect(readAt(0, 0, layer)).toEqual([expect.closeTo(0.5 - part / 2, 12), expect.closeTo(0, 12)]);
    expect(readAt(1, 1, layer)).toEqual([expect.closeTo(0.5 + part / 2, 12), expect.closeTo(1, 12)]);
  });

  it('that is contained lies in the middle', () => {
    const layer = { sourceSize: { width: 1080, height: 1080 }, fit: 'contain', mirror: false } as const;
    const { quad, covers } = placeLayer(layer, stage);
    const [, top] = quad.origin;
    expect(covers).toBe(false);
    expect(top).toBeCloseTo(0.21875, 12);
    expect(readAt(0, top, layer)).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
  });

  it('with a frame keeps its shape when it is turned, and shows what the stage would have cut off', () => {
    const frame = { ...WHOLE_FRAME, rotation: 90, scale: 0.5 };
    const layer = { sourceSize: { width: 1920, height: 1080 }, fit: 'cover', mirror: false, frame } as const;
    const { quad, from, covers } = placeLayer(layer, stage);
    expect(covers).toBe(false);
    expect(from).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    // On the screen: half of 1920 × 16/9 wide, half of 1920 high, standing on its side.
    const pixels = ([x, y]: readonly [number, number]): number =>
      Math.hypot(x * stage.width, y * stage.height);
    expect(pixels(quad.right)).toBeCloseTo((1920 * (16 / 9)) / 2, 6);
    expect(pixels(quad.down)).toBeCloseTo(960, 6);
    expect(quad.right[0]).toBeCloseTo(0, 12);
    expect(quad.right[1]).toBeGreaterThan(0);
  });

  it('cut at its left shows its left no more, in a mirror what is seen at the left', () => {
    const frame = { ...WHOLE_FRAME, cropLeft: 0.25 };
    const layer = { sourceSize: stage, fit: 'cover', mirror: false, frame } as const;
    expect(placeLayer(layer, stage).from).toEqual({ x: 0.25, y: 0, width: 0.75, height: 1 });
    expect(placeLayer(layer, stage).quad.origin[0]).toBeCloseTo(0.25, 12);
    const mirrored = placeLayer({ ...layer, mirror: true }, stage);
    expect(mirrored.from).toEqual({ x: 0, y: 0, width: 0.75, height: 1 });
    expect(mirrored.quad.origin[0]).toBeCloseTo(1, 12);
  });

  it('in a mirror shows at x what it showed at 1 - x', () => {
    const size = fc.record({
      width: fc.integer({ min: 1, max: 4000 }),
      height: fc.integer({ min: 1, max: 4000 }),
    });
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        size,
        fc.constantFrom('cover' as const, 'contain' as const),
        place,
        place,
        (sourceSize, fit, x, y) => {
          const straight = readAt(1 - x, y, { sourceSize, fit, mirror: false });
          const mirrored = readAt(x, y, { sourceSize, fit, mirror: true });
          expect(mirrored[0]).toBeCloseTo(straight[0], 6);
          expect(mirrored[1]).toBeCloseTo(straight[1], 6);
        },
      ),
    );
  });
});
