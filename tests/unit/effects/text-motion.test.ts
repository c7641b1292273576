import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movesNow, partPose } from '../../../src/effects/text-motion';
import { TEXT_INS, TEXT_LOOPS, type TextMotion } from '../../../src/project/project';

const motion = (patch: Partial<TextMotion>): TextMotion => ({
  in: 'none',
  loop: 'none',
  out: 'none',
  unit: 'letter',
  seconds: 0.5,
  ...patch,
});
const moment = (age: number, left: number) => ({ age, left, beatPhase: null });
const REST = { dx: 0, dy: 0, scale: 1, rotation: 0, alpha: 1 };

describe('words that come and go', () => {
  it.each(TEXT_INS)('as %s are at rest in between', (kind) => {
    expect(partPose(motion({ in: kind, out: kind }), moment(2, 2), 3, 5)).toEqual(REST);
    expect(movesNow(motion({ in: kind, out: kind }), moment(2, 2))).toBe(false);
  });

  it.each(TEXT_INS.filter((kind) => kind !== 'none'))('as %s are not there yet at the very start', (kind) => {
    const { alpha, scale } = partPose(motion({ in: kind }), moment(0, 4), 4, 5);
    expect(alpha * scale).toBe(0);
  });

  it('come one after the other', () => {
    const alphas = [0, 1, 2, 3].map(
      (index) => partPose(motion({ in: 'fade' }), moment(0.25, 4), index, 4).alpha,
    );
    expect(alphas).toEqual(alphas.toSorted((a, b) => b - a));
    expect(alphas[0]).toBeGreaterThan(alphas[3] ?? 1);
  });

  it('share a short time', () => {
    const short = motion({ in: 'fade', out: 'fade', seconds: 2 });
    expect(partPose(short, moment(0.5, 0.5), 0, 1).alpha).toBeCloseTo(1, 9);
  });

  it('always lie somewhere finite, not more than there', () => {
    const number = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXT_INS),
        fc.constantFrom(...TEXT_LOOPS),
        number,
        number,
        fc.integer({ min: 0, max: 40 }),
        (kind, loop, age, left, index) => {
          const pose = partPose(motion({ in: kind, out: kind, loop }), moment(age, left), index, 41);
          for (const value of Object.values(pose)) expect(Number.isFinite(value)).toBe(true);
          expect(pose.alpha).toBeGreaterThanOrEqual(0);
          expect(pose.alpha).toBeLessThanOrEqual(1);
          expect(Math.abs(pose.dx) + Math.abs(pose.dy)).toBeLessThan(4);
        },
      ),
    );
  });
});
