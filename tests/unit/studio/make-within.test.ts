/** Films for messengers, which take so many bytes and no more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeWithin } from '../../../src/studio/make-within';

/** An encoder that gives more bytes than it was asked for, or fewer, and some that no rate takes away. */
function encoder(
  excess: number,
  fixed = 0,
): { make: (job: { videoBitrate: number }) => Promise<{ file: { size: number } }>; rates: number[] } {
  const rates: number[] = [];
  return {
    rates,
    make({ videoBitrate }) {
      rates.push(videoBitrate);
      return Promise.resolve({ file: { size: Math.round((videoBitrate / 8) * 15 * excess + fixed) } });
    },
  };
}

describe('a film', () => {
  test('that fits at once is made once', async () => {
    const { make, rates } = encoder(1);
    await makeWithin({ videoBitrate: 8_000_000 }, 16_000_000, make);
    expect(rates).toEqual([8_000_000]);
  });

  test('without a limit is made once, however large', async () => {
    const { make, rates } = encoder(9);
    await makeWithin({ videoBitrate: 8_000_000 }, null, make);
    expect(rates).toHaveLength(1);
  });

  test('that comes out too large is made again as large as it may be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 1.1, max: 6, noNaN: true }), async (excess) => {
        const { make, rates } = encoder(excess);
        const { file } = await makeWithin({ videoBitrate: 8_000_000 }, 16_000_000, make);
        expect(rates.length).toBeLessThanOrEqual(2);
        expect(file.size).toBeLessThanOrEqual(16_000_000);
        expect(file.size).toBeGreaterThan(12_000_000);
      }),
    );
  });

  test('that will not fit is not tried for ever', async () => {
    const { make, rates } = encoder(1, 20_000_000);
    await makeWithin({ videoBitrate: 8_000_000 }, 16_000_000, make);
    expect(rates).toHaveLength(3);
  });
});
