/** Stickers lie where they were put, or hold on to the body. */
import { describe, expect, it } from 'vitest';
import { placeOnQuad } from '../../../src/core/geometry';
import { placeSticker } from '../../../src/effects/sticker-place';
import { BUNDLED_STICKERS } from '../../../src/effects/stickers/bundled-stickers';
import { LOCALES } from '../../../src/core/locale';
import { LANDMARK, type LandmarkName } from '../../../src/pose/landmarks';
import { createPose, type Pose } from '../../../src/pose/pose';
import type { PlannedSticker } from '../../../src/project/frame-plan';

const stage = { width: 1080, height: 1920 };
const sticker: PlannedSticker = {
  id: 'one',
  picture: { kind: 'bundled', id: 'star' },
  x: 0.5,
  y: 0.5,
  size: 0.5,
  rotation: 0,
  opacity: 1,
  mirror: false,
  blend: 'normal',
  age: 0,
};

/** A body whose torso is 0.2 of the stage high, upright, its head tilted by so much (in stage heights). */
function body(tilt = 0): Pose {
  const pose = createPose();
  const put = (name: LandmarkName, x: number, y: number): void => {
    pose.image.set([x, y, 0], LANDMARK[name] * 3);
    pose.visibility[LANDMARK[name]] = 1;
  };
  put('leftShoulder', 0.6, 0.3);
  put('rightShoulder', 0.4, 0.3);
  put('leftHip', 0.56, 0.5);
  put('rightHip', 0.44, 0.5);
  put('leftEar', 0.54, 0.2 + tilt);
  put('rightEar', 0.46, 0.2 - tilt);
  return pose;
}

const middle = (placed: ReturnType<typeof placeSticker>): readonly number[] =>
  placed === null ? [] : placeOnQuad(placed, 0.5, 0.5);

describe('a sticker', () => {
  it('is as wide as its size says, square on the screen', () => {
    const quad = placeSticker(sticker, 1, stage, null);
    expect(quad?.right).toEqual([0.5, 0]);
    expect(quad?.down[1]).toBeCloseTo((0.5 * 1080) / 1920, 12);
    expect(middle(quad)).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)]);
  });

  it('that is pinned follows its point, turns with the head, and goes when the body is not seen', () => {
    const pinned = { ...sticker, pin: 'head' as const };
    expect(middle(placeSticker(pinned, 1, stage, body()))).toEqual([
      expect.closeTo(0.5, 6),
      expect.closeTo(0.2, 6),
    ]);
    const tilted = placeSticker(pinned, 1, stage, body(0.02));
    expect(tilted?.right[1]).toBeGreaterThan(0.05);
    expect(placeSticker(pinned, 1, stage, null)).toBeNull();
  });

  it('grows with the body that it is pinned to', () => {
    const near = body();
    for (let index = 1; index < near.image.length; index += 3)
      near.image[index] = (near.image[index] ?? 0) * 2;
    const size = (pose: Pose): number =>
      placeSticker({ ...sticker, pin: 'chest' }, 1, stage, pose)?.right[0] ?? 0;
    expect(size(near) / size(body())).toBeCloseTo(2, 6);
  });
});

describe('the bundled stickers', () => {
  it('have ids of their own and names in every language', () => {
    expect(new Set(BUNDLED_STICKERS.map(({ id }) => id)).size).toBe(BUNDLED_STICKERS.length);
    for (const { name } of BUNDLED_STICKERS) for (const locale of LOCALES) expect(name[locale]).not.toBe('');
  });
});
