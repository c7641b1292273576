/** How many people a picture shows: the model may find one body twice, and posters on the wall. */
import { LANDMARK } from '../landmarks';

/** The other body's trunk is at least this part of the first one's: who stands far behind disturbs nobody. */
const LEAST_SIZE = 0.4;
/** Hips and chest that lie nearer than this part of a trunk are the same body's. */
const LEAST_DISTANCE = 0.35;
/** Shoulders and hips must be seen this well. */
const LEAST_VISIBILITY = 0.5;

interface Seen {
  readonly x: number;
  readonly y: number;
  readonly visibility?: number;
}

/** @param bodies landmarks of each found body, 0..1 of the picture, the first one the dancer */
export function countBodies(bodies: readonly (readonly Seen[])[]): number {
  const kept: Trunk[] = [];
  for (const body of bodies) {
    const trunk = trunkOf(body);
    if (trunk === null) continue;
    const [first] = kept;
    const isSmall = first !== undefined && trunk.length < LEAST_SIZE * first.length;
    const isKnown = kept.some((other) => distance(trunk, other) < LEAST_DISTANCE * other.length);
    if (!isSmall && !isKnown) kept.push(trunk);
  }
  return kept.length;
}

interface Trunk {
  readonly chest: Seen;
  readonly hips: Seen;
  readonly length: number;
}

function trunkOf(body: readonly Seen[]): Trunk | null {
  const [a, b, c, d] = [
    LANDMARK.leftShoulder,
    LANDMARK.rightShoulder,
    LANDMARK.leftHip,
    LANDMARK.rightHip,
  ].map((landmark) => body[landmark]);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  if ([a, b, c, d].some(({ visibility = 1 }) => visibility < LEAST_VISIBILITY)) return null;
  const chest = middle(a, b);
  const hips = middle(c, d);
  return { chest, hips, length: Math.hypot(chest.x - hips.x, chest.y - hips.y) };
}

function middle(a: Seen, b: Seen): Seen {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function distance(a: Trunk, b: Trunk): number {
  const chests = Math.hypot(a.chest.x - b.chest.x, a.chest.y - b.chest.y);
  return Math.max(chests, Math.hypot(a.hips.x - b.hips.x, a.hips.y - b.hips.y));
}
