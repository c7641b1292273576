/** Each judgement of pictures, on signatures made by hand. */
import { describe, expect, test } from 'vitest';
import {
  checkBlack,
  checkColorMatch,
  checkFrozen,
  checkPictures,
} from '../../../../src/export/check/picture-checks';
import type { ProbedPicture } from '../../../../src/export/check/probe-pictures';

/** @param valueOf each cell, 0..255 */
const signature = (valueOf: (x: number, y: number) => number): Uint8ClampedArray =>
  Uint8ClampedArray.from({ length: 16 * 16 * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : valueOf(Math.floor(at / 4) % 16, Math.floor(at / 64)),
  );

const grey = (value: number): Uint8ClampedArray => signature(() => value);

/** A bright column on grey. */
const column = (place: number): Uint8ClampedArray => signature((x) => (x === place ? 250 : 90));

const probed = (
  ...pictures: readonly (readonly [Uint8ClampedArray, Uint8ClampedArray | null])[]
): ProbedPicture[] => pictures.map(([drawn, found], frame) => ({ frame, drawn, found }));

describe('pictures', () => {
  test('that came through an encoder are the same', () => {
    const came = probed([column(3), column(3).map((value) => value + 4)]);
    expect(checkPictures(came)).toEqual({ passed: true, value: '3.0' });
  });

  test('are judged by the worst', () => {
    expect(checkPictures(probed([grey(90), grey(90)], [grey(90), grey(120)])).passed).toBe(false);
  });

  test('that are not there fail', () => {
    expect(checkPictures(probed([grey(90), grey(90)], [grey(90), null]))).toEqual({
      passed: false,
      value: 'no picture 1',
    });
  });

  test('of which none was looked at fail', () => {
    for (const check of [checkPictures, checkColorMatch, checkBlack, checkFrozen])
      expect(check([]).passed).toBe(false);
  });
});

describe('colours', () => {
  test('may be three of 255 beside on average, and no more', () => {
    expect(checkColorMatch(probed([grey(90), grey(93)]))).toEqual({ passed: true, value: '3.0/255' });
    expect(checkColorMatch(probed([grey(90), grey(90)], [grey(90), grey(97)])).passed).toBe(false);
  });

  test('are those of patches: detail within one may move', () => {
    expect(checkColorMatch(probed([column(3), column(5)]))).toEqual({ passed: true, value: '0.0/255' });
    expect(checkColorMatch(probed([column(3), column(12)])).passed).toBe(false);
  });
});

describe('black', () => {
  test('fails where something was drawn', () => {
    expect(checkBlack(probed([grey(90), grey(90)], [grey(90), grey(2)]))).toEqual({
      passed: false,
      value: '1',
    });
  });

  test('passes where black was drawn, or nearly', () => {
    expect(checkBlack(probed([grey(0), grey(3)], [grey(18), grey(14)])).passed).toBe(true);
  });

  test('is not a dark picture with one light', () => {
    const light = signature((x, y) => (x === 8 && y === 8 ? 120 : 2));
    expect(checkBlack(probed([light, light])).passed).toBe(true);
    expect(checkBlack(probed([light, grey(2)])).passed).toBe(false);
  });
});

describe('frozen', () => {
  test('fails where it moved when it was drawn', () => {
    const frozen = probed([column(1), column(1)], [column(5), column(1)], [column(9), column(1)]);
    expect(checkFrozen(frozen)).toEqual({ passed: false, value: '2' });
  });

  test('passes where it stood still, and where encoding took a part of a small movement', () => {
    expect(checkFrozen(probed([column(1), column(1)], [column(1), column(1)])).passed).toBe(true);
    expect(checkFrozen(probed([grey(90), grey(90)], [grey(94), grey(92)])).passed).toBe(true);
  });

  test('is not told of what has gone black', () => {
    const black = probed([column(1), column(1)], [column(5), grey(0)], [column(9), grey(0)]);
    expect(checkFrozen(black).passed).toBe(true);
  });
});
