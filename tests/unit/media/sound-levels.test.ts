import { describe, expect, it } from 'vitest';
import { BAND_EDGES_HZ, soundLevels } from '../../../src/media/sound-levels';
import type { Pcm } from '../../../src/media/pcm';

const RATE = 48_000;

/** Two seconds of a tone that begins at half a second. */
function tone(hertz: number, gain = 0.5): Pcm {
  const samples = Float32Array.from({ length: 2 * RATE }, (_, at) =>
    at < RATE / 2 ? 0 : gain * Math.sin((2 * Math.PI * hertz * at) / RATE),
  );
  return { sampleRate: RATE, channels: [samples, samples] };
}

function loudestBand(bands: readonly number[]): number {
  return bands.indexOf(Math.max(...bands));
}

describe('how loud a sound is', () => {
  it('is nothing in silence, before the sound and after it', () => {
    const levels = soundLevels(tone(440));
    for (const at of [-1, 0, 0.3, 5]) {
      expect(levels.at(at).level).toBe(0);
      expect(Math.max(...levels.at(at).bands)).toBe(0);
      expect(levels.at(at).wave.every((value) => value === 0)).toBe(true);
    }
  });

  it('shows each note in its band and hardly elsewhere', () => {
    const middles = BAND_EDGES_HZ.map((edge, index) => Math.sqrt(edge * (BAND_EDGES_HZ[index - 1] ?? 30)));
    middles.forEach((hertz, band) => {
      const { bands } = soundLevels(tone(hertz)).at(1);
      expect(loudestBand(bands)).toBe(band);
      const far = bands.filter((_, index) => Math.abs(index - band) > 1);
      expect(Math.max(...far)).toBeLessThan((bands[band] ?? 0) * 0.5);
    });
  });

  it('rises with the sound, from 0 to 1', () => {
    const at = (gain: number): number => soundLevels(tone(300, gain)).at(1).level;
    const levels = [0.001, 0.01, 0.05, 0.2, 0.5, 1].map(at);
    expect([...levels].sort((a, b) => a - b)).toEqual(levels);
    expect(levels[0]).toBe(0);
    expect(levels.at(-1)).toBe(1);
  });

  it('is the same whenever it is asked for, in any order', () => {
    const times = [1.2, 0.9, 1.2, 0.5];
    const levels = soundLevels(tone(700));
    const asked = times.map((time) => levels.at(time));
    expect(asked).toEqual(times.map((time) => soundLevels(tone(700)).at(time)));
  });

  it('has a wave of 64 values that swings as the sound does', () => {
    const { wave } = soundLevels(tone(60, 0.8)).at(1);
    expect(wave).toHaveLength(64);
    expect(Math.max(...wave)).toBeGreaterThan(0.6);
    expect(Math.min(...wave)).toBeLessThan(-0.6);
  });

  it('mixes two channels, and hears one alone', () => {
    const mono: Pcm = { sampleRate: RATE, channels: [tone(440).channels[0] ?? new Float32Array()] };
    expect(soundLevels(mono).at(1)).toEqual(soundLevels(tone(440)).at(1));
  });
});
