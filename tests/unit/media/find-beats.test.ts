import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { beatSeconds } from '../../../src/core/beat-grid';
import { createRandom } from '../../../src/core/random';
import { findBeats } from '../../../src/media/beats/find-beats';
import type { Pcm } from '../../../src/media/pcm';
import { BUNDLED_SONGS, renderSong } from '../../../src/media/songs/bundled-songs';

const RATE = 24_000;
const mono = (sound: Float32Array): Pcm => ({ sampleRate: RATE, channels: [sound] });

/** The sound with a silence before it: where the first beat is, nothing must be taken for granted. */
function delayed(pcm: Pcm, seconds: number): Pcm {
  const frames = Math.round(seconds * pcm.sampleRate);
  const channels = pcm.channels.map((channel) => {
    const later = new Float32Array(channel.length + frames);
    later.set(channel, frames);
    return later;
  });
  return { sampleRate: pcm.sampleRate, channels };
}

/** Syllables of uneven lengths with pauses, on a voice that glides: a rhythm, but no beat. */
function babble(seed: number): Float32Array {
  const random = createRandom(seed);
  const sound = new Float32Array(15 * RATE);
  for (let at = 0; at < sound.length;) {
    const length = Math.round((0.08 + random() * 0.22) * RATE);
    const pitch = 90 + random() * 80;
    const vowel = 300 + random() * 2200;
    for (let k = 0; k < length && at + k < sound.length; k += 1) {
      const swell = Math.sin((Math.PI * k) / length);
      const buzz = 2 * (((at + k) * pitch) / RATE - Math.floor(((at + k) * pitch) / RATE)) - 1;
      sound[at + k] = 0.3 * swell * buzz * (0.6 + 0.4 * Math.sin((2 * Math.PI * vowel * k) / RATE));
    }
    at += length + Math.round((random() < 0.15 ? 0.8 : 0.06) * random() * RATE);
  }
  return sound;
}

describe.each(BUNDLED_SONGS)('in $id', (song) => {
  it('tempo and beat are found, 0.35 s into silence', { timeout: 60_000 }, () => {
    const silence = 0.35;
    const found = findBeats(delayed(renderSong(song.id, RATE), silence));
    expect(found).not.toBeNull();
    if (found === null) return;
    expect(Math.abs(found.grid.bpm / song.grid.bpm - 1)).toBeLessThan(0.005);
    const beat = beatSeconds(song.grid);
    const away = (found.grid.firstBeat - silence) / beat;
    expect(Math.abs(away - Math.round(away)) * beat).toBeLessThan(0.03);
    // The count-in begins a bar, and is taken for one.
    expect(Math.abs(Math.round(away))).toBe(0);
    expect(found.confidence).toBeGreaterThan(0.6);
  });
});

describe('without a beat', () => {
  test('silence gives nothing', () => {
    expect(findBeats(mono(new Float32Array(15 * RATE)))).toBeNull();
  });

  test('less than four seconds give nothing', () => {
    const { sampleRate, channels } = renderSong('neon-steps', RATE);
    expect(
      findBeats({ sampleRate, channels: channels.map((side) => side.subarray(0, 3 * RATE)) }),
    ).toBeNull();
  });

  test('noise gives nothing', () => {
    const random = createRandom(7);
    expect(findBeats(mono(Float32Array.from({ length: 15 * RATE }, () => random() - 0.5)))).toBeNull();
  });

  it.each([1, 2, 3, 4, 5, 6])('speech gives nothing sure (speaker %i)', (seed) => {
    expect(findBeats(mono(babble(seed)))?.confidence ?? 0).toBeLessThan(0.3);
  });
});

const AUDIO = new URL('../../../../shared/media/audio/', import.meta.url).pathname;
describe.each([
  ['track_97bpm_electric.ogg', 97],
  ['track_120bpm_garzul_mika.ogg', 120],
  ['track_140bpm_amen.ogg', 140],
])('in the recording %s', (name, bpm) => {
  const path = AUDIO + name;
  if (!existsSync(path)) console.warn(`SKIPPED: ${path} is not there`);
  it.skipIf(!existsSync(path))(`the tempo ${bpm} is found`, { timeout: 60_000 }, () => {
    const bytes = execFileSync(
      'ffmpeg',
      ['-v', 'error', '-i', path, '-ac', '1', '-ar', String(RATE), '-f', 'f32le', '-'],
      {
        maxBuffer: 1 << 28,
      },
    );
    const sound = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const found = findBeats(mono(sound));
    expect(Math.abs((found?.grid.bpm ?? 0) / bpm - 1)).toBeLessThan(0.005);
    expect(found?.confidence).toBeGreaterThan(0.6);
  });
});
