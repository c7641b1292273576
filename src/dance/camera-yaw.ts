/**
 * How far round the player's camera stands against the reference's: the constant part of the difference of their facing.
 * Told by the lines of shoulders and hips in the world landmarks; all else about depth is too weak to judge by.
 */
import { clamp } from '../core/scalar';
import { LANDMARK } from '../pose/landmarks';
import { rowAt, type PoseTrack } from '../pose/pose-track';
import { SCORE } from './score-config';

/** Metres of a line's shadow on the floor below which it says nothing about facing. */
const SHORTEST = 0.05;
const LINES = [
  [LANDMARK.rightShoulder * 3, LANDMARK.leftShoulder * 3],
  [LANDMARK.rightHip * 3, LANDMARK.leftHip * 3],
] as const;

/** Gathers look by look; deterministic, no allocation per look. */
export class CameraYaw {
  /** Sum of unit vectors at twice the angle: a model that takes front for back turns nothing. */
  #x = 0;
  #y = 0;
  #count = 0;
  /** What `radians` last gave: small changes of mind are not followed. */
  #held = 0;
  readonly #looked: [number, number] = [0, 0];
  readonly #wanted: [number, number] = [0, 0];

  constructor(readonly reference: PoseTrack) {}

  /** @param row where `world` begins, in poses */
  note(seconds: number, world: Float32Array, row: number): void {
    const there = rowAt(this.reference, seconds);
    if (there < 0 || this.reference.present[there] !== 1) return;
    if (!doubledFacing(world, row * 99, this.#looked)) return;
    if (!doubledFacing(this.reference.world, there * 99, this.#wanted)) return;
    const [x, y] = this.#looked;
    const [u, v] = this.#wanted;
    this.#x += x * u + y * v;
    this.#y += y * u - x * v;
    this.#count += 1;
  }

  /** Radians to turn the reference by; 0 where the cameras stand much alike or nothing certain is known. */
  radians(): number {
    const { sure, most, free, step } = SCORE.cameraYaw;
    const length = Math.sqrt(this.#x * this.#x + this.#y * this.#y);
    if (this.#count === 0 || length < sure * this.#count) return this.#held;
    const yaw = clamp(Math.atan2(this.#y, this.#x) / 2, -most, most);
    const wanted = Math.abs(yaw) < free ? 0 : yaw;
    if (Math.abs(wanted - this.#held) >= step || wanted === 0) this.#held = wanted;
    return this.#held;
  }
}

/** Unit vector at twice the mean angle of shoulders and hips on the floor; false where they cannot be told. */
function doubledFacing(world: Float32Array, base: number, into: [number, number]): boolean {
  let cosine = 0;
  let sine = 0;
  for (const [from, to] of LINES) {
    const x = (world[base + to] ?? 0) - (world[base + from] ?? 0);
    const z = (world[base + to + 2] ?? 0) - (world[base + from + 2] ?? 0);
    const square = x * x + z * z;
    if (square < SHORTEST * SHORTEST) continue;
    cosine += (x * x - z * z) / square;
    sine += (2 * x * z) / square;
  }
  const length = Math.sqrt(cosine * cosine + sine * sine);
  if (length < 0.5) return false;
  into[0] = cosine / length;
  into[1] = sine / length;
  return true;
}
