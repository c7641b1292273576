/** The camera that films the demo dancer. */
import { PerspectiveCamera } from 'three';
import type { Size } from '../core/geometry';
import type { PoseTrack } from '../pose/pose-track';
import { frameDance } from './demo-framing';

/** Distance from the dancer in metres: as far as a phone on a shelf. */
const DISTANCE_METRES = 4.4;

/** Stands still and level, and sees all that the track reaches. */
export function createDemoCamera(track: PoseTrack, size: Size): PerspectiveCamera {
  const framing = frameDance(track, size.width / size.height);
  const fieldOfView = (2 * Math.atan(framing.height / 2 / DISTANCE_METRES) * 180) / Math.PI;
  const camera = new PerspectiveCamera(fieldOfView, size.width / size.height, 0.5, 20);
  camera.position.set(0, framing.height / 2 - framing.below, DISTANCE_METRES);
  camera.updateMatrixWorld();
  return camera;
}
