/** The desk mixes what it is given and what it kept of the mix before. */
import { describe, expect, test } from 'vitest';
import type { Pcm } from '../../../src/media/pcm';
import { SoundDesk, keyOfSource } from '../../../src/media/sound-desk';
import type { SoundPiece, SoundPlan } from '../../../src/project/frame-plan';

const piece = (takeId: string): SoundPiece => ({
  from: { kind: 'take', takeId },
  bus: 'film',
  start: 0,
  duration: 1,
  sourceStart: 0,
  speed: 1,
  keepPitch: false,
  gain: 1,
  fadeIn: 0,
  fadeOut: 0,
});

const plan = (...takeIds: string[]): SoundPlan => ({
  duration: 1,
  pieces: takeIds.map(piece),
  master: { evenLoudness: false, duck: 0 },
});

const flat = (level: number): Pcm => ({
  sampleRate: 48_000,
  channels: [new Float32Array(48_000).fill(level)],
});

const key = (takeId: string): string => keyOfSource(piece(takeId));

describe('the sound desk', () => {
  test('keeps what it was given for the next plan', async () => {
    const desk = new SoundDesk();
    await desk.mix(plan('a'), new Map([[key('a'), flat(0.25)]]));
    const mixed = await desk.mix(
      plan('a', 'b'),
      new Map<string, Pcm | 'kept'>([
        [key('a'), 'kept'],
        [key('b'), flat(0.5)],
      ]),
    );
    expect(mixed.channels.map((side) => side[100])).toEqual([0.75, 0.75]);
  });

  test('keeps silence too', async () => {
    const desk = new SoundDesk();
    await desk.mix(plan('a'), new Map([[key('a'), null]]));
    const mixed = await desk.mix(plan('a'), new Map([[key('a'), 'kept' as const]]));
    expect(mixed.channels[0]?.every((sample) => sample === 0)).toBe(true);
  });

  test('forgets what a plan does not use, and says so', async () => {
    const desk = new SoundDesk();
    await desk.mix(plan('a'), new Map([[key('a'), flat(0.25)]]));
    await desk.mix(plan('b'), new Map([[key('b'), flat(0.5)]]));
    await expect(desk.mix(plan('a'), new Map([[key('a'), 'kept' as const]]))).rejects.toThrow('never given');
  });
});
