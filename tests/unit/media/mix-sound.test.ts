/** Pieces of sound lie where the plan says, to the sample. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { PEAK_LIMIT, limitPeaks } from '../../../src/media/limit-peaks';
import { mixSound } from '../../../src/media/mix-sound';
import { createPcm, type Pcm } from '../../../src/media/pcm';
import type { SoundPiece } from '../../../src/project/frame-plan';

const RATE = 48_000;

/** Sample `n` has the value n / length. */
function ramp(seconds: number, rate = RATE): Pcm {
  const length = Math.round(seconds * rate);
  const side = Float32Array.from({ length }, (_, at) => at / length);
  return { sampleRate: rate, channels: [side, side.map((value) => -value)] };
}

const piece = (patch: Partial<SoundPiece> = {}): SoundPiece => ({
  from: { kind: 'take', takeId: 'take' },
  start: 0,
  duration: 1,
  sourceStart: 0,
  speed: 1,
  gain: 1,
  fadeIn: 0,
  fadeOut: 0,
  ...patch,
});

const mix = (duration: number, pieces: SoundPiece[], sound: Pcm | null): Promise<Pcm> =>
  mixSound({ duration, pieces }, () => Promise.resolve(sound));

describe('mixSound', () => {
  test('is as long as the plan, silent where nothing lies', async () => {
    const mixed = await mix(2.5, [piece({ start: 1, duration: 1 })], ramp(1));
    expect(mixed.channels.map(({ length }) => length)).toEqual([120_000, 120_000]);
    expect(mixed.channels[0]?.slice(0, RATE).every((sample) => sample === 0)).toBe(true);
    expect(mixed.channels[0]?.slice(2 * RATE).every((sample) => sample === 0)).toBe(true);
  });

  test('copies to the sample, both sides', async () => {
    const source = ramp(2);
    const mixed = await mix(1, [piece({ start: 0.25, duration: 0.5, sourceStart: 0.5 })], source);
    expect(mixed.channels[0]?.[12_000]).toBe(source.channels[0]?.[24_000]);
    expect(mixed.channels[0]?.[35_999]).toBe(source.channels[0]?.[47_999]);
    expect(mixed.channels[0]?.[36_000]).toBe(0);
    expect(mixed.channels[1]?.[12_000]).toBe(source.channels[1]?.[24_000]);
  });

  test('a mono source is heard on both sides', async () => {
    const mono: Pcm = { sampleRate: RATE, channels: [new Float32Array(RATE).fill(0.5)] };
    const mixed = await mix(1, [piece()], mono);
    expect(mixed.channels.map((side) => side[100])).toEqual([0.5, 0.5]);
  });

  test('at double speed the source is over in half the time', async () => {
    const mixed = await mix(1, [piece({ speed: 2 })], ramp(1));
    expect(mixed.channels[0]?.[12_000]).toBeCloseTo(0.5, 2);
    expect(mixed.channels[0]?.[30_000]).toBeCloseTo(0, 5);
  });

  test('another rate keeps its time', async () => {
    const mixed = await mix(1, [piece()], ramp(1, 44_100));
    expect(mixed.channels[0]?.[24_000]).toBeCloseTo(0.5, 3);
  });

  test('fades rise and fall evenly', async () => {
    const flat: Pcm = { sampleRate: RATE, channels: [new Float32Array(RATE).fill(0.5)] };
    const mixed = await mix(1, [piece({ fadeIn: 0.5, fadeOut: 0.25 })], flat);
    expect(mixed.channels[0]?.[0]).toBe(0);
    expect(mixed.channels[0]?.[12_000]).toBeCloseTo(0.25, 4);
    expect(mixed.channels[0]?.[30_000]).toBeCloseTo(0.5, 4);
    expect(mixed.channels[0]?.[42_000]).toBeCloseTo(0.25, 4);
  });

  test('overlapping pieces sum; a source that is gone is silent', async () => {
    const flat: Pcm = { sampleRate: RATE, channels: [new Float32Array(RATE).fill(0.25)] };
    const both = await mix(1, [piece(), piece({ gain: 2 })], flat);
    expect(both.channels[0]?.[100]).toBeCloseTo(0.75, 6);
    const none = await mix(1, [piece()], null);
    expect(none.channels[0]?.some((sample) => sample !== 0)).toBe(false);
  });

  test('a piece that reaches over either end is cut there', async () => {
    const mixed = await mix(0.5, [piece({ start: -0.25, duration: 2 })], ramp(2));
    expect(mixed.channels[0]).toHaveLength(24_000);
    expect(mixed.channels[0]?.[0]).toBeCloseTo(0.125, 4);
  });
});

describe('limitPeaks', () => {
  test('leaves alone what does not clip, to the bit', () => {
    const quiet = ramp(0.1);
    const before = quiet.channels.map((side) => side.map((value) => value * 0.8));
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
});
