/** Pictures that are scaled and converted without being drawn. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFilmColors } from '../../../../src/export/picture/film-colors';
import { resamplePlane, type Plane } from '../../../../src/export/picture/resample-plane';

function plane(width: number, height: number, value: (x: number, y: number) => number): Plane {
  const data = Uint8Array.from({ length: width * height }, (_, at) =>
    value(at % width, Math.floor(at / width)),
  );
  return { width, height, data, offset: 0, stride: width, step: 1 };
}

function resampled(
  source: Plane,
  rect: { x: number; y: number; width: number; height: number },
  size: { width: number; height: number },
  isMirrored = false,
): number[] {
  const out = new Uint8Array(size.width * size.height + 3);
  resamplePlane(source, rect, size, { isMirrored, out, at: 3 });
  return [...out.subarray(3)];
}

const whole = ({ width, height }: Plane): { x: number; y: number; width: number; height: number } => ({
  x: 0,
  y: 0,
  width,
  height,
});

describe('a plane', () => {
  test('at its own size is the same, and in a mirror it is turned', () => {
    const source = plane(4, 3, (x, y) => x * 10 + y);
    expect(resampled(source, whole(source), source)).toEqual([...source.data]);
    const rows = [0, 1, 2].flatMap((y) => [30 + y, 20 + y, 10 + y, y]);
    expect(resampled(source, whole(source), source, true)).toEqual(rows);
  });

  test('of one value has that value at any size and in any part', () => {
    const side = fc.integer({ min: 2, max: 40 });
    const part = fc.double({ min: 0, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(side, side, side, side, part, part, fc.nat(255), (w, h, width, height, x, y, value) => {
        const source = plane(w, h, () => value);
        const rect = { x: x * w, y: y * h, width: w * 0.6, height: h * 0.6 };
        expect(new Set(resampled(source, rect, { width, height }))).toEqual(new Set([value]));
      }),
    );
  });

  test('keeps its mean when it is made smaller', () => {
    const source = plane(64, 64, (x, y) => (x * 7 + y * 13) % 256);
    const mean = (values: ArrayLike<number>): number =>
      Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
    const small = resampled(source, whole(source), { width: 16, height: 16 });
    expect(Math.abs(mean(small) - mean(source.data))).toBeLessThan(2);
  });

  test('rises evenly when it is made larger', () => {
    const source = plane(8, 2, (x) => x * 30);
    const row = resampled(source, whole(source), { width: 32, height: 2 }).slice(0, 32);
    expect(row).toEqual(row.toSorted((a, b) => a - b));
    expect([row[0], row[31]]).toEqual([0, 210]);
  });

  test('of two that lie interleaved is read alone', () => {
    const data = Uint8Array.of(1, 101, 2, 102, 3, 103, 4, 104);
    const second: Plane = { width: 2, height: 2, data, offset: 1, stride: 4, step: 2 };
    expect(resampled(second, whole(second), { width: 2, height: 2 })).toEqual([101, 102, 103, 104]);
  });
});

/** What a screen shows, 0..1 a channel: ITU-R BT.601-7 and BT.709-6. */
function shown(y: number, u: number, v: number, matrix: 'bt601' | 'bt709', isFullRange: boolean): number[] {
  const [red, blue] = matrix === 'bt601' ? [0.299, 0.114] : [0.2126, 0.0722];
  const luma = isFullRange ? y / 255 : (y - 16) / 219;
  const scale = isFullRange ? 255 : 224;
  const r = luma + (2 * (1 - red) * (v - 128)) / scale;
  const b = luma + (2 * (1 - blue) * (u - 128)) / scale;
  return [r, (luma - red * r - blue * b) / (1 - red - blue), b];
}

describe('colours of other films', () => {
  const meaning = fc.record({
    matrix: fc.constantFrom('bt601', 'bt709'),
    isFullRange: fc.boolean(),
  });

  test('are the same colours in those of the file, as far as whole numbers reach', () => {
    fc.assert(
      fc.property(
        meaning,
        fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (from, rgb) => {
          const [red, blue] = from.matrix === 'bt601' ? [0.299, 0.114] : [0.2126, 0.0722];
          const [r = 0, g = 0, b = 0] = rgb;
          const luma = red * r + (1 - red - blue) * g + blue * b;
          const encode = (value: number, span: number, zero: number): number =>
            Math.round(value * span + zero);
          const y = from.isFullRange ? encode(luma, 255, 0) : encode(luma, 219, 16);
          const chroma = from.isFullRange ? 255 : 224;
          const u = encode((b - luma) / (2 * (1 - blue)), chroma, 128);
          const v = encode((r - luma) / (2 * (1 - red)), chroma, 128);
          const picture = Uint8Array.of(y, y, y, y, u, v);
          toFilmColors(picture, { width: 2, height: 2 }, from);
          const wanted = shown(y, u, v, from.matrix, from.isFullRange);
          const found = shown(picture[0] ?? 0, picture[4] ?? 0, picture[5] ?? 0, 'bt709', false);
          // Each of Y, U and V is a whole number, and U counts for most in blue: 1.86 / 224.
          found.forEach((value, channel) =>
            expect(Math.abs(value - (wanted[channel] ?? 0))).toBeLessThan(0.012),
          );
        },
      ),
    );
  });

  test('keep grey grey', () => {
    for (const isFullRange of [true, false]) {
      const picture = Uint8Array.of(90, 120, 150, 200, 128, 128);
      toFilmColors(picture, { width: 2, height: 2 }, { matrix: 'bt601', isFullRange });
      expect([picture[4], picture[5]]).toEqual([128, 128]);
    }
  });

  test('that are those of the file stay as they are', () => {
    const picture = Uint8Array.of(0, 255, 3, 9, 250, 4);
    toFilmColors(picture, { width: 2, height: 2 }, { matrix: 'bt709', isFullRange: false });
    expect([...picture]).toEqual([0, 255, 3, 9, 250, 4]);
  });
});
