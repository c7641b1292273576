import { describe, expect, it } from 'vitest';
import { findBeatsAside } from '../../../src/media/beats/find-beats-client';
import { pcmDuration } from '../../../src/media/pcm';
import { renderSongAside } from '../../../src/media/songs/render-song-client';
import { stretchSoundAside } from '../../../src/media/stretch-sound-client';

const RATE = 24_000;

describe('beside the page', () => {
  it('a song is rendered, its beats are found, and it is slowed down; the page keeps its sound', async () => {
    const song = await renderSongAside('lightning-arms', RATE);
    const found = await findBeatsAside(song);
    expect(Math.abs((found?.grid.bpm ?? 0) - 128)).toBeLessThan(0.5);
    const slow = await stretchSoundAside(song, 0.75);
    expect(pcmDuration(slow)).toBeCloseTo(pcmDuration(song) / 0.75, 3);
    const foundSlow = await findBeatsAside(slow);
    expect(Math.abs((foundSlow?.grid.bpm ?? 0) - 96)).toBeLessThan(0.5);
    expect(song.channels[0]?.some((sample) => sample !== 0)).toBe(true);
  });

  it('a bundled song is rendered slower from its score', async () => {
    const slow = await renderSongAside('paper-lanterns', RATE, 0.5);
    expect(pcmDuration(slow)).toBeCloseTo(30, 3);
  });

  it('an unknown song is refused', async () => {
    await expect(renderSongAside('no-such-song', RATE)).rejects.toMatchObject({ code: 'storage-missing' });
  });

  it('is cancelled at once', async () => {
    const song = await renderSongAside('first-bounce', RATE);
    const abort = new AbortController();
    const slowing = stretchSoundAside(song, 0.5, abort.signal);
    abort.abort();
    await expect(slowing).rejects.toMatchObject({ code: 'cancelled' });
    await expect(findBeatsAside(song, abort.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
