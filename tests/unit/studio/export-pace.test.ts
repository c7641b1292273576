/** What a device's exports say of the next one: how long it takes, and how large it becomes. */
import { describe, expect, test } from 'vitest';
import {
  expectedFilmBytes,
  expectedSeconds,
  learnPace,
  learnShare,
  type ExportPace,
} from '../../../src/studio/export-pace';

const SIZE = { width: 1000, height: 1000 };
const DIRECT = [{ first: 0, count: 100, route: 'direct', reason: 'size' }] as const;
const PACE: ExportPace = { copy: 0.1, direct: 10, compose: 60, fixed: 1000, share: 1 };

describe('the time', () => {
  test('of the same film again is what it took', () => {
    const pace = learnPace(null, DIRECT, SIZE, 2000, 2500);
    expect(expectedSeconds(pace, DIRECT, SIZE)).toBeCloseTo(2.5, 6);
  });

  test('of a faster film pulls the estimate half of the way', () => {
    const pace = learnPace(PACE, DIRECT, SIZE, 500, 1500);
    expect(pace.direct).toBeCloseTo(7.5, 6);
  });
});

describe('the size', () => {
  const bytes = { copied: 1_000_000, encoded: 10_000_000 };

  test('is the most that it may be until a film was made', () => {
    expect(expectedFilmBytes(bytes, null)).toBe(11_000_000);
  });

  test('of the same film again is what it came to', () => {
    const pace = learnShare(PACE, bytes, 3_000_000, true);
    expect(expectedFilmBytes(bytes, pace)).toBe(3_000_000);
  });

  test('is pulled half of the way by each film after the first', () => {
    expect(learnShare(PACE, bytes, 6_000_000, false).share).toBeCloseTo(0.75, 6);
  });

  test('is not learnt from films that were copied', () => {
    expect(learnShare(PACE, { copied: 10_000_000, encoded: 1_000_000 }, 10_100_000, true)).toBe(PACE);
  });

  test('does not shrink to nothing by a film that hardly moves', () => {
    expect(learnShare(PACE, bytes, 1_000_100, true).share).toBeCloseTo(0.1, 6);
  });
});
