/** Whether a seated dance stays on its chair: hips on the seat, feet where they are, arms not through the thighs. */
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import type { PoseTrack } from '../pose/pose-track';
import type { ChoreographyFault } from './check-choreography';
import { BONES, PICTURE, SEAT } from './skeleton';
import { add, dot, scale, subtract, type Vector } from './vector';

/** Metres that hips may slide on a seat to either side, and that they may rise from it. */
const SLIDE = 0.08;
const RISE = 0.03;
/** Metres that an ankle may be lifted: a heel taps; a dance for people who sit asks for no step. */
const TAP = 0.06;
/** Metres between the middle lines of a forearm and a thigh; a hand may lie on it. */
const THIGH_RADIUS = 0.045;
/** Points that are looked at on a forearm, from elbow to knuckles. */
const SAMPLES = [0.2, 0.4, 0.6, 0.8, 1] as const;

/** All faults; empty = a dance for everybody who sits. */
export function checkSeat(track: PoseTrack): ChoreographyFault[] {
  const faults: ChoreographyFault[] = [];
  for (let row = 0; row < track.length; row += 1) {
    const seconds = track.times[row] ?? 0;
    const report = (fault: string): void => {
      faults.push({ seconds, fault });
    };
    const at = (name: LandmarkName): Vector => {
      const index = row * 99 + LANDMARK[name] * 3;
      return [track.world[index] ?? 0, track.world[index + 1] ?? 0, track.world[index + 2] ?? 0];
    };
    const picture = (name: LandmarkName, axis: 0 | 1): number =>
      track.image[row * 99 + LANDMARK[name] * 3 + axis] ?? 0;
    const height = (name: LandmarkName): number => (PICTURE.ground - picture(name, 1)) / PICTURE.scale;
    const hips = (height('leftHip') + height('rightHip')) / 2;
    if (Math.abs(hips - SEAT.hipHeight) > RISE) report(`the hips are ${hips.toFixed(2)} m above the ground`);
    const aside =
      (((picture('leftHip', 0) + picture('rightHip', 0)) / 2 - 0.5) * track.aspect) / PICTURE.scale;
    if (Math.abs(aside) > SLIDE) report(`the hips slide ${Math.abs(aside).toFixed(2)} m aside`);
    for (const side of ['left', 'right'] as const) {
      const lift = height(`${side}Ankle`) - BONES.ankleHeight;
      if (lift > TAP) report(`the ${side} foot leaves the ground`);
      const elbow = at(`${side}Elbow`);
      const forearm = subtract(at(`${side}Index`), elbow);
      for (const part of SAMPLES) {
        const point = add(elbow, scale(forearm, part));
        for (const thigh of ['left', 'right'] as const) {
          const gap = distanceToSegment(point, at(`${thigh}Hip`), at(`${thigh}Knee`));
          if (gap < THIGH_RADIUS) report(`the ${side} arm is in the ${thigh} thigh`);
        }
      }
    }
  }
  return faults;
}

function distanceToSegment(point: Vector, from: Vector, to: Vector): number {
  const along = subtract(to, from);
  const way = Math.min(1, Math.max(0, dot(subtract(point, from), along) / dot(along, along)));
  return Math.hypot(...subtract(point, add(from, scale(along, way))));
}
