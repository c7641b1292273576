/** The walk through a file finds what is there and cannot be led astray. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { findBoxes, readBoxes, topLevelBoxes } from '../../../src/export/mp4-boxes';

function box(type: string, contents: number[] = []): number[] {
  const size = contents.length + 8;
  return [
    size >>> 24,
    (size >>> 16) & 255,
    (size >>> 8) & 255,
    size & 255,
    ...[...type].map((letter) => letter.charCodeAt(0)),
    ...contents,
  ];
}

const view = (bytes: number[]): DataView => new DataView(Uint8Array.from(bytes).buffer);

const film = [
  ...box('ftyp', [1, 2, 3, 4]),
  ...box('moov', [...box('mvhd'), ...box('trak', [...box('edts', box('elst')), ...box('mdia')])]),
  ...box('mdat', [0, 0, 0, 9]),
];

describe('boxes', () => {
  test('lie side by side', () => {
    expect(readBoxes(view(film)).map(({ type }) => type)).toEqual(['ftyp', 'moov', 'mdat']);
  });

  test('are found inside others', () => {
    const [edts] = findBoxes(view(film), 'edts');
    expect(edts).toEqual({ type: 'edts', start: 44, end: 52 });
    expect(findBoxes(view(film), 'colr')).toEqual([]);
  });

  test('of a file are read from their headers alone', async () => {
    const found = await topLevelBoxes(new Blob([Uint8Array.from(film)]));
    expect(found.map(({ type }) => type)).toEqual(['ftyp', 'moov', 'mdat']);
  });

  test('of nonsense end, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const data = new DataView(Uint8Array.from(bytes).buffer);
        findBoxes(data, 'colr');
        await topLevelBoxes(new Blob([Uint8Array.from(bytes)]));
      }),
      { numRuns: 500 },
    );
  });
});
