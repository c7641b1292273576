/** Pieces of a film on their way through the disk. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packChunk, unpackChunk, type FilmChunk } from '../../../../src/export/chunks/film-chunk';

const bytes = fc.uint8Array({ maxLength: 40 });
const chunks = fc
  .record({
    first: fc.nat(10_000),
    maker: fc.constantFrom('copy', 'webcodecs', 'x264'),
    codec: fc.constantFrom('avc', 'vp9', 'vp8'),
    sps: fc.array(bytes, { maxLength: 2 }),
    pps: fc.array(bytes, { maxLength: 2 }),
    samples: fc.array(fc.tuple(fc.boolean(), bytes), { minLength: 1, maxLength: 8 }),
    signature: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  })
  .map(({ samples, signature, ...rest }): FilmChunk => ({
    ...rest,
    count: samples.length,
    samples: samples.map(([isKey, data], index) => ({
      frame: rest.first + index,
      isKey,
      bytes: data.length,
    })),
    signatures: new Map([[rest.first, new Uint8ClampedArray(signature)]]),
    data: Uint8Array.from(samples.flatMap(([, data]) => [...data])),
  }));

const plain = (chunk: FilmChunk): unknown => ({
  ...chunk,
  sps: chunk.sps.map((set) => [...set]),
  pps: chunk.pps.map((set) => [...set]),
  data: [...chunk.data],
  signatures: [...chunk.signatures].map(([frame, pixels]) => [frame, [...pixels]]),
});

test('a chunk comes back as it was', () => {
  fc.assert(
    fc.property(chunks, (chunk) => {
      expect(plain(unpackChunk(packChunk(chunk)))).toEqual(plain(chunk));
    }),
  );
});

test('a chunk that was cut off is damage, never another chunk', () => {
  fc.assert(
    fc.property(chunks, fc.double({ min: 0, max: 0.999, noNaN: true }), (chunk, part) => {
      const packed = packChunk(chunk);
      const cut = packed.slice(0, Math.floor(packed.length * part));
      if (cut.length === packed.length) return;
      expect(() => unpackChunk(cut)).toThrowError(expect.objectContaining({ code: 'file-corrupt' }));
    }),
  );
});
