/** Mattes are given at the right time, without the flicker of the model and without lag. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatteTrack } from '../../../src/media/matte-track';
import { steadyMatteAt } from '../../../src/media/steady-matte';

/** Mattes of one row of pixels each, 30 a second unless `times` says otherwise. */
function trackOf(rows: readonly (readonly number[])[], times?: readonly number[]): MatteTrack {
  return {
    width: rows[0]?.length ?? 1,
    height: 1,
    times: Float64Array.from(times ?? rows.map((_, row) => row / 30)),
    data: Uint8Array.from(rows.flat()),
  };
}

const at = (track: MatteTrack, seconds: number): number[] => [...(steadyMatteAt(track, seconds)?.data ?? [])];

describe('the matte at a time', () => {
  const track = trackOf([[0], [84], [168]], [0, 0.2, 0.5]);

  test('is the last one at or before, and the first before the first', () => {
    const times = [-1, 0, 0.05, 0.2, 0.49, 0.5, 9];
    expect(times.map((seconds) => at(track, seconds)[0])).toEqual([0, 0, 0, 84, 84, 168, 168]);
  });

  test('is the same object as long as it is the same matte', () => {
    expect(steadyMatteAt(track, 0.3)).toBe(steadyMatteAt(track, 0.4));
  });

  test('is nothing in an empty track', () => {
    const empty = { width: 1, height: 1, times: new Float64Array(), data: new Uint8Array() };
    expect(steadyMatteAt(empty, 0)).toBeNull();
  });
});

describe('a steadied matte', () => {
  test('has the hole of a single matte filled', () => {
    expect(at(trackOf([[255], [10], [240]]), 1 / 30)).toEqual([240]);
  });

  test('loses what a single matte was not sure of', () => {
    expect(at(trackOf([[0], [90], [4]]), 1 / 30)).toEqual([4]);
  });

  test('keeps what a single matte is sure of: so looks an arm that moves fast', () => {
    const rows = Array.from({ length: 8 }, (_, row) =>
      Array.from({ length: 8 }, (__, x) => (x === row ? 255 : 0)),
    );
    rows.forEach((row, index) => expect(at(trackOf(rows), index / 30)).toEqual(row));
  });

  test('does not lag: an edge that wanders evenly stays where it is', () => {
    const edge = (place: number): number[] =>
      Array.from({ length: 24 }, (_, x) => Math.max(0, Math.min(255, Math.round(255 * (place - x + 0.5)))));
    const rows = Array.from({ length: 10 }, (_, row) => edge(4 + row * 1.4));
    rows.forEach((row, index) => expect(at(trackOf(rows), index / 30)).toEqual(row));
  });

  test('hears nothing from mattes that are far away in time', () => {
    expect(at(trackOf([[255], [10], [240]], [0, 0.2, 0.4]), 0.2)).toEqual([10]);
  });

  test('never leaves what three mattes span, and is one of them where they agree', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (before, now, after) => {
        const [value = -1] = at(trackOf([[before], [now], [after]]), 1 / 30);
        expect(value).toBeGreaterThanOrEqual(Math.min(before, now, after));
        expect(value).toBeLessThanOrEqual(Math.max(before, now, after));
        if (before === after && now === before) expect(value).toBe(now);
      }),
    );
  });
});
