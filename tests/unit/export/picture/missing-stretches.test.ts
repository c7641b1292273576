/** What is still to be made of a film. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingStretches, spansOf } from '../../../../src/export/picture/missing-stretches';
import type { FilmStretch } from '../../../../src/export/routes/stretch';

const STRETCHES: readonly FilmStretch[] = [
  { first: 0, count: 40, route: 'copy', reason: 'untouched', takeId: 'take', picture: 100 },
  { first: 40, count: 30, route: 'direct', reason: 'edge', takeId: 'take' },
  { first: 70, count: 50, route: 'compose', reason: 'effects' },
];

const framesOf = (spans: readonly { first: number; count: number }[]): number[] =>
  spans.flatMap(({ first, count }) => Array.from({ length: count }, (_, index) => first + index));

test('frames that are done and frames that are missing are all frames, each once', () => {
  const spans = fc.array(
    fc.record({ first: fc.nat(119), count: fc.integer({ min: 1, max: 50 }) }).map(({ first, count }) => ({
      first,
      count: Math.min(count, 120 - first),
    })),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(spans, (done) => {
      const doneFrames = new Set(framesOf(done));
      const missing = missingStretches(STRETCHES, done);
      expect(framesOf(missing)).toEqual(
        Array.from({ length: 120 }, (_, frame) => frame).filter((frame) => !doneFrames.has(frame)),
      );
      for (const { first, route, picture } of missing) {
        const whole = STRETCHES.find((each) => first >= each.first && first < each.first + each.count);
        expect(route).toBe(whole?.route);
        if (route === 'copy') expect(picture).toBe(100 + first);
      }
    }),
  );
});

test('nothing is missing of a film that is done', () => {
  expect(missingStretches(STRETCHES, [{ first: 0, count: 120 }])).toEqual([]);
});

test('a stretch falls into spans of at most so many frames', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), fc.integer({ min: 1, max: 40 }), (first, count, length) => {
      const spans = spansOf({ first, count }, length);
      expect(framesOf(spans)).toEqual(framesOf([{ first, count }]));
      expect(spans.every((span) => span.count <= length)).toBe(true);
    }),
  );
});
