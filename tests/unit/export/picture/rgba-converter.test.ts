/** Vectors make the same bytes as the plain loop, whatever the picture. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileSimd, simdModuleText } from '../../../../scripts/build-simd';
import { createRandom } from '../../../../src/core/random';
import { createRgbaConverter } from '../../../../src/export/picture/rgba-converter';
import { TO_I420_WASM } from '../../../../src/export/picture/simd/to-i420-wasm';
import { i420Bytes, toI420 } from '../../../../src/export/picture/yuv';

test('any picture of any even size is converted as byte by byte', () => {
  const half = fc.integer({ min: 1, max: 24 });
  fc.assert(
    fc.property(half, half, fc.integer(), fc.boolean(), (halfWidth, halfHeight, seed, isHard) => {
      const size = { width: halfWidth * 2, height: halfHeight * 2 };
      const converter = createRgbaConverter(size);
      const random = createRandom(seed);
      // Hard pictures have nothing but the ends of each channel, where sums are largest.
      for (let at = 0; at < converter.rgba.length; at += 1)
        converter.rgba[at] = isHard ? (random() < 0.5 ? 0 : 255) : Math.floor(random() * 256);
      const expected = new Uint8Array(i420Bytes(size));
      toI420(converter.rgba, size, expected);
      const out = new Uint8Array(i420Bytes(size));
      converter.convert(out);
      expect(out).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('the module is compiled from its source as it stands', async () => {
  expect(simdModuleText(await compileSimd())).toContain(TO_I420_WASM);
});
