/** Changing the rate keeps the sound and lets nothing fold back. */
import { describe, expect, test } from 'vitest';
import { resample } from '../../../src/media/resample';

const sine = (hertz: number, rate: number, length = rate): Float32Array =>
  Float32Array.from({ length }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / rate));

/** Largest difference away from the edges, where the kernel reaches into silence. */
function worst(a: Float32Array, b: Float32Array): number {
  let most = 0;
  for (let at = 200; at < Math.min(a.length, b.length) - 200; at += 1) {
    most = Math.max(most, Math.abs((a[at] ?? 0) - (b[at] ?? 0)));
  }
  return most;
}

describe('resample', () => {
  test.for([
    [44_100, 48_000],
    [48_000, 44_100],
    [8000, 48_000],
    [96_000, 48_000],
  ] as const)('from %i to %i Hz a tone stays the tone', ([from, to]) => {
    const made = resample(sine(1000, from), 0, from / to, to);
    expect(worst(made, sine(1000, to))).toBeLessThan(1e-3);
  });

  test('what the lower rate cannot carry is taken away, not folded back', () => {
    const made = resample(sine(15_000, 48_000), 0, 48_000 / 16_000, 16_000);
    expect(worst(made, new Float32Array(16_000))).toBeLessThan(1e-3);
  });

  test('a fraction of a sample is exact', () => {
    const shifted = Float32Array.from({ length: 4800 }, (_, at) =>
      Math.sin((2 * Math.PI * 1000 * (at + 0.37)) / 48_000),
    );
    expect(worst(resample(sine(1000, 48_000), 0.37, 1, 4800), shifted)).toBeLessThan(1e-3);
  });

  test('at the same rate whole samples are copied, with silence round them', () => {
    const input = Float32Array.of(1, 2, 3);
    expect([...resample(input, -2, 1, 7)]).toEqual([0, 0, 1, 2, 3, 0, 0]);
    expect([...resample(input, 1, 1, 1)]).toEqual([2]);
    expect([...resample(input, 5, 1, 2)]).toEqual([0, 0]);
  });
});
