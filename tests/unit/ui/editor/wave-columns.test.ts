/** What is drawn on an item is its source at its pace, as loud as it is heard. */
import { describe, expect, it } from 'vitest';
import { toFlicks } from '../../../../src/core/time';
import { waveformOf } from '../../../../src/media/waveform';
import type { Clip, MusicItem } from '../../../../src/project/project';
import { heardSeconds, soundSourceOf, waveColumns } from '../../../../src/ui/screens/editor/wave-columns';

const RATE = 8000;

/** Ten seconds: silent but for full height in the middle of the third second. */
const waveform = waveformOf({
  sampleRate: RATE,
  channels: [
    Float32Array.from({ length: 10 * RATE }, (_, at) =>
      at >= 2.1 * RATE && at < 2.9 * RATE ? (at % 2 === 0 ? 1 : -1) : 0,
    ),
  ],
});

const clip: Clip = {
  id: 'clip',
  start: toFlicks(4),
  duration: toFlicks(8),
  sourceId: 'source',
  sourceStart: 0,
  speed: 1,
  fit: 'cover',
  mirror: false,
  volume: 1,
};

const music: MusicItem = {
  id: 'music',
  start: toFlicks(0),
  duration: toFlicks(8),
  song: { kind: 'bundled', id: 'neon-steps' },
  songStart: 2,
  volume: 0.5,
  fadeIn: 0,
  fadeOut: 0,
};

/** Heights of eight columns, one a second. */
function heights(item: Clip): number[] {
  const { high } = waveColumns(waveform, { kind: 'video', item }, { from: 0, to: 8, length: 8 }, 8);
  return [...high];
}

describe('the wave on an item', () => {
  it('lies where the source is heard', () => {
    expect(heights(clip)).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
    expect(heights({ ...clip, sourceStart: 1 })).toEqual([0, 1, 0, 0, 0, 0, 0, 0]);
    expect(heights({ ...clip, speed: 0.5 })).toEqual([0, 0, 0, 0, 1, 1, 0, 0]);
    expect(heights({ ...clip, sourceStart: 8, reversed: true })).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
    const speedCurve = [
      { at: 0, speed: 0.5 },
      { at: 10, speed: 0.5 },
    ];
    expect(heights({ ...clip, speedCurve })).toEqual([0, 0, 0, 0, 1, 1, 0, 0]);
  });

  it('is as high as the item is loud', () => {
    const { low, high } = waveColumns(
      waveform,
      { kind: 'music', item: music },
      { from: 0, to: 2, length: 8 },
      2,
    );
    expect([...high]).toEqual([0.5, 0]);
    expect([...low]).toEqual([-0.5, 0]);
    const keys = {
      volume: [
        { at: toFlicks(2.5), value: 0.25, ease: 'hold' as const },
        { at: toFlicks(6), value: 1, ease: 'hold' as const },
      ],
    };
    expect(heights({ ...clip, keys })[2]).toBeCloseTo(0.25, 6);
    expect(Math.max(...heights({ ...clip, volume: 2 }))).toBe(1);
  });

  it('rises and falls with the fades, and ends with the film', () => {
    const faded = heights({ ...clip, fadeIn: 5 });
    expect(faded[2]).toBeCloseTo(0.5, 6);
    const item = { ...music, volume: 1, fadeOut: 1 };
    const sounding = { kind: 'music', item } as const;
    expect(heardSeconds(sounding, toFlicks(1))).toBe(1);
    const { high } = waveColumns(waveform, sounding, { from: 0, to: 2, length: 1 }, 4);
    expect([...high].map((height) => Math.round(height * 100))).toEqual([75, 25, 0, 0]);
  });

  it('has a source only where something may be heard', () => {
    const source = { takeId: 'take', duration: 10, size: { width: 9, height: 16 }, hasSound: true };
    const of = (item: Clip, hasSound = true) =>
      soundSourceOf({ kind: 'video', item }, { source: { ...source, hasSound } });
    expect(of(clip)).toEqual({ kind: 'take', takeId: 'take' });
    expect(of(clip, false)).toBeNull();
    expect(of({ ...clip, volume: 0 })).toBeNull();
    expect(of({ ...clip, still: true })).toBeNull();
    expect(of({ ...clip, empty: true })).toBeNull();
    expect(soundSourceOf({ kind: 'music', item: music }, {})).toEqual({ kind: 'song', song: music.song });
  });
});
