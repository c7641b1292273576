import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LANDMARK } from '../../../src/pose/landmarks';
import { lateralSway, pictureScale, standingHeight } from '../../../src/stage/root-motion';
import { drawPose, SKETCHES } from '../../support/hand-made-poses';

const poses = Object.entries(SKETCHES).map(([name, sketch]) => ({ name, sketch, pose: drawPose(sketch) }));

it.each(poses)('$name: nothing of the body lies under the floor, and something touches it', ({ pose }) => {
  const height = standingHeight(pose.world);
  const lowest = Math.max(...Array.from({ length: 33 }, (_, index) => pose.world[index * 3 + 1] ?? 0));
  expect(height).toBeGreaterThanOrEqual(lowest);
  expect(height - lowest).toBeLessThan(0.06);
});

it('sets a kneeling body on its knees', () => {
  const pose = drawPose(SKETCHES['standing'] ?? {});
  const kneeY = pose.world[LANDMARK.leftKnee * 3 + 1] ?? 0;
  for (const landmark of [27, 28, 29, 30, 31, 32]) pose.world[landmark * 3 + 1] = kneeY - 0.02;
  expect(standingHeight(pose.world)).toBeCloseTo(kneeY + 0.06, 5);
});

it.each(poses)('$name: finds how far the hips stand from the middle', ({ sketch, pose }) => {
  expect(lateralSway(pose.image, pose.world, 9 / 16)).toBeCloseTo(sketch.sway ?? 0, 2);
});

it('tells the same sway at every distance from the camera', () => {
  const pose = drawPose({ sway: 0.3 });
  fc.assert(
    fc.property(fc.double({ min: 0.3, max: 1.2, noNaN: true }), (zoom) => {
      const image = pose.image.map((value, index) => (index % 3 === 2 ? value : 0.5 + (value - 0.5) * zoom));
      expect(lateralSway(image, pose.world, 9 / 16)).toBeCloseTo(0.3, 2);
    }),
  );
});

it('says 0 where the picture tells nothing', () => {
  const pose = drawPose({ sway: 0.3 });
  expect(pictureScale(new Float32Array(99), pose.world)).toBe(0);
  expect(lateralSway(new Float32Array(99), pose.world, 9 / 16)).toBe(0);
});
