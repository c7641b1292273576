/** How much a body moves over a stretch of time. */
import { LANDMARK, type LandmarkName } from './landmarks';
import { poseAtRow, rowAt, type PoseTrack } from './pose-track';
import type { Pose } from './pose';

/** What dances furthest. */
const ENDS: readonly LandmarkName[] = ['leftWrist', 'rightWrist', 'leftAnkle', 'rightAnkle'];

/** Below this a landmark is not seen. */
const LEAST_VISIBILITY = 0.3;

/** Rows further apart than this, in seconds, say nothing about the way between them. */
const LONGEST_STEP_SECONDS = 0.25;

/**
 * Mean speed of hands and feet from `from` to `to` (seconds), in metres a second of the body's own space: a step to
 * the camera or a camera that moves counts for nothing. 0 where nobody is seen.
 */
export function movementBetween(track: PoseTrack, from: number, to: number): number {
  let way = 0;
  let seconds = 0;
  for (let row = Math.max(1, rowAt(track, from) + 1); row < track.length; row += 1) {
    const time = track.times[row] ?? Infinity;
    if (time > to) break;
    const step = time - (track.times[row - 1] ?? 0);
    const [before, now] = [poseAtRow(track, row - 1), poseAtRow(track, row)];
    if (step <= 0 || step > LONGEST_STEP_SECONDS || before === null || now === null) continue;
    way += wayBetween(before, now);
    seconds += step;
  }
  return seconds > 0 ? way / seconds : 0;
}

/** The speed of hands and feet from row to row (metres a second), each at the middle of its step (seconds). */
export function stepsOf(track: PoseTrack): { readonly times: number[]; readonly speeds: number[] } {
  const times: number[] = [];
  const speeds: number[] = [];
  for (let row = 1; row < track.length; row += 1) {
    const [last, time] = [track.times[row - 1] ?? 0, track.times[row] ?? 0];
    const [before, now] = [poseAtRow(track, row - 1), poseAtRow(track, row)];
    const step = time - last;
    if (step <= 0 || step > LONGEST_STEP_SECONDS || before === null || now === null) continue;
    times.push((last + time) / 2);
    speeds.push(wayBetween(before, now) / step);
  }
  return { times, speeds };
}

/** Mean way of the ends that are seen in both poses. */
function wayBetween(a: Pose, b: Pose): number {
  const ways = ENDS.flatMap((name) => {
    const place = LANDMARK[name];
    const seen = Math.min(a.visibility[place] ?? 0, b.visibility[place] ?? 0) >= LEAST_VISIBILITY;
    const axis = (number: number): number =>
      (b.world[place * 3 + number] ?? 0) - (a.world[place * 3 + number] ?? 0);
    return seen ? [Math.hypot(axis(0), axis(1), axis(2))] : [];
  });
  return ways.length === 0 ? 0 : ways.reduce((sum, way) => sum + way, 0) / ways.length;
}
