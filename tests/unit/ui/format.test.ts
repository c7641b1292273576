/** Clocks never show the future; sizes keep to one unit. */
import { expect, it } from 'vitest';
import { formatBytes, formatClock } from '../../../src/ui/format';

it.each([
  [0, '0:00.0'],
  [7.59, '0:07.5'],
  [0.3, '0:00.3'],
  [14.999, '0:14.9'],
  [75, '1:15.0'],
  [-1, '0:00.0'],
])('%d seconds are %s', (seconds, clock) => {
  expect(formatClock(seconds, { tenths: true })).toBe(clock);
});

it('leaves the tenths out unless asked', () => {
  expect(formatClock(7.9)).toBe('0:07');
});

it.each([
  [12_345, '12 kB'],
  [18_400_000, '18 MB'],
  [1_840_000, '1.8 MB'],
  [10_700_000_000, '11 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes, 'en')).toBe(words);
});
