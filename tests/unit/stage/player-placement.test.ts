import { describe, expect, it } from 'vitest';
import { LANDMARK } from '../../../src/pose/landmarks';
import { DEFAULT_PLACEMENT, PictureToStage, PlayerPlacement } from '../../../src/stage/player-placement';
import { drawPose } from '../../support/hand-made-poses';

const STAGE = { width: 360, height: 640 };

describe('places in the picture on the stage', () => {
  it('keeps the middle and mirrors on request', () => {
    const toStage = new PictureToStage();
    toStage.set({ width: 1280, height: 720 }, STAGE, true);
    expect(toStage.x(0.5)).toBeCloseTo(0.5);
    expect(toStage.x(0.6)).toBeLessThan(0.5);
    expect(toStage.y(0.25)).toBeCloseTo(0.25);
  });

  it('puts the crop of a wide picture on the edges', () => {
    const toStage = new PictureToStage();
    toStage.set({ width: 1280, height: 720 }, STAGE, false);
    const visible = 360 / 640 / (1280 / 720);
    expect(toStage.x((1 - visible) / 2)).toBeCloseTo(0);
    expect(toStage.x((1 + visible) / 2)).toBeCloseTo(1);
  });
});

describe('targets fit the player', () => {
  const follow = (seconds: number, sway: number): PlayerPlacement => {
    const placement = new PlayerPlacement();
    const toStage = new PictureToStage();
    toStage.set(STAGE, STAGE, false);
    for (let frame = 0; frame < seconds * 30; frame += 1) {
      placement.follow(drawPose({ sway }), toStage, 9 / 16, frame / 30);
    }
    return placement;
  };

  it('stands where the player stands', () => {
    const pose = drawPose({ sway: 0.2 });
    const hips = ((pose.image[LANDMARK.leftHip * 3] ?? 0) + (pose.image[LANDMARK.rightHip * 3] ?? 0)) / 2;
    const { now } = follow(6, 0.2);
    expect(now.x).toBeCloseTo(hips, 2);
    expect(now.floorY).toBeCloseTo(0.92, 1);
    expect(now.stageMetres).toBeCloseTo(1.72 / 0.78, 0);
  });

  it('does not tremble: one odd frame moves it by less than a thirtieth of the way', () => {
    const placement = follow(6, 0);
    const before = placement.now.x;
    const toStage = new PictureToStage();
    toStage.set(STAGE, STAGE, false);
    placement.follow(drawPose({ sway: 0.3 }), toStage, 9 / 16, 6);
    expect(Math.abs(placement.now.x - before)).toBeLessThan(0.015);
  });

  it('waits in the middle while nobody is seen', () => {
    const placement = new PlayerPlacement();
    placement.follow(null, new PictureToStage(), 9 / 16, 1);
    expect(placement.now).toEqual(DEFAULT_PLACEMENT);
  });
});
