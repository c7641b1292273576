/** A body as another camera would see it, one that stands farther round: the picture turned with the help of the model's depth. */
import { LANDMARK, LANDMARK_COUNT, type LandmarkName } from './landmarks';
import type { PoseTrack } from './pose-track';

const COORDINATES = LANDMARK_COUNT * 3;

/** Rigid and long enough to tell how many of the picture's heights a metre is. */
const RULERS = (
  [
    ['leftShoulder', 'rightShoulder'],
    ['leftShoulder', 'leftHip'],
    ['rightShoulder', 'rightHip'],
    ['leftHip', 'leftKnee'],
    ['rightHip', 'rightKnee'],
    ['leftKnee', 'leftAnkle'],
    ['rightKnee', 'rightAnkle'],
  ] satisfies (readonly [LandmarkName, LandmarkName])[]
).map(([from, to]) => [LANDMARK[from] * 3, LANDMARK[to] * 3] as const);
const LEFT_HIP = LANDMARK.leftHip * 3;
const RIGHT_HIP = LANDMARK.rightHip * 3;

/**
 * A whole track seen by a camera that stands elsewhere on a circle round the dancer. Image landmarks keep what the picture
 * says of height and width; only their depth comes from the world landmarks (monocular depth is the weaker witness).
 * World landmarks turn as they are.
 * @param yaw radians; positive takes what points to the picture's right away from the camera
 */
export function turnPoseTrack(track: PoseTrack, yaw: number): PoseTrack {
  const { aspect } = track;
  const image = new Float32Array(track.image.length);
  const world = new Float32Array(track.world.length);
  const sine = Math.sin(yaw);
  const cosine = Math.cos(yaw);
  for (let row = 0; row < track.length; row += 1) {
    if (track.present[row] !== 1) continue;
    const base = row * COORDINATES;
    const scale = heightsPerMetre(track, base);
    const middle = ((track.image[base + LEFT_HIP] ?? 0) + (track.image[base + RIGHT_HIP] ?? 0)) / 2;
    for (let at = base; at < base + COORDINATES; at += 3) {
      const x = track.world[at] ?? 0;
      const z = track.world[at + 2] ?? 0;
      world[at] = x * cosine - z * sine;
      world[at + 1] = track.world[at + 1] ?? 0;
      world[at + 2] = x * sine + z * cosine;
      const across = ((track.image[at] ?? 0) - middle) * aspect;
      const deep = z * scale;
      image[at] = middle + (across * cosine - deep * sine) / aspect;
      image[at + 1] = track.image[at + 1] ?? 0;
      image[at + 2] = (across * sine + deep * cosine) / aspect;
    }
  }
  return { ...track, image, world };
}

/** How long a metre across the picture looks, in picture heights; 0 where the world landmarks say nothing. */
function heightsPerMetre({ image, world, aspect }: PoseTrack, base: number): number {
  let heights = 0;
  let metres = 0;
  for (const [from, to] of RULERS) {
    const a = base + from;
    const b = base + to;
    heights += length(
      ((image[b] ?? 0) - (image[a] ?? 0)) * aspect,
      (image[b + 1] ?? 0) - (image[a + 1] ?? 0),
    );
    metres += length((world[b] ?? 0) - (world[a] ?? 0), (world[b + 1] ?? 0) - (world[a + 1] ?? 0));
  }
  return metres > 1e-3 ? heights / metres : 0;
}

/** Not Math.hypot: V8's is several times slower, and nothing overflows here. */
function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
