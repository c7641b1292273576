/** What is drawn of a sound is never less than the sound, at any zoom and either way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pcm } from '../../../src/media/pcm';
import { FULL_PEAK, peaksAlong, peaksBetween, waveformBytes, waveformOf } from '../../../src/media/waveform';

const sounds = fc.record({
  sampleRate: fc.constantFrom(8000, 11_025, 44_100, 48_000),
  channels: fc
    .tuple(
      fc.array(fc.float({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 1, maxLength: 3000 }),
      fc.boolean(),
    )
    .map(([samples, isStereo]) => {
      const left = Float32Array.from(samples);
      return isStereo ? [left, left.map((sample) => -sample)] : [left];
    }),
});

/** The true peaks of the samples in [from, to) seconds, held at full scale. */
function truePeaks(pcm: Pcm, from: number, to: number): { low: number; high: number } {
  let [low, high] = [0, 0];
  for (const samples of pcm.channels) {
    samples.forEach((sample, at) => {
      const seconds = at / pcm.sampleRate;
      if (seconds < from || seconds >= to) return;
      low = Math.min(low, Math.max(sample, -1));
      high = Math.max(high, Math.min(sample, 1));
    });
  }
  return { low: low * FULL_PEAK, high: high * FULL_PEAK };
}

/** A click of full height in the middle of silence. */
function click(seconds: number, rate = 48_000): Pcm {
  const samples = new Float32Array(2 * seconds * rate);
  samples[seconds * rate] = 1;
  return { sampleRate: rate, channels: [samples] };
}

describe('the outline of a sound', () => {
  it('is never below the true peak of any column, at any zoom', () => {
    fc.assert(
      fc.property(
        sounds,
        fc.constantFrom(50, 200, 333),
        fc.double({ min: -0.1, max: 0.4, noNaN: true }),
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        (pcm, perSecond, from, length, columns) => {
          const { low, high } = peaksBetween(waveformOf(pcm, perSecond), from, from + length, columns);
          for (let column = 0; column < columns; column += 1) {
            const edge = (place: number): number => from + (length * place) / columns;
            const peak = truePeaks(pcm, edge(column), edge(column + 1));
            expect(high[column]).toBeGreaterThanOrEqual(peak.high - 1e-9);
            expect(low[column]).toBeLessThanOrEqual(peak.low + 1e-9);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never shows more than the loudest sample of the whole', () => {
    fc.assert(
      fc.property(sounds, fc.integer({ min: 1, max: 30 }), (pcm, columns) => {
        const { low, high } = peaksBetween(waveformOf(pcm), 0, 0.4, columns);
        const whole = truePeaks(pcm, 0, 1);
        expect(Math.max(...high)).toBeLessThanOrEqual(Math.ceil(whole.high));
        expect(Math.min(...low)).toBeGreaterThanOrEqual(Math.floor(whole.low));
      }),
    );
  });

  it('is flat in silence, and outside of the sound', () => {
    const silence: Pcm = { sampleRate: 48_000, channels: [new Float32Array(48_000)] };
    for (const [from, to] of [
      [0, 1],
      [0.2, 0.21],
      [-5, -1],
      [3, 9],
    ] as const) {
      const { low, high } = peaksBetween(waveformOf(silence), from, to, 7);
      expect([...low, ...high].every((peak) => peak === 0)).toBe(true);
    }
  });

  it('shows a click where it is, however far away one looks', () => {
    const waveform = waveformOf(click(30));
    for (const columns of [1, 15, 60, 600, 12_000]) {
      const { high } = peaksBetween(waveform, 0, 60, columns);
      const shown = [...high.keys()].filter((column) => high[column] === FULL_PEAK);
      const place = columns / 2;
      expect(shown.length).toBeGreaterThan(0);
      for (const column of shown) expect(Math.abs(column - place)).toBeLessThanOrEqual(1.5);
    }
  });

  it('is the same backwards, turned round', () => {
    const waveform = waveformOf(click(1));
    const ahead = peaksBetween(waveform, 0, 1.6, 16);
    const back = peaksBetween(waveform, 1.6, 0, 16);
    expect([...back.high]).toEqual([...ahead.high].reverse());
  });

  it('follows edges of any pace', () => {
    const { high } = peaksAlong(waveformOf(click(1)), Float64Array.of(0, 0.9, 0.99, 1.01, 2));
    expect([...high]).toEqual([0, 0, FULL_PEAK, 0]);
  });

  it('reads a long sound at a glance and keeps little of it', () => {
    const minutes = 3;
    const waveform = waveformOf(click(minutes * 30));
    expect(waveformBytes(waveform)).toBeLessThan(minutes * 60 * 200 * 2 * 1.4);
    // From the whole to a single bucket, a column reads a few buckets of some level.
    const reads = waveform.levels.map(({ low }) => low.length);
    expect(reads.at(-1)).toBe(1);
  });

  it('refuses to have no buckets', () => {
    expect(() => waveformOf(click(1), 0)).toThrow(RangeError);
  });
});
