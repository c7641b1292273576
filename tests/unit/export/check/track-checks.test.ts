/** Judgements of the picture track at their limits. */
import { describe, expect, test } from 'vitest';
import type { ExpectedFilm } from '../../../../src/export/check/expected-film';
import {
  checkAspect,
  checkConstantRate,
  checkDuration,
  type PictureTrack,
} from '../../../../src/export/check/track-checks';

const expected: ExpectedFilm = {
  duration: 1,
  frames: 30,
  size: { width: 720, height: 1280 },
  aspect: { width: 1080, height: 1920 },
  fps: 30,
  sound: { kind: 'none' },
  signatures: new Map(),
};

const even = Array.from({ length: 30 }, (_, frame) => frame / 30);
const track = (patch: Partial<PictureTrack>): PictureTrack => ({
  duration: 1,
  times: even,
  size: expected.size,
  ...patch,
});

describe('the rate', () => {
  test.each([
    { name: 'exact', times: even },
    { name: 'in whole milliseconds', times: even.map((time) => Math.round(time * 1000) / 1000) },
    { name: 'in ticks of 1/57600 s', times: even.map((time) => Math.round(time * 57_600) / 57_600) },
  ])('$name is constant', ({ times }) => {
    expect(checkConstantRate(track({ times }), expected).passed).toBe(true);
  });

  test.each([
    { name: 'a millisecond late', times: even.map((time, frame) => time + (frame === 9 ? 0.001 : 0)) },
    { name: 'not from 0 on', times: even.map((time) => time + 1 / 30) },
    { name: 'NTSC', times: even.map((_, frame) => (frame * 1001) / 30_000) },
    { name: 'without pictures', times: [] },
  ])('$name is not', ({ times }) => {
    expect(checkConstantRate(track({ times }), expected).passed).toBe(false);
  });
});

test('a film that is a frame short has failed', () => {
  expect(checkDuration(track({ duration: 0.999 }), expected).passed).toBe(true);
  expect(checkDuration(track({ duration: 29 / 30 }), expected).passed).toBe(false);
});

describe('the shape', () => {
  test.each([
    { size: { width: 720, height: 1280 }, passed: true, value: '9:16' },
    { size: { width: 608, height: 1080 }, passed: true, value: '9:16' },
    { size: { width: 718, height: 1276 }, passed: true, value: '9:16' },
    { size: { width: 720, height: 1276 }, passed: false, value: '180:319' },
    { size: { width: 1280, height: 720 }, passed: false, value: '16:9' },
    { size: { width: 720, height: 900 }, passed: false, value: '4:5' },
  ])('$size.width × $size.height', ({ size, passed, value }) => {
    expect(checkAspect(track({ size }), expected)).toEqual({ passed, value });
  });
});
