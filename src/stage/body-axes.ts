/** From the landmarks' axes (y down, z away from the camera) to the stage's (y up, z towards it), and frames along bones. */
import { Vector3, type Matrix4 } from 'three';

/** Writes landmark `index` of 33 × (x, y, z) metres into `target`, in the axes of the stage. */
export function readLandmark(world: Float32Array, index: number, target: Vector3): Vector3 {
  return target.set(world[index * 3] ?? 0, -(world[index * 3 + 1] ?? 0), -(world[index * 3 + 2] ?? 0));
}

const side = new Vector3();
const up = new Vector3();
const forward = new Vector3();

/** Shorter than this (metres, or the same of unit vectors) a direction says nothing. */
const NEGLIGIBLE = 1e-4;

/**
 * A right-handed frame at `origin` whose y axis is exactly `along` and whose x axis is as near to `across` as that allows.
 * Directions need not be unit vectors. Where they are parallel or zero any frame along `along` is given.
 */
export function frameAlong(origin: Vector3, along: Vector3, across: Vector3, target: Matrix4): Matrix4 {
  up.copy(along);
  if (up.length() < NEGLIGIBLE) up.set(0, 1, 0);
  up.normalize();
  forward.crossVectors(across, up);
  if (forward.length() < NEGLIGIBLE) forward.set(0, 0, 1).addScaledVector(up, -up.z);
  if (forward.length() < NEGLIGIBLE) forward.set(1, 0, 0);
  forward.normalize();
  side.crossVectors(up, forward);
  return target.makeBasis(side, up, forward).setPosition(origin);
}
