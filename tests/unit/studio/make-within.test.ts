/** Films for messengers, which take so many bytes and no more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFits, makeWithin } from '../../../src/studio/make-within';

/** An encoder that gives more bytes than it was asked for, or fewer, and some that no rate takes away. */
function encoder(
  excess: number,
  fixed = 0,
): {
  make: (job: { videoBitrate: number }) => Promise<{ file: { size: number } }>;
  forget: () => Promise<void>;
  rates: number[];
} {
  const rates: number[] = [];
  /** The file of the pass before, which comes out again until it is forgotten. */
  let left: { file: { size: number } } | null = null;
  return {
    rates,
    forget() {
      left = null;
      return Promise.resolve();
    },
    make({ videoBitrate }) {
      rates.push(videoBitrate);
      left ??= { file: { size: Math.round((videoBitrate / 8) * 15 * excess + fixed) } };
      return Promise.resolve(left);
    },
  };
}

test('a file says whether it keeps its limit, where there is one', () => {
  expect(checkFits(16_000_000, 16_000_000)).toMatchObject([{ id: 'fits', passed: true }]);
  expect(checkFits(16_000_001, 16_000_000)).toMatchObject([{ id: 'fits', passed: false }]);
  expect(checkFits(99_000_000, null)).toEqual([]);
});

describe('a film', () => {
  test('that fits at once is made once', async () => {
    const { make, forget, rates } = encoder(1);
    await makeWithin({ videoBitrate: 8_000_000 }, 16_000_000, make, forget);
    expect(rates).toEqual([8_000_000]);
  });

  test('without a limit is made once, however large', async () => {
    const { make, forget, rates } = encoder(9);
    await makeWithin({ videoBitrate: 8_000_000 }, null, make, forget);
    expect(rates).toHaveLength(1);
  });

  test('that comes out too large is made again as large as it may be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 1.1, max: 6, noNaN: true }), async (excess) => {
        const { make, forget, rates } = encoder(excess);
        const { file } = await makeWithin({ videoBitrate: 8_000_000 }, 16_000_000, make, forget);
        expect(rates.length).toBeLessThanOrEqual(2);
        expect(file.size).toBeLessThanOrEqual(16_000_000);
        expect(file.size).toBeGreaterThan(12_000_000);
      }),
    );
  });

  test('that will not fit is not tried for ever', async () => {
    const { make, forget, rates } = encoder(1, 20_000_000);
    await makeWithin({ videoBitrate: 8_000_000 }, 16_000_000, make, forget);
    expect(rates).toHaveLength(3);
  });
});
