/** Whether arms of a compiled dance pass through the head, the trunk or each other. */
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import type { PoseTrack } from '../pose/pose-track';
import type { ChoreographyFault } from './check-choreography';
import { add, cross, dot, normalize, scale, subtract, type Vector } from './vector';

/** Metres: a forearm's middle line may not come nearer to the middle of the head than this. */
const HEAD_RADIUS = 0.1;
/** Half the width and half the depth of a trunk, as an ellipse, less what clothes and flesh give. */
const TRUNK = { wide: 0.12, deep: 0.09 } as const;
/** How near the middle lines of two forearms may come. */
const ARM_GAP = 0.045;
/** Points that are looked at on a forearm, from elbow to knuckles; the elbow itself may touch the side. */
const SAMPLES = [0.3, 0.5, 0.7, 0.85, 1] as const;

/** All faults; empty = no part is inside another. */
export function checkCollisions(track: PoseTrack): ChoreographyFault[] {
  const faults: ChoreographyFault[] = [];
  for (let row = 0; row < track.length; row += 1) {
    const at = (name: LandmarkName): Vector => {
      const index = row * 99 + LANDMARK[name] * 3;
      return [track.world[index] ?? 0, track.world[index + 1] ?? 0, track.world[index + 2] ?? 0];
    };
    const middle = (a: LandmarkName, b: LandmarkName): Vector => scale(add(at(a), at(b)), 0.5);
    const report = (fault: string): void => {
      faults.push({ seconds: track.times[row] ?? 0, fault });
    };
    const head = middle('leftEar', 'rightEar');
    const hips = middle('leftHip', 'rightHip');
    const spine = subtract(middle('leftShoulder', 'rightShoulder'), hips);
    const up = normalize(spine);
    const across = normalize(subtract(at('leftShoulder'), at('rightShoulder')));
    const ahead = normalize(cross(up, across));
    const arms = (['left', 'right'] as const).map((side) => {
      const elbow = at(`${side}Elbow`);
      const hand = subtract(at(`${side}Index`), elbow);
      const points = SAMPLES.map((part) => add(elbow, scale(hand, part)));
      for (const point of points) {
        if (Math.hypot(...subtract(point, head)) < HEAD_RADIUS) report(`the ${side} arm is in the head`);
        const from = subtract(point, hips);
        const height = dot(from, up) / Math.hypot(...spine);
        const inside = Math.hypot(dot(from, across) / TRUNK.wide, dot(from, ahead) / TRUNK.deep);
        if (height > 0 && height < 1 && inside < 1) report(`the ${side} arm is in the trunk`);
      }
      return points;
    });
    const [left = [], right = []] = arms;
    // Hands may meet: they clap.
    const gap = Math.min(
      ...left.slice(0, -2).flatMap((a) => right.map((b) => Math.hypot(...subtract(a, b)))),
      ...left.flatMap((a) => right.slice(0, -2).map((b) => Math.hypot(...subtract(a, b)))),
    );
    if (gap < ARM_GAP) report('the arms are in each other');
  }
  return faults;
}
