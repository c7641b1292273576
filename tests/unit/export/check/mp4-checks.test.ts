/** What an MP4 says of itself, in files made byte by byte. */
import { describe, expect, test } from 'vitest';
import {
  checkColor,
  checkEditLists,
  checkOrder,
  isMp4,
  readMp4Index,
} from '../../../../src/export/check/mp4-checks';

function box(type: string, ...contents: number[][]): number[] {
  const body = contents.flat();
  const size = body.length + 8;
  return [...[24, 16, 8, 0].map((shift) => (size >>> shift) & 255), ...lettersOf(type), ...body];
}

const lettersOf = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

const fileOf = (...boxes: number[][]): Blob => new Blob([Uint8Array.from(boxes.flat())]);

const ftyp = box('ftyp', lettersOf('isom'));

/** An index with one picture track, whose only box of its codec is the given one. */
function moovWith(inside: number[]): number[] {
  const sample = box('avc1', new Array<number>(78).fill(0), inside);
  const stsd = box('stsd', new Array<number>(8).fill(0), sample);
  return box('moov', box('trak', box('mdia', box('minf', box('stbl', stsd)))));
}

const colr = (kind: string, codes: readonly [number, number, number], flags: number): number[] =>
  box('colr', [...lettersOf(kind), ...codes.flatMap((code) => [0, code]), flags]);

const colorOf = async (inside: number[]): Promise<{ passed: boolean; value: string }> =>
  checkColor(await readMp4Index(fileOf(ftyp, moovWith(inside))));

test('a file is known by its first bytes', async () => {
  expect(await isMp4(fileOf(ftyp))).toBe(true);
  expect(await isMp4(new Blob([Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0, 0, 0, 0)]))).toBe(false);
  expect(await isMp4(new Blob([]))).toBe(false);
});

describe('the index', () => {
  test.each([
    { name: 'first', boxes: [ftyp, box('moov'), box('mdat')], passed: true },
    {
      name: 'first, with room behind it',
      boxes: [ftyp, box('moov'), box('free'), box('mdat')],
      passed: true,
    },
    { name: 'last', boxes: [ftyp, box('mdat'), box('moov')], passed: false },
    { name: 'nowhere', boxes: [ftyp, box('mdat')], passed: false },
  ])('$name', async ({ boxes, passed }) => {
    expect(checkOrder(await readMp4Index(fileOf(...boxes))).passed).toBe(passed);
  });

  test('with an edit list', async () => {
    const moov = box('moov', box('trak', box('edts', box('elst'))), box('trak', box('edts')));
    expect(checkEditLists(await readMp4Index(fileOf(ftyp, moov)))).toEqual({ passed: false, value: '2' });
  });

  test('that is missing proves nothing', async () => {
    expect(checkEditLists(await readMp4Index(fileOf(ftyp))).passed).toBe(false);
  });
});

describe('colours', () => {
  test.each([
    { name: 'BT.709, limited', inside: colr('nclx', [1, 1, 1], 0), passed: true, value: '1/1/1 limited' },
    { name: 'full range', inside: colr('nclx', [1, 1, 1], 0x80), passed: false, value: '1/1/1 full' },
    { name: 'BT.601', inside: colr('nclx', [6, 6, 6], 0), passed: false, value: '6/6/6 limited' },
    { name: 'a profile', inside: colr('prof', [1, 1, 1], 0), passed: false, value: '–' },
    { name: 'cut off', inside: box('colr', lettersOf('nclx')), passed: false, value: '–' },
    { name: 'none', inside: [], passed: false, value: '–' },
  ])('$name', async ({ inside, passed, value }) => {
    expect(await colorOf(inside)).toEqual({ passed, value });
  });

  test('of a stream whose parameter sets are cut off cannot be read', async () => {
    const avcC = box('avcC', [1, 100, 0, 31, 0xff, 0xe1, 0, 20, 0x67]);
    await expect(colorOf([...colr('nclx', [1, 1, 1], 0), ...avcC])).rejects.toMatchObject({
      code: 'file-corrupt',
    });
  });
});
