import { expect, it } from 'vitest';
import type { Pcm } from '../../../src/media/pcm';
import { integratedLoudness, truePeak } from '../../../src/media/loudness';

function sine(
  hertz: number,
  amplitude: number,
  seconds: number,
  sampleRate: number,
  phase = 0,
): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, frame) => amplitude * Math.sin((2 * Math.PI * hertz * frame) / sampleRate + phase),
  );
}

// The calibration of ITU-R BS.1770: a 0 dBFS, 997 Hz sine in one channel reads -3.01 LKFS.
it.each([44_100, 48_000, 96_000])('reads -3.01 LUFS for the calibration tone at %i Hz', (sampleRate) => {
  const pcm: Pcm = { sampleRate, channels: [sine(997, 1, 5, sampleRate), new Float32Array(5 * sampleRate)] };
  expect(integratedLoudness(pcm)).toBeCloseTo(-3.01, 1);
});

it('adds the power of both channels', () => {
  const tone = sine(997, 0.1, 5, 48_000);
  expect(integratedLoudness({ sampleRate: 48_000, channels: [tone, tone] })).toBeCloseTo(-20, 1);
});

it('leaves out pauses', () => {
  const tone = sine(997, 0.1, 4, 48_000);
  const withPause = new Float32Array(tone.length * 3);
  withPause.set(tone);
  const plain = integratedLoudness({ sampleRate: 48_000, channels: [tone] });
  expect(integratedLoudness({ sampleRate: 48_000, channels: [withPause] })).toBeCloseTo(plain, 0);
});

it('hears bass less than middle tones of equal power', () => {
  const loudnessOf = (hertz: number): number =>
    integratedLoudness({ sampleRate: 48_000, channels: [sine(hertz, 0.5, 4, 48_000)] });
  expect(loudnessOf(40)).toBeLessThan(loudnessOf(1000) - 2);
  expect(loudnessOf(5000)).toBeGreaterThan(loudnessOf(1000) + 2);
});

it('says -Infinity for silence', () => {
  expect(integratedLoudness({ sampleRate: 48_000, channels: [new Float32Array(48_000)] })).toBe(-Infinity);
});

it('finds the peak between samples', () => {
  // A quarter of the sample rate, 45 degrees off: every sample is 0.707 though the wave reaches 1.
  const pcm: Pcm = { sampleRate: 48_000, channels: [sine(12_000, 1, 0.1, 48_000, Math.PI / 4)] };
  expect(truePeak(pcm)).toBeCloseTo(1, 1);
});
