import { expect, it } from 'vitest';
import { LANDMARK_COUNT } from '../../../src/pose/landmarks';
import { demoSway, frameDance } from '../../../src/stage/demo-framing';
import { standingHeight } from '../../../src/stage/root-motion';
import { drawPose, SKETCHES, sketchTrack } from '../../support/hand-made-poses';

const ASPECT = 9 / 16;

it('fills four fifths of the picture with somebody who only stands', () => {
  const framing = frameDance(sketchTrack([SKETCHES['standing'] ?? {}], 1), ASPECT);
  expect(1.7 / framing.height).toBeGreaterThan(0.78);
  expect(1.7 / framing.height).toBeLessThan(0.87);
});

it.each(Object.entries(SKETCHES))('%s: all of the body is in the picture', (_name, sketch) => {
  const framing = frameDance(sketchTrack([sketch], 1), ASPECT);
  const pose = drawPose(sketch);
  const ground = standingHeight(pose.world);
  const sway = demoSway(pose.image, pose.world, ASPECT);
  for (let landmark = 0; landmark < LANDMARK_COUNT; landmark += 1) {
    const up = (ground - (pose.world[landmark * 3 + 1] ?? 0) + framing.below) / framing.height;
    const across = ((pose.world[landmark * 3] ?? 0) + sway) / (framing.height * ASPECT);
    expect(up).toBeGreaterThan(0.02);
    expect(up).toBeLessThan(0.98);
    expect(Math.abs(across)).toBeLessThan(0.49);
  }
});
