/** Whether a compiled dance could be danced by a body: bones, joints, feet and speed. Used by the script and by the tests. */
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import type { PoseTrack } from '../pose/pose-track';
import { angleBetween, subtract, type Vector } from './vector';

/** One thing that no body does, and when. */
export interface ChoreographyFault {
  readonly seconds: number;
  readonly fault: string;
}

const BONE_PAIRS: readonly (readonly [LandmarkName, LandmarkName])[] = [
  ['leftShoulder', 'leftElbow'],
  ['leftElbow', 'leftWrist'],
  ['rightShoulder', 'rightElbow'],
  ['rightElbow', 'rightWrist'],
  ['leftHip', 'leftKnee'],
  ['leftKnee', 'leftAnkle'],
  ['rightHip', 'rightKnee'],
  ['rightKnee', 'rightAnkle'],
  ['leftShoulder', 'rightShoulder'],
  ['leftHip', 'rightHip'],
];
/** Metres that a bone may seem to change (rounding of 32-bit floats). */
const BONE_SLACK = 0.002;
/** Degrees between the two parts of a limb. A bent elbow closes to about 35°, a knee to about 40° (AAOS ranges of motion). */
const LEAST_ELBOW = 33;
const LEAST_KNEE = 40;
/** Metres a second. A dancer's wrist reaches about 6, an ankle about 4. */
const FASTEST: Readonly<Partial<Record<LandmarkName, number>>> = {
  leftWrist: 7,
  rightWrist: 7,
  leftAnkle: 5,
  rightAnkle: 5,
};
/** An ankle lower than this above the lowest stands; one that stands may move this fast along the ground. */
const STANDING_METRES = 0.012;
const SLIDING_SPEED = 0.35;

/** All faults, in order of time; empty = danceable. Feet are looked at in the picture, where the ground is. */
export function checkChoreography(track: PoseTrack, groundScale: number): ChoreographyFault[] {
  const faults: ChoreographyFault[] = [];
  const lengths = BONE_PAIRS.map(([from, to]) => distance(track, 0, from, to));
  const ground = groundLine(track);
  for (let row = 0; row < track.length; row += 1) {
    const seconds = track.times[row] ?? 0;
    const report = (fault: string): void => {
      faults.push({ seconds, fault });
    };
    BONE_PAIRS.forEach(([from, to], index) => {
      const change = Math.abs(distance(track, row, from, to) - (lengths[index] ?? 0));
      if (change > BONE_SLACK) report(`${from}–${to} changes its length by ${change.toFixed(3)} m`);
    });
    for (const side of ['left', 'right'] as const) {
      const elbow = bendAt(track, row, `${side}Shoulder`, `${side}Elbow`, `${side}Wrist`);
      if (elbow < LEAST_ELBOW) report(`${side} elbow closes to ${elbow.toFixed(0)}°`);
      const knee = bendAt(track, row, `${side}Hip`, `${side}Knee`, `${side}Ankle`);
      if (knee < LEAST_KNEE) report(`${side} knee closes to ${knee.toFixed(0)}°`);
      checkFoot(track, row, `${side}Ankle`, ground, groundScale, report);
    }
    for (const [name, fastest] of Object.entries(FASTEST) as [LandmarkName, number][]) {
      const speed =
        row === 0
          ? 0
          : Math.hypot(...subtract(world(track, row, name), world(track, row - 1, name))) * track.fps;
      if (speed > fastest) report(`${name} moves at ${speed.toFixed(1)} m/s`);
    }
  }
  return faults;
}

/** A foot that stands does not slide, and none sinks below the ground. */
function checkFoot(
  track: PoseTrack,
  row: number,
  ankle: LandmarkName,
  ground: number,
  scale: number,
  report: (fault: string) => void,
): void {
  const height = (ground - picture(track, row, ankle)[1]) / scale;
  if (height < -STANDING_METRES) report(`${ankle} sinks ${(-height).toFixed(3)} m into the ground`);
  if (row === 0) return;
  const heightBefore = (ground - picture(track, row - 1, ankle)[1]) / scale;
  if (height > STANDING_METRES || heightBefore > STANDING_METRES) return;
  const travel = Math.abs(picture(track, row, ankle)[0] - picture(track, row - 1, ankle)[0]);
  const speed = ((travel * track.aspect) / scale) * track.fps;
  if (speed > SLIDING_SPEED) report(`${ankle} slides at ${speed.toFixed(2)} m/s`);
}

/** Where standing ankles are in the picture: the lowest that any ankle stands for a while. */
function groundLine(track: PoseTrack): number {
  const heights = Array.from({ length: track.length }, (_, row) =>
    Math.max(picture(track, row, 'leftAnkle')[1], picture(track, row, 'rightAnkle')[1]),
  );
  return heights.sort((a, b) => a - b)[Math.floor(heights.length / 2)] ?? 0;
}

function world(track: PoseTrack, row: number, name: LandmarkName): Vector {
  const at = row * 99 + LANDMARK[name] * 3;
  return [track.world[at] ?? 0, track.world[at + 1] ?? 0, track.world[at + 2] ?? 0];
}

function picture(track: PoseTrack, row: number, name: LandmarkName): readonly [number, number] {
  const at = row * 99 + LANDMARK[name] * 3;
  return [track.image[at] ?? 0, track.image[at + 1] ?? 0];
}

function distance(track: PoseTrack, row: number, from: LandmarkName, to: LandmarkName): number {
  return Math.hypot(...subtract(world(track, row, to), world(track, row, from)));
}

function bendAt(
  track: PoseTrack,
  row: number,
  from: LandmarkName,
  at: LandmarkName,
  to: LandmarkName,
): number {
  const joint = world(track, row, at);
  return angleBetween(subtract(world(track, row, from), joint), subtract(world(track, row, to), joint));
}
