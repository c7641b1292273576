import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  APPROACH_BEATS,
  approachOf,
  currentMove,
  lastMetMove,
  type Approach,
} from '../../../src/stage/approach';

const BEAT = 0.5;
const move = { start: 10, keyTime: 10, end: 11, hold: false };
const at = (seconds: number, reducedMotion = false, of = move): Approach | null => {
  const approach: Approach = { scale: 0, opacity: 0, flash: 0 };
  return approachOf(of, seconds, BEAT, reducedMotion, approach) ? { ...approach } : null;
};

describe('a silhouette on its way', () => {
  it('is well seen two beats ahead', () => {
    for (const reducedMotion of [false, true]) {
      expect(at(move.keyTime - 2 * BEAT, reducedMotion)?.opacity).toBeGreaterThan(0.7);
    }
  });

  it('meets the frame exactly on the key time', () => {
    expect(at(move.keyTime)).toMatchObject({ scale: 1, opacity: 1 });
    expect(at(move.keyTime - 0.01)?.scale).toBeLessThan(1);
  });

  it('only grows and only comes nearer, without a jump', () => {
    const times = fc.double({ min: move.keyTime - APPROACH_BEATS * BEAT, max: move.keyTime, noNaN: true });
    fc.assert(
      fc.property(times, (seconds) => {
        const [now, later] = [at(seconds), at(Math.min(move.keyTime, seconds + 0.01))];
        if (now === null || later === null) throw new Error('unseen');
        for (const key of ['scale', 'opacity'] as const) {
          expect(later[key]).toBeGreaterThanOrEqual(now[key] - 1e-9);
          expect(later[key] - now[key]).toBeLessThan(0.08);
        }
      }),
    );
  });

  it('flashes when met, and is gone a beat later', () => {
    expect(at(move.keyTime + 0.01)?.flash).toBeGreaterThan(0.9);
    expect(at(move.keyTime + BEAT)).toBeNull();
    expect(at(move.keyTime - APPROACH_BEATS * BEAT - 0.01)).toBeNull();
  });

  it('stays to the end of a hold', () => {
    expect(at(move.end - 0.05, false, { ...move, hold: true })?.opacity).toBeGreaterThan(0.3);
  });

  it('never travels with reduced motion: it fades out at the side and in at the player', () => {
    const scales = new Set<number>();
    for (let beats = 3.3; beats > -0.5; beats -= 0.02) {
      const approach = at(move.keyTime - beats * BEAT, true);
      if (approach !== null && approach.opacity > 0.02) scales.add(approach.scale);
    }
    expect([...scales]).toEqual([expect.any(Number), 1]);
    expect(at(move.keyTime - 1.7 * BEAT, true)?.scale).toBe(1);
    expect(at(move.keyTime, true)?.opacity).toBeGreaterThan(
      at(move.keyTime - 1.2 * BEAT, true)?.opacity ?? 1,
    );
  });
});

it('knows the last move whose key time has come', () => {
  const moves = [move, { ...move, keyTime: 11.5, end: 12 }];
  expect([9.9, 10, 11.4, 11.5, 99].map((seconds) => lastMetMove(moves, seconds))).toEqual([-1, 0, 0, 1, 1]);
});

describe('the current move', () => {
  const moves = [move, { ...move, start: 11, keyTime: 11.5, end: 12 }];
  it.each([
    [0, 0],
    [10.5, 0],
    [11, 1],
    [12, -1],
  ])('at %d s is number %d', (seconds, index) => {
    expect(currentMove(moves, seconds)).toBe(index);
  });
});
