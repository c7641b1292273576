import { describe, expect, it, test } from 'vitest';
import { beatSeconds, beatTime } from '../../../src/core/beat-grid';
import { LOCALES } from '../../../src/core/locale';
import { pcmDuration, type Pcm } from '../../../src/media/pcm';
import { BUNDLED_SONGS, bundledSongById, renderSong } from '../../../src/media/songs/bundled-songs';
import { integratedLoudness, truePeak } from '../../../src/media/loudness';

const SAMPLE_RATE = 48_000;
const rendered = new Map(BUNDLED_SONGS.map((song) => [song.id, renderSong(song.id, SAMPLE_RATE)]));

function renderedSong(id: string): Pcm {
  const pcm = rendered.get(id);
  if (pcm === undefined) throw new Error(`${id} was not rendered`);
  return pcm;
}

/** Mean of both sides. */
function mono(pcm: Pcm): Float32Array {
  const [left = new Float32Array(0), right = left] = pcm.channels;
  return left.map((sample, frame) => (sample + (right[frame] ?? 0)) / 2);
}

/** Rise of the energy from one 5 ms hop to the next: large where something is struck. */
function onsets(pcm: Pcm, hop: number): Float64Array {
  const sound = mono(pcm);
  const energies = Float64Array.from({ length: Math.floor(sound.length / hop) }, (_, index) => {
    let sum = 0;
    for (let frame = index * hop; frame < (index + 1) * hop; frame += 1) sum += (sound[frame] ?? 0) ** 2;
    return Math.sqrt(sum / hop);
  });
  return energies.map((energy, index) => Math.max(0, energy - (energies[index - 1] ?? 0)));
}

describe.each(BUNDLED_SONGS)('$id', (song) => {
  it('lasts as long as it says, between 15 and 16 seconds, on a whole number of beats', () => {
    const duration = pcmDuration(renderedSong(song.id));
    expect(duration).toBeCloseTo(song.duration, 4);
    expect(duration).toBeGreaterThanOrEqual(15);
    expect(duration).toBeLessThanOrEqual(16);
    expect((song.duration - song.grid.firstBeat) / beatSeconds(song.grid)).toBeCloseTo(
      Math.round(song.duration / beatSeconds(song.grid)),
      9,
    );
  });

  it('is stereo, finite and under the ceiling', () => {
    const pcm = renderedSong(song.id);
    expect(pcm.channels).toHaveLength(2);
    for (const channel of pcm.channels) expect(channel.every((sample) => Math.abs(sample) <= 0.8)).toBe(true);
    expect(20 * Math.log10(truePeak(pcm))).toBeLessThanOrEqual(-1);
    const difference = pcm.channels[0]?.some((sample, frame) => sample !== pcm.channels[1]?.[frame]);
    expect(difference).toBe(true);
  });

  it('is as loud as the platforms play', () => {
    expect(integratedLoudness(renderedSong(song.id))).toBeCloseTo(-14, 0);
  });

  it('begins and ends without a click and never falls silent between', () => {
    const pcm = renderedSong(song.id);
    for (const channel of pcm.channels) {
      expect(Math.abs(channel[0] ?? 1)).toBeLessThan(0.05);
      expect(Math.abs(channel.at(-1) ?? 1)).toBeLessThan(0.001);
    }
    const sound = mono(pcm);
    for (let from = 0; from + SAMPLE_RATE / 2 < sound.length - SAMPLE_RATE; from += SAMPLE_RATE / 2) {
      const loudest = sound
        .subarray(from, from + SAMPLE_RATE / 2)
        .reduce((a, b) => Math.max(a, Math.abs(b)), 0);
      expect(loudest, `around ${from / SAMPLE_RATE} s`).toBeGreaterThan(0.05);
    }
  });

  it('strikes on its grid: no other phase of the beat has stronger onsets', () => {
    const hop = SAMPLE_RATE / 200;
    const rises = onsets(renderedSong(song.id), hop);
    const phases = 24;
    const strengths = Array.from({ length: phases }, (_, phase) => {
      let sum = 0;
      for (let beat = 0; beatTime(song.grid, beat + 1) < song.duration - 1; beat += 1) {
        const at = Math.round(beatTime(song.grid, beat + phase / phases) * 200);
        sum += Math.max(rises[at] ?? 0, rises[at + 1] ?? 0);
      }
      return sum;
    });
    expect(strengths.indexOf(Math.max(...strengths))).toBe(0);
    const off = strengths.filter((_, phase) => phase % 6 !== 0).reduce((sum, value) => sum + value, 0) / 20;
    expect(strengths[0]).toBeGreaterThan(3 * off);
  });

  it('counts in: each of the first four beats is struck', () => {
    const rises = onsets(renderedSong(song.id), SAMPLE_RATE / 200);
    const beats = [0, 1, 2, 3].map((beat) => Math.round(beatTime(song.grid, beat) * 200));
    for (const at of beats) {
      const onBeat = Math.max(...rises.subarray(at, at + 2));
      const before = Math.max(0, ...rises.subarray(Math.max(0, at - 20), Math.max(0, at - 2)));
      expect(onBeat).toBeGreaterThan(2 * before);
      expect(onBeat).toBeGreaterThan(0.01);
    }
  });

  it('is the same every time, and as long and as loud at another sample rate', { timeout: 60_000 }, () => {
    const [once, again] = [renderSong(song.id, 22_050), renderSong(song.id, 22_050)];
    once.channels.forEach((channel, index) => {
      expect(Buffer.compare(bytesOf(channel), bytesOf(again.channels[index]))).toBe(0);
    });
    expect(pcmDuration(once)).toBeCloseTo(song.duration, 4);
    expect(integratedLoudness(once)).toBeCloseTo(-14, 0);
  });

  it('has a name in every language', () => {
    for (const locale of LOCALES) expect(song.name[locale].length).toBeGreaterThan(1);
  });
});

test('the songs differ in pace and in id', () => {
  expect(new Set(BUNDLED_SONGS.map((song) => song.id)).size).toBe(BUNDLED_SONGS.length);
  expect(new Set(BUNDLED_SONGS.map((song) => song.grid.bpm)).size).toBe(BUNDLED_SONGS.length);
  expect(bundledSongById('neon-steps')?.grid).toEqual({ bpm: 120, firstBeat: 0, beatsPerBar: 4 });
  expect(bundledSongById('neon-steps')?.duration).toBe(15);
});

test('an unknown song is refused by name', () => {
  expect(() => renderSong('no-such-song', SAMPLE_RATE)).toThrow(/no-such-song/);
});

function bytesOf(samples: Float32Array | undefined): Uint8Array {
  if (samples === undefined) return new Uint8Array(0);
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}

describe.each(['neon-steps', 'lightning-arms'])('%s at three quarters of its tempo', (id) => {
  const song = bundledSongById(id);
  if (song === undefined) throw new Error(`${id} is gone`);
  const slow = renderSong(song.id, SAMPLE_RATE, 0.75);

  it('lasts a third longer and is as loud', () => {
    expect(pcmDuration(slow)).toBeCloseTo(song.duration / 0.75, 4);
    expect(integratedLoudness(slow)).toBeCloseTo(-14, 0);
  });

  it('strikes on the slower grid', () => {
    const rises = onsets(slow, SAMPLE_RATE / 200);
    const period = (60 / song.grid.bpm / 0.75) * 200;
    const strengthAt = (phase: number): number => {
      let sum = 0;
      for (let beat = 0; beat < 26; beat += 1) {
        const at = Math.round((beat + phase) * period);
        sum += Math.max(rises[at] ?? 0, rises[at + 1] ?? 0);
      }
      return sum;
    };
    expect(strengthAt(0)).toBeGreaterThan(2 * Math.max(strengthAt(0.25), strengthAt(0.375), strengthAt(0.6)));
  });
});
