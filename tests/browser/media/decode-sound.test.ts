/** Sound of any make comes out as 48 kHz stereo on the clock of the picture. */
import { describe, expect, test } from 'vitest';
import { decodeSound } from '../../../src/media/decode-sound';
import type { Pcm } from '../../../src/media/pcm';
import { evenTimes, makeFilm, paintGrey } from './made-films';

const film = (sound?: { rate: number; channels: number; from: number }): Promise<Blob> =>
  makeFilm({
    size: { width: 64, height: 64 },
    times: evenTimes(30, 30),
    paint: (context) => paintGrey(context, 100),
    ...(sound === undefined ? {} : { sound }),
  });

function rms({ channels }: Pcm, from: number, to: number, channel = 0): number {
  const part = (channels[channel] ?? new Float32Array()).subarray(from * 48_000, to * 48_000);
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
}

/** Zero crossings upwards a second. */
function pitch({ channels }: Pcm, from: number, to: number): number {
  const part = (channels[0] ?? new Float32Array()).subarray(from * 48_000, to * 48_000);
  const crossings = part.filter(
    (sample, index) => index > 0 && (part[index - 1] ?? 0) < 0 && sample >= 0,
  ).length;
  return crossings / (to - from);
}

describe('the tone of a made film', () => {
  test.for([
    { rate: 48_000, channels: 2 },
    { rate: 48_000, channels: 1 },
    { rate: 24_000, channels: 2 },
    { rate: 8000, channels: 1 },
  ])('of $rate Hz, $channels channels', async (make) => {
    const pcm = await decodeSound(await film({ ...make, from: 0 }));
    expect(pcm.sampleRate).toBe(48_000);
    expect(pcm.channels).toHaveLength(2);
    expect(pitch(pcm, 0.2, 0.8)).toBeCloseTo(440, -1);
    for (const channel of [0, 1]) expect(rms(pcm, 0.2, 0.8, channel)).toBeCloseTo(0.5 * Math.SQRT1_2, 1);
  });

  test('that begins late begins with silence', async () => {
    const pcm = await decodeSound(await film({ rate: 48_000, channels: 2, from: 0.5 }));
    expect(rms(pcm, 0, 0.45)).toBeLessThan(0.01);
    expect(rms(pcm, 0.6, 1.3)).toBeGreaterThan(0.3);
  });
});

test('of a long film only what is asked for is decoded, and it lies where it was', async () => {
  const long = await makeFilm({
    size: { width: 64, height: 64 },
    times: evenTimes(15 * 30, 30),
    paint: (context) => paintGrey(context, 100),
    sound: { rate: 48_000, channels: 2, from: 0, seconds: 15 },
  });
  const whole = (await decodeSound(long)).channels[0] ?? new Float32Array();
  const [part = new Float32Array()] = (await decodeSound(long, undefined, { from: 12, to: 13 })).channels;
  expect(part.subarray(0, 11 * 48_000).every((sample) => sample === 0)).toBe(true);
  expect(part.length).toBeLessThan(14 * 48_000);
  let worst = 0;
  for (let at = 12 * 48_000; at < 13 * 48_000; at += 1)
    worst = Math.max(worst, Math.abs((part[at] ?? NaN) - (whole[at] ?? NaN)));
  // Half of a sample of a 440 Hz tone of 0.5 is 0.014, what the codec makes of another beginning a little more.
  expect(worst).toBeLessThan(0.03);
});

test('a film without sound says so', async () => {
  await expect(film().then((blob) => decodeSound(blob))).rejects.toMatchObject({ code: 'audio-undecodable' });
});

test('what is no media says so', async () => {
  await expect(decodeSound(new Blob(['no sound']))).rejects.toMatchObject({ code: 'file-not-media' });
});

test('a real song has its length', async (context) => {
  const response = await fetch('/shared/media/audio/track_97bpm_electric.ogg');
  if (!response.ok) {
    console.warn('Skipped: no real footage at ../shared/media/audio.');
    return context.skip();
  }
  const pcm = await decodeSound(await response.blob());
  expect((pcm.channels[0]?.length ?? 0) / 48_000).toBeCloseTo(29.69, 1);
  expect(rms(pcm, 0, 20)).toBeGreaterThan(0.01);
});
