/** Cells of a 4:2:0 picture are the means of its pixels, whatever its size and however it is stored. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { createRandom } from '../../../../src/core/random';
import { averageYuv } from '../../../../src/export/check/average-yuv';
import { i420Bytes, toI420 } from '../../../../src/export/picture/yuv';

const SIDE = 16;
const FILM = { matrix: 'bt709', isFullRange: false } as const;

type Rgb = readonly [number, number, number];

/** @param colorAt of a pixel, from the top left */
function film(size: { width: number; height: number }, colorAt: (x: number, y: number) => Rgb): Uint8Array {
  const rgba = new Uint8Array(size.width * size.height * 4);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      rgba.set([...colorAt(x, size.height - 1 - y), 255], (y * size.width + x) * 4);
    }
  }
  const bytes = new Uint8Array(i420Bytes(size));
  toI420(rgba, size, bytes);
  return bytes;
}

const cellsOf = (cells: Uint8ClampedArray): Rgb[] =>
  Array.from({ length: SIDE * SIDE }, (_, cell) => [
    cells[cell * 4] ?? NaN,
    cells[cell * 4 + 1] ?? NaN,
    cells[cell * 4 + 2] ?? NaN,
  ]);

describe('cells', () => {
  test('of one colour are that colour, at any size', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    const half = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(channel, channel, channel, half, half, (red, green, blue, halfWidth, halfHeight) => {
        const size = { width: halfWidth * 2, height: halfHeight * 2 };
        const bytes = film(size, () => [red, green, blue]);
        for (const cell of cellsOf(averageYuv({ bytes, size, isInterleaved: false }, FILM, SIDE))) {
          expect(Math.abs(cell[0] - red)).toBeLessThanOrEqual(3);
          expect(Math.abs(cell[1] - green)).toBeLessThanOrEqual(3);
          expect(Math.abs(cell[2] - blue)).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('are the mean of every pixel in them', () => {
    const size = { width: 64, height: 128 };
    // One bright line in each cell of four by eight: what a look at a few pixels misses or overrates.
    const bytes = film(size, (_, y) => (y % 8 === 3 ? [255, 255, 255] : [0, 0, 0]));
    for (const [red] of cellsOf(averageYuv({ bytes, size, isInterleaved: false }, FILM, SIDE)))
      expect(Math.abs(red - 255 / 8)).toBeLessThanOrEqual(1);
  });

  test('lie where they are in the picture', () => {
    const size = { width: 90, height: 160 };
    const bytes = film(size, (x, y) => [x < 45 ? 200 : 0, y < 80 ? 200 : 0, 0]);
    const cells = cellsOf(averageYuv({ bytes, size, isInterleaved: false }, FILM, SIDE));
    for (const [corner, red, green] of [
      [0, 200, 200],
      [15, 0, 200],
      [240, 200, 0],
      [255, 0, 0],
    ] as const) {
      expect(Math.abs((cells[corner]?.[0] ?? NaN) - red)).toBeLessThanOrEqual(3);
      expect(Math.abs((cells[corner]?.[1] ?? NaN) - green)).toBeLessThanOrEqual(3);
    }
  });

  test('are the same of interleaved chroma', () => {
    const size = { width: 34, height: 50 };
    const planar = film(size, (x, y) => [(x * 7) % 256, (y * 5) % 256, (x * y) % 256]);
    const luma = size.width * size.height;
    const interleaved = planar.slice();
    for (let at = 0; at < luma / 4; at += 1) {
      interleaved[luma + 2 * at] = planar[luma + at] ?? 0;
      interleaved[luma + 2 * at + 1] = planar[luma + luma / 4 + at] ?? 0;
    }
    expect(averageYuv({ bytes: interleaved, size, isInterleaved: true }, FILM, SIDE)).toEqual(
      averageYuv({ bytes: planar, size, isInterleaved: false }, FILM, SIDE),
    );
  });

  test('of grey depend on the range alone', () => {
    const size = { width: 32, height: 32 };
    const grey = new Uint8Array(i420Bytes(size)).fill(128);
    const of = (matrix: 'bt709' | 'bt601', isFullRange: boolean): Rgb | undefined =>
      cellsOf(averageYuv({ bytes: grey, size, isInterleaved: false }, { matrix, isFullRange }, SIDE))[0];
    expect(of('bt601', true)).toEqual([128, 128, 128]);
    expect(of('bt709', true)).toEqual([128, 128, 128]);
    expect(of('bt601', false)).toEqual([130, 130, 130]);
  });

  test('are the same whether rows begin with whole words or not', () => {
    const random = createRandom(3);
    // Heights of a row of cells on both sides of what two bytes can add up, and the largest sums that there are.
    for (const [width, height, top] of [
      [64, 96, 256],
      [32, 16 * 300, 256],
      [16, 16 * 300, 1e9],
    ] as const) {
      const size = { width, height };
      const bytes = Uint8Array.from({ length: i420Bytes(size) }, () => Math.min(255, random() * top));
      const shifted = new Uint8Array(bytes.length + 1).subarray(1);
      shifted.set(bytes);
      const cells = (picture: Uint8Array): Uint8ClampedArray =>
        averageYuv({ bytes: picture, size, isInterleaved: false }, FILM, SIDE);
      expect(cells(bytes)).toEqual(cells(shifted));
    }
  });
});
