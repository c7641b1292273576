/** Motion capture in BVH (Biovision hierarchy) as a pose track: found by the joints' names, turned to face the camera. */
import { placeJoints, readBvh, type Joint, type Triple } from './bvh-file';
import { nameLandmarks, type JointOf } from './bvh-names';
import { LANDMARK, type LandmarkName } from './landmarks';
import { createPose } from './pose';
import { projectFromFront } from './pose-track-json';
import { PoseTrackBuilder, type PoseTrack } from './pose-track';

const ASPECT = 9 / 16;
/** Captures come at up to 120 a second; the judge needs no more than this. */
const MOST_FPS = 60;
/** Hip to ankle of a dancer of 1.70 m, metres: captures come in inches, centimetres or nothing in particular. */
const LEG_METRES = 0.83;

/**
 * Reads a capture. World landmarks in metres of a body of 1.70 m; what the skeleton lacks has visibility 0.
 * @throws StudioError `file-corrupt` that says what is missing, `motion-unknown` for a skeleton without the joints of a body
 */
export function poseTrackFromBvh(text: string): PoseTrack {
  const { joints, frameSeconds, frames } = readBvh(text);
  const names = nameLandmarks(joints);
  const first = placeJoints(joints, frames[0] ?? new Float64Array());
  const frame = bodyFrame(joints, names, frames);
  const scale = LEG_METRES / Math.max(1e-6, legLength(first, names));
  const stride = Math.max(1, Math.round(1 / frameSeconds / MOST_FPS));
  const builder = new PoseTrackBuilder({ fps: 1 / (frameSeconds * stride), aspect: ASPECT, source: 'bvh' });
  for (let index = 0; index < frames.length; index += stride) {
    const places = placeJoints(joints, frames[index] ?? new Float64Array());
    builder.append(index * frameSeconds, poseOf(places, names, frame, scale));
  }
  return builder.build();
}

/** Right, up and towards the camera, as unit vectors of the file's space. */
interface BodyFrame {
  readonly left: Triple;
  readonly up: Triple;
  readonly front: Triple;
}

/** Up is the axis along which heads are above ankles; the front is where the body looks in its first half second. */
function bodyFrame(joints: readonly Joint[], names: JointOf, frames: readonly Float64Array[]): BodyFrame {
  let rise: Triple = [0, 0, 0];
  const steps = Math.max(1, Math.floor(frames.length / 30));
  for (let index = 0; index < frames.length; index += steps) {
    const places = placeJoints(joints, frames[index] ?? new Float64Array());
    const feet = middle(at(places, names.leftAnkle), at(places, names.rightAnkle));
    rise = plus(rise, minus(middle(at(places, names.leftShoulder), at(places, names.rightShoulder)), feet));
  }
  const strongest = [0, 1, 2].sort((a, b) => Math.abs(rise[b] ?? 0) - Math.abs(rise[a] ?? 0))[0] ?? 1;
  const up = [0, 1, 2].map((axis) =>
    axis === strongest ? Math.sign(rise[axis] ?? 1) : 0,
  ) as unknown as Triple;
  let across: Triple = [0, 0, 0];
  for (const values of frames.slice(0, 15)) {
    const places = placeJoints(joints, values);
    across = plus(across, minus(at(places, names.leftHip), at(places, names.rightHip)));
    across = plus(across, minus(at(places, names.leftShoulder), at(places, names.rightShoulder)));
  }
  const left = unit(minus(across, times(up, dotOf(across, up))));
  return { left, up, front: crossOf(left, up) };
}

function poseOf(places: readonly Triple[], names: JointOf, frame: BodyFrame, scale: number) {
  const hips = middle(at(places, names.leftHip), at(places, names.rightHip));
  const pose = createPose();
  const put = (landmark: LandmarkName, place: Triple): void => {
    const from = minus(place, hips);
    const index = LANDMARK[landmark];
    // The dancer's left is the picture's right; y goes down; z goes away from the camera.
    pose.world.set(
      [dotOf(from, frame.left) * scale, -dotOf(from, frame.up) * scale, -dotOf(from, frame.front) * scale],
      index * 3,
    );
    pose.visibility[index] = 1;
  };
  const { head, ...joints } = names;
  for (const [landmark, joint] of Object.entries(joints) as [LandmarkName, number][])
    put(landmark, at(places, joint));
  if (head !== undefined) {
    // A skeleton has no ears; the head's joint lies between them, and that is all the judge reads of them.
    put('leftEar', at(places, head));
    put('rightEar', at(places, head));
  }
  projectFromFront(pose.world, pose.image, ASPECT);
  return pose;
}

function legLength(places: readonly Triple[], names: JointOf): number {
  const knee = at(places, names.leftKnee);
  return length(minus(knee, at(places, names.leftHip))) + length(minus(at(places, names.leftAnkle), knee));
}

function at(places: readonly Triple[], joint: number | undefined): Triple {
  return places[joint ?? 0] ?? [0, 0, 0];
}

const plus = (a: Triple, b: Triple): Triple => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const minus = (a: Triple, b: Triple): Triple => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const times = (a: Triple, factor: number): Triple => [a[0] * factor, a[1] * factor, a[2] * factor];
const middle = (a: Triple, b: Triple): Triple => times(plus(a, b), 0.5);
const dotOf = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const length = (a: Triple): number => Math.hypot(...a);
const unit = (a: Triple): Triple => times(a, 1 / Math.max(1e-9, length(a)));
const crossOf = (a: Triple, b: Triple): Triple => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
