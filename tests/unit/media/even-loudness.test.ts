/** A film comes out as loud as platforms play it, and never clips for that. */
import { describe, expect, it } from 'vitest';
import { evenLoudness } from '../../../src/media/even-loudness';
import { integratedLoudness, truePeak } from '../../../src/media/loudness';
import type { Pcm } from '../../../src/media/pcm';

const RATE = 48_000;

const fromSamples = (seconds: number, sample: (at: number) => number): Pcm => ({
  sampleRate: RATE,
  channels: [Float32Array.from({ length: seconds * RATE }, (_, at) => sample(at))],
});

const tone = (amplitude: number, seconds = 4): Pcm =>
  fromSamples(seconds, (at) => amplitude * Math.sin((2 * Math.PI * 997 * at) / RATE));

/** Strokes over a soft tone: their peaks stand so many times above it. */
const strokes = (quiet: number, loud: number): Pcm =>
  fromSamples(6, (at) => {
    const since = at % (RATE / 2);
    const stroke = loud * Math.exp(-since / 400) * Math.sin((2 * Math.PI * 180 * since) / RATE);
    return quiet * Math.sin((2 * Math.PI * 500 * at) / RATE) + stroke;
  });

const decibels = (level: number): number => 20 * Math.log10(level);

describe.each([
  { name: 'a quiet tone', mix: tone(0.05) },
  { name: 'a loud tone', mix: tone(0.9) },
  { name: 'a tone beyond full scale', mix: tone(1.6) },
  { name: 'soft music with strokes that have to be limited', mix: strokes(0.1, 0.9) },
  {
    name: 'a tone with silence round it',
    mix: fromSamples(6, (at) => (at > RATE && at < 3 * RATE ? 0.05 * Math.sin(at / 8) : 0)),
  },
])('$name', ({ mix }) => {
  const even = evenLoudness(mix);

  it('comes to −14 LUFS, not above', () => {
    expect(integratedLoudness(even)).toBeLessThanOrEqual(-14);
    expect(integratedLoudness(even)).toBeGreaterThan(-14.5);
  });

  it('has its true peaks at −1 dBTP or below', () => {
    expect(decibels(truePeak(even))).toBeLessThanOrEqual(-1 + 0.1);
  });
});

it('lifts by 18 dB at most', () => {
  const faint = tone(0.004);
  const even = evenLoudness(faint);
  expect(integratedLoudness(even) - integratedLoudness(faint)).toBeCloseTo(18, 2);
});

it('peaks that leave no room keep a film quieter, and are held all the same', () => {
  // One short stroke a second and nothing else.
  const sparse = fromSamples(5, (at) => (at % RATE < 30 ? Math.sin(((at % RATE) * Math.PI) / 15) : 0));
  const even = evenLoudness(sparse);
  expect(integratedLoudness(even)).toBeLessThan(-14.5);
  expect(decibels(truePeak(even))).toBeLessThanOrEqual(-1 + 0.1);
});

it('silence stays silent, and what is too short to be measured stays as it is', () => {
  expect(evenLoudness(fromSamples(2, () => 0)).channels[0]?.every((sample) => sample === 0)).toBe(true);
  const short = tone(0.05, 0.3);
  expect(evenLoudness(short)).toEqual(short);
});

it('leaves the mix that it was given alone', () => {
  const mix = tone(0.9);
  evenLoudness(mix);
  expect(mix).toEqual(tone(0.9));
});
