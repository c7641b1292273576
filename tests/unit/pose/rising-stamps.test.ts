/** Times for MediaPipe's graph: they rise whatever comes, and keep the steps of the source. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RisingStamps } from '../../../src/pose/detector/rising-stamps';

function stampAll(times: readonly number[]): number[] {
  const stamps = new RisingStamps();
  return times.map((time) => stamps.next(time));
}

describe('RisingStamps', () => {
  it('gives whole numbers that rise, whatever the times', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true })), (times) => {
        const stamps = stampAll(times);
        for (const [index, stamp] of stamps.entries()) {
          expect(Number.isInteger(stamp)).toBe(true);
          expect(stamp).toBeGreaterThan(stamps[index - 1] ?? 0);
        }
      }),
    );
  });

  it('keeps times that rise as they are', () => {
    expect(stampAll([1, 34.4, 66.7, 1000])).toEqual([1, 34, 67, 1000]);
  });

  it('parts times that fall on the same millisecond', () => {
    expect(stampAll([100, 100.2, 100.4])).toEqual([100, 101, 102]);
  });

  it('tells a jump from a late picture and from a slow one', () => {
    const stamps = new RisingStamps();
    expect(stamps.isJump(7000)).toBe(false);
    stamps.next(7000);
    for (const time of [6900, 7000, 7033, 8000]) expect(stamps.isJump(time)).toBe(false);
    for (const time of [6800, 0, 8001]) expect(stamps.isJump(time)).toBe(true);
    stamps.restart();
    expect(stamps.isJump(0)).toBe(false);
  });

  it('keeps the steps true after a restart', () => {
    const stamps = new RisingStamps();
    stamps.next(300);
    stamps.restart();
    expect([0, 33, 67].map((time) => stamps.next(time))).toEqual([1300, 1333, 1367]);
  });

  it('keeps the steps true after a jump back, so that the smoothing does not crawl', () => {
    expect(stampAll([5000, 0, 33, 67])).toEqual([5000, 6000, 6033, 6067]);
  });
});
