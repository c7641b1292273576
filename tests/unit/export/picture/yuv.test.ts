/** Colours go into the file as BT.709 says, limited range. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { i420Bytes, toI420 } from '../../../../src/export/picture/yuv';

/** The textbook formula, in floating point, rounded. */
function exact(red: number, green: number, blue: number): [number, number, number] {
  const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const u = (blue - y) / 1.8556;
  const v = (red - y) / 1.5748;
  return [16 + (y * 219) / 255, 128 + (u * 224) / 255, 128 + (v * 224) / 255];
}

const SIZE = { width: 4, height: 2 };

function flat(red: number, green: number, blue: number): Uint8Array {
  const rgba = Uint8Array.from({ length: 32 }, (_, at) => [red, green, blue, 255][at % 4] ?? 0);
  const out = new Uint8Array(i420Bytes(SIZE));
  toI420(rgba, SIZE, out);
  return out;
}

describe('toI420', () => {
  test('every colour within half a step of the formula', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (red, green, blue) => {
        const out = flat(red, green, blue);
        const made = [out[0] ?? 0, out[8] ?? 0, out[10] ?? 0];
        exact(red, green, blue).forEach((value, index) => {
          expect(Math.abs((made[index] ?? 0) - value)).toBeLessThan(0.52);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('black, white and grey have no colour', () => {
    expect([...flat(0, 0, 0)]).toEqual([16, 16, 16, 16, 16, 16, 16, 16, 128, 128, 128, 128]);
    expect(flat(255, 255, 255)[0]).toBe(235);
    for (let grey = 0; grey <= 255; grey += 1)
      expect([...flat(grey, grey, grey).slice(8)]).toEqual([128, 128, 128, 128]);
  });

  test('the last row in memory is the top of the picture', () => {
    const rgba = new Uint8Array(32).fill(255);
    rgba.fill(0, 16);
    const out = new Uint8Array(i420Bytes(SIZE));
    toI420(rgba, SIZE, out);
    expect([...out.slice(0, 8)]).toEqual([16, 16, 16, 16, 235, 235, 235, 235]);
  });
});
