/** The sound in the file begins with the sound, and ends with the picture. */
import { describe, expect, test } from 'vitest';
import { adtsFrames, withoutPriming } from '../../../../src/export/sound/adts';

/** A frame of `length` bytes that are all `mark` behind the header. */
function frame(length: number, mark: number): number[] {
  const header = [
    0xff,
    0xf1,
    0x4c,
    0x80 | (length >> 11),
    (length >> 3) & 0xff,
    ((length & 7) << 5) | 0x1f,
    0xfc,
  ];
  return [...header, ...Array.from({ length: length - 7 }, () => mark)];
}

const stream = Uint8Array.from([frame(20, 1), frame(300, 2), frame(9, 3), frame(3000, 4)].flat());

describe('adtsFrames', () => {
  test('finds every frame, of any length', () => {
    expect(adtsFrames(stream).map((each) => [each.length, each[7]])).toEqual([
      [20, 1],
      [300, 2],
      [9, 3],
      [3000, 4],
    ]);
  });

  test('says so when there is none, or half of one', () => {
    expect(() => adtsFrames(Uint8Array.of(1, 2, 3))).toThrow(
      expect.objectContaining({ code: 'muxer-failed' }),
    );
    expect(() => adtsFrames(stream.slice(0, -1))).toThrow(expect.objectContaining({ code: 'muxer-failed' }));
  });
});

describe('withoutPriming', () => {
  test('leaves out the frame that only fills the window', () => {
    expect([...withoutPriming(stream, 3 * 1024)]).toEqual([...stream.slice(20)]);
  });

  test('never lasts longer than the sound', () => {
    expect(adtsFrames(withoutPriming(stream, 2.9 * 1024))).toHaveLength(2);
  });

  test('keeps one frame of the shortest sound', () => {
    expect(adtsFrames(withoutPriming(stream, 10))).toHaveLength(1);
  });
});
