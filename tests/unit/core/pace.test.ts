/** The way of a clip through its source, and back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secondsBetween, sourceAt, speedAt, type Pace } from '../../../src/core/pace';

const curve = fc
  .uniqueArray(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 1, maxLength: 6 })
  .chain((places) =>
    fc.tuple(
      fc.constant(places.toSorted((a, b) => a - b)),
      fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), {
        minLength: places.length,
        maxLength: places.length,
      }),
    ),
  )
  .map(([places, speeds]) => places.map((at, index) => ({ at, speed: speeds[index] ?? 1 })))
  // Points closer than a millisecond are no curve that anybody could draw.
  .filter((points) =>
    points.every(({ at }, index) => index === 0 || at - (points[index - 1]?.at ?? 0) > 1e-3),
  );

const pace: fc.Arbitrary<Pace> = fc
  .record({
    sourceStart: fc.double({ min: 0, max: 20, noNaN: true }),
    speed: fc.double({ min: 0.1, max: 10, noNaN: true }),
    reversed: fc.boolean(),
    points: fc.option(curve, { nil: null }),
  })
  .map(({ points, ...rest }) => (points === null ? rest : { ...rest, speedCurve: points }));

describe('pace', () => {
  test('runs steadily without a curve, backwards when reversed, and not at all as a still', () => {
    const steady: Pace = { sourceStart: 2, speed: 0.5 };
    expect(sourceAt(steady, 3)).toBe(3.5);
    expect(sourceAt({ ...steady, reversed: true }, 3)).toBe(0.5);
    expect(sourceAt({ ...steady, still: true }, 3)).toBe(2);
    expect(secondsBetween({ ...steady, still: true }, 2, 3)).toBe(Infinity);
  });

  test('a ramp from 1 to 2 over one second of source takes ln 2 seconds', () => {
    const ramp: Pace = {
      sourceStart: 0,
      speed: 1,
      speedCurve: [
        { at: 0, speed: 1 },
        { at: 1, speed: 2 },
      ],
    };
    expect(secondsBetween(ramp, 0, 1)).toBeCloseTo(Math.LN2, 12);
    expect(sourceAt(ramp, Math.LN2)).toBeCloseTo(1, 12);
    // Past the last point its speed holds.
    expect(sourceAt(ramp, Math.LN2 + 1)).toBeCloseTo(3, 12);
  });

  test('the instant of the place of an instant is that instant', () => {
    fc.assert(
      fc.property(pace, fc.double({ min: -20, max: 20, noNaN: true }), (way, seconds) => {
        const back = secondsBetween(way, way.sourceStart, sourceAt(way, seconds));
        expect(back).toBeCloseTo(seconds, 6);
      }),
    );
  });

  test('going on from the middle is going on', () => {
    const seconds = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(pace, seconds, seconds, (way, first, then) => {
        const later = { ...way, sourceStart: sourceAt(way, first) };
        expect(sourceAt(later, then)).toBeCloseTo(sourceAt(way, first + then), 6);
      }),
    );
  });

  test('the speed is how fast the place changes', () => {
    fc.assert(
      fc.property(pace, fc.double({ min: 0, max: 10, noNaN: true }), (way, seconds) => {
        const step = 1e-6;
        const [from, to] = [sourceAt(way, seconds - step), sourceAt(way, seconds + step)];
        const measured = Math.abs(to - from) / (2 * step);
        const said = speedAt(way, sourceAt(way, seconds));
        // At a point of the curve the slope has a kink.
        expect(Math.abs(measured - said)).toBeLessThan(0.01 * said + 0.02);
      }),
    );
  });
});
