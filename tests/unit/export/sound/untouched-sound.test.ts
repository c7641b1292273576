/** Whether a film's sound may be copied. */
import { describe, expect, test } from 'vitest';
import { untouchedSound } from '../../../../src/export/sound/untouched-sound';
import type { SoundPiece, SoundPlan } from '../../../../src/project/frame-plan';

const piece: SoundPiece = {
  from: { kind: 'take', takeId: 'take' },
  bus: 'film',
  start: 0,
  duration: 15,
  sourceStart: 2,
  speed: 1,
  keepPitch: true,
  gain: 1,
  fadeIn: 0.005,
  fadeOut: 0.005,
};

const plan = (patch: Partial<SoundPiece> = {}, rest: Partial<SoundPlan> = {}): SoundPlan => ({
  duration: 15,
  pieces: [{ ...piece, ...patch }],
  master: { evenLoudness: false, duck: 0 },
  ...rest,
});

describe('sound of one take', () => {
  test('that nothing is done to is untouched, from where it begins', () => {
    expect(untouchedSound(plan())).toEqual({ takeId: 'take', from: 2 });
  });

  test('that began before this part of the film is untouched, from farther on', () => {
    expect(untouchedSound(plan({ start: -3, duration: 20 }))).toEqual({ takeId: 'take', from: 5 });
  });

  test.each<[string, Partial<SoundPiece>]>([
    ['turned down', { gain: 0.5 }],
    [
      'turned up and down',
      {
        envelope: [
          { at: 0, gain: 1 },
          { at: 2, gain: 0 },
        ],
      },
    ],
    ['faded in', { fadeIn: 1 }],
    ['faded out', { fadeOut: 1 }],
    ['slower', { speed: 0.5 }],
    ['of a changing speed', { speedCurve: [{ at: 0, speed: 1 }] }],
    ['backwards', { reversed: true }],
    ['late', { start: 1, duration: 14 }],
    ['too short', { duration: 14 }],
    ['of a song', { from: { kind: 'song', song: { kind: 'bundled', id: 'neon-steps' } } }],
  ])('%s is touched', (_, patch) => {
    expect(untouchedSound(plan(patch))).toBeNull();
  });

  test('that is brought to an even loudness is touched', () => {
    expect(untouchedSound(plan({}, { master: { evenLoudness: true, duck: 0 } }))).toBeNull();
  });

  test('with anything beside it is touched', () => {
    expect(untouchedSound(plan({}, { pieces: [piece, piece] }))).toBeNull();
  });
});
