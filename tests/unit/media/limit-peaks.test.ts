/** What clips is turned down, on the samples and between them; what does not is left alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PEAK_LIMIT, limitPeaks } from '../../../src/media/limit-peaks';
import { truePeak } from '../../../src/media/loudness';
import { createPcm, type Pcm } from '../../../src/media/pcm';

const RATE = 48_000;

const decibels = (level: number): number => 20 * Math.log10(level);

describe('limitPeaks', () => {
  test('leaves alone what does not clip, to the bit', () => {
    const rise = Float32Array.from({ length: 4800 }, (_, at) => (0.7 * at) / 4800);
    const before = [rise, rise.map((value) => -value)];
    const pcm: Pcm = { sampleRate: RATE, channels: before.map((side) => side.slice()) };
    limitPeaks(pcm);
    expect(pcm.channels).toEqual(before);
  });

  test('no sample passes the limit, whatever comes, and both sides are turned alike', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 2000 }),
        (samples) => {
          const left = Float32Array.from(samples);
          const pcm: Pcm = { sampleRate: RATE, channels: [left, left.map((sample) => sample / 2)] };
          limitPeaks(pcm);
          pcm.channels[0]?.forEach((sample, at) => {
            expect(Math.abs(sample)).toBeLessThanOrEqual(PEAK_LIMIT + 1e-5);
            expect(pcm.channels[1]?.[at]).toBeCloseTo(sample / 2, 5);
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  test('the gain falls before the peak and comes back after', () => {
    const pcm = createPcm(RATE, 1, RATE);
    const [side = new Float32Array()] = pcm.channels;
    side.fill(0.5);
    side[24_000] = 2;
    limitPeaks(pcm);
    expect(side[23_000]).toBe(0.5);
    expect(side[23_990]).toBeLessThan(0.5);
    expect(side[47_999]).toBeCloseTo(0.5, 2);
  });

  test.each([
    // Every sample at 0.71 of what the wave reaches.
    { name: 'a quarter of the rate between its samples', hertz: 12_000, phase: Math.PI / 4 },
    { name: 'a little below it, so that all phases come', hertz: 11_025, phase: 0 },
  ])('the wave between the samples is held as well: $name', ({ hertz, phase }) => {
    const side = Float32Array.from({ length: RATE }, (_, at) =>
      Math.sin((2 * Math.PI * hertz * at) / RATE + phase),
    );
    const pcm: Pcm = { sampleRate: RATE, channels: [side] };
    expect(decibels(truePeak(pcm))).toBeGreaterThan(-0.2);
    limitPeaks(pcm);
    expect(decibels(truePeak(pcm))).toBeLessThanOrEqual(-1 + 0.1);
    expect(decibels(truePeak(pcm))).toBeGreaterThan(-1.5);
  });

  test('true peaks stay within 0.1 dB of the limit, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 2000 }),
        (samples) => {
          const pcm: Pcm = { sampleRate: RATE, channels: [Float32Array.from(samples)] };
          limitPeaks(pcm);
          expect(decibels(truePeak(pcm))).toBeLessThanOrEqual(-1 + 0.1);
        },
      ),
      { numRuns: 200 },
    );
  });
});
