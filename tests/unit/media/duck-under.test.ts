/** Music is down before the first syllable, stays down over short gaps, and comes back. */
import { describe, expect, it } from 'vitest';
import { DUCK_RANGE_DB, duckUnder } from '../../../src/media/duck-under';
import type { Pcm } from '../../../src/media/pcm';

const RATE = 48_000;

interface Spoken {
  readonly from: number;
  readonly to: number;
  readonly level?: number;
}

/** A voice of 200 Hz; `level` is its RMS in dBFS. */
function voiceAt(spoken: readonly Spoken[], seconds = 5): Pcm {
  const side = new Float32Array(seconds * RATE);
  for (const { from, to, level = -20 } of spoken) {
    for (let at = Math.round(from * RATE); at < to * RATE; at += 1) {
      side[at] = Math.SQRT2 * 10 ** (level / 20) * Math.sin((2 * Math.PI * 200 * at) / RATE);
    }
  }
  return { sampleRate: RATE, channels: [side, side] };
}

/** Decibels at an instant of music that is turned down under a voice. */
function musicUnder(voice: Pcm, duck = 1): (seconds: number) => number {
  const length = voice.channels[0]?.length ?? 0;
  const music: Pcm = {
    sampleRate: RATE,
    channels: [new Float32Array(length).fill(1), new Float32Array(length).fill(-1)],
  };
  duckUnder(music, voice, duck);
  const [left = new Float32Array(), right] = music.channels;
  // Both sides are turned alike.
  expect(left.every((sample, at) => right?.[at] === -sample)).toBe(true);
  return (seconds) => 20 * Math.log10(left[Math.round(seconds * RATE)] ?? NaN);
}

describe('under a burst of voice from 1 to 2 s', () => {
  const burst = voiceAt([{ from: 1, to: 2 }]);

  it.each([0.25, 0.5, 1])('music is down by duck × 24 dB: %f', (duck) => {
    expect(musicUnder(burst, duck)(1.5)).toBeCloseTo(-duck * DUCK_RANGE_DB, 3);
  });

  it('it is down before the burst begins, and does not fall long before', () => {
    const level = musicUnder(burst);
    expect(level(0.998)).toBeCloseTo(-24, 3);
    expect(level(0.93)).toBeLessThan(-8);
    expect(level(0.86)).toBe(0);
  });

  it('it holds after the burst, then comes back', () => {
    const level = musicUnder(burst);
    expect(level(2.34)).toBeCloseTo(-24, 3);
    expect(level(2.62)).toBeGreaterThan(-14);
    expect(level(2.62)).toBeLessThan(-10);
    expect(level(2.9)).toBe(0);
  });

  it('the ramps are even in decibels', () => {
    const level = musicUnder(burst);
    for (const [from, slope] of [
      [0.9, -24 / 0.12],
      [2.5, 24 / 0.5],
    ] as const) {
      for (const after of [0.01, 0.02, 0.05]) {
        expect(level(from + after) - level(from)).toBeCloseTo(slope * after, 2);
      }
    }
  });
});

it('it is down from the first sample where the film begins with a word', () => {
  expect(musicUnder(voiceAt([{ from: 0, to: 1 }]))(0)).toBeCloseTo(-24, 3);
});

it('a pause between two words goes by unnoticed, a long one does not', () => {
  const words = [
    { from: 1, to: 1.5 },
    { from: 1.8, to: 2 },
    { from: 4, to: 4.5 },
  ];
  const level = musicUnder(voiceAt(words));
  expect(level(1.65)).toBeCloseTo(-24, 3);
  expect(level(3.2)).toBe(0);
  expect(level(4.2)).toBeCloseTo(-24, 3);
});

it('speech begins above −45 dBFS and goes on down to −51', () => {
  expect(musicUnder(voiceAt([{ from: 1, to: 2, level: -48 }]))(1.5)).toBe(0);
  const fading = voiceAt([
    { from: 1, to: 2, level: -42 },
    { from: 2, to: 3, level: -48 },
    { from: 3, to: 5, level: -54 },
  ]);
  const level = musicUnder(fading);
  expect(level(2.9)).toBeCloseTo(-24, 3);
  expect(level(4.5)).toBe(0);
});

it('a voice on one side alone is a voice', () => {
  const { channels } = voiceAt([{ from: 1, to: 2, level: -44 }]);
  const [left = new Float32Array()] = channels;
  const level = musicUnder({ sampleRate: RATE, channels: [left, new Float32Array(left.length)] });
  expect(level(1.5)).toBeCloseTo(-24, 3);
});

it('under silence no sample is touched', () => {
  const level = musicUnder(voiceAt([]));
  for (let tenth = 0; tenth < 50; tenth += 1) expect(level(tenth / 10)).toBe(0);
});
