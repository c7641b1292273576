/** Of a long source only what is heard has to be decoded. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceAt } from '../../../../src/core/pace';
import { neededSpan } from '../../../../src/export/sound/needed-span';
import type { SoundPiece } from '../../../../src/project/frame-plan';

const piece = (patch: Partial<SoundPiece>): SoundPiece => ({
  from: { kind: 'take', takeId: 'take' },
  bus: 'film',
  start: 0,
  duration: 10,
  sourceStart: 0,
  speed: 1,
  keepPitch: true,
  gain: 1,
  fadeIn: 0,
  fadeOut: 0,
  ...patch,
});

describe('the span that is needed', () => {
  test('reaches from the first to the last piece, and a little beyond', () => {
    const span = neededSpan([piece({ sourceStart: 100, duration: 2 }), piece({ sourceStart: 40 })], 15);
    expect(span.from).toBeCloseTo(39.7, 6);
    expect(span.to).toBeCloseTo(102.3, 6);
  });

  test('leaves out what lies before the film or after it', () => {
    const span = neededSpan([piece({ start: -4, duration: 60, sourceStart: 10 })], 15);
    expect(span.from).toBeCloseTo(13.7, 6);
    expect(span.to).toBeCloseTo(29.3, 6);
  });

  test('is nothing for pieces that are not heard', () => {
    expect(neededSpan([piece({ start: 20 })], 15)).toEqual({ from: 0, to: 0 });
  });

  test('holds every place of every piece, whichever way and however fast it runs', () => {
    const curve = fc.option(
      fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 2, maxLength: 4 }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: 50, max: 90, noNaN: true }),
        fc.boolean(),
        curve,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (start, duration, sourceStart, reversed, speeds, part) => {
          const made = piece({
            start,
            duration,
            sourceStart,
            reversed,
            ...(speeds === undefined
              ? {}
              : { speedCurve: speeds.map((speed, index) => ({ at: 55 + index * 10, speed })) }),
          });
          const span = neededSpan([made], 12);
          const first = Math.max(0, -start);
          const last = Math.min(duration, 12 - start);
          const place = sourceAt(made, first + (last - first) * part);
          if (last > first) {
            // Before its beginning a source has nothing to be decoded.
            expect(Math.max(0, place)).toBeGreaterThanOrEqual(span.from);
            expect(place).toBeLessThanOrEqual(span.to);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
