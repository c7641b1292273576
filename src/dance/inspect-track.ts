/** What is wrong with a filmed dance: where the body was lost, where it leapt (a cut), and where it was not alone. */
import { LANDMARK } from '../pose/landmarks';
import type { PoseTrack } from '../pose/pose-track';

export interface TrackReport {
  /** `lost`: nobody was seen; `leap`: the body was suddenly elsewhere or of another size; `other`: somebody else was there. */
  readonly kind: 'lost' | 'leap' | 'other';
  /** Seconds. */
  readonly from: number;
  readonly to: number;
}

/** Seconds without a body that are worth telling. */
const LEAST_LOST = 0.5;
/** Hips that go so far (picture heights) between two pictures, or a trunk that changes its length by this factor. */
const LEAP = 0.16;
const GROWTH = 1.6;
/** Pictures farther apart than this say nothing about leaps. */
const LONGEST_STEP = 0.25;

/**
 * In order of time.
 * @param others seconds at which more than one body was seen, looked for every `lookEvery` seconds
 */
export function inspectTrack(track: PoseTrack, others: readonly number[] = [], lookEvery = 1): TrackReport[] {
  return [...inspectBody(track), ...stretchesOf(others, lookEvery)].sort((a, b) => a.from - b.from);
}

/** Neighbouring looks are one report. */
function stretchesOf(seen: readonly number[], lookEvery: number): TrackReport[] {
  const reports: TrackReport[] = [];
  for (const seconds of seen) {
    const from = Math.max(0, seconds - lookEvery / 2);
    const before = reports.at(-1);
    if (before !== undefined && from - before.to < lookEvery / 2)
      reports[reports.length - 1] = { ...before, to: seconds + lookEvery / 2 };
    else reports.push({ kind: 'other', from, to: seconds + lookEvery / 2 });
  }
  return reports;
}

function inspectBody(track: PoseTrack): TrackReport[] {
  const reports: TrackReport[] = [];
  let lostSince: number | null = null;
  let before: number | null = null;
  for (let row = 0; row < track.length; row += 1) {
    const seconds = track.times[row] ?? 0;
    if (track.present[row] !== 1) {
      lostSince ??= seconds;
      continue;
    }
    if (lostSince !== null && seconds - lostSince >= LEAST_LOST)
      reports.push({ kind: 'lost', from: lostSince, to: seconds });
    lostSince = null;
    if (before !== null && leaps(track, before, row))
      reports.push({ kind: 'leap', from: track.times[before] ?? seconds, to: seconds });
    before = row;
  }
  const end = track.times.at(-1) ?? 0;
  if (lostSince !== null && end - lostSince >= LEAST_LOST)
    reports.push({ kind: 'lost', from: lostSince, to: end });
  return reports;
}

function leaps(track: PoseTrack, a: number, b: number): boolean {
  if ((track.times[b] ?? 0) - (track.times[a] ?? 0) > LONGEST_STEP) return false;
  const [ax, ay, aLength] = trunkOf(track, a);
  const [bx, by, bLength] = trunkOf(track, b);
  const growth = bLength / Math.max(1e-6, aLength);
  return Math.hypot(bx - ax, by - ay) > LEAP || growth > GROWTH || growth < 1 / GROWTH;
}

/** Middle of the hips and length of the trunk, in picture heights. */
function trunkOf(track: PoseTrack, row: number): readonly [x: number, y: number, length: number] {
  const x = (landmark: number): number => (track.image[row * 99 + landmark * 3] ?? 0) * track.aspect;
  const y = (landmark: number): number => track.image[row * 99 + landmark * 3 + 1] ?? 0;
  const hipsX = (x(LANDMARK.leftHip) + x(LANDMARK.rightHip)) / 2;
  const hipsY = (y(LANDMARK.leftHip) + y(LANDMARK.rightHip)) / 2;
  const chestX = (x(LANDMARK.leftShoulder) + x(LANDMARK.rightShoulder)) / 2;
  const chestY = (y(LANDMARK.leftShoulder) + y(LANDMARK.rightShoulder)) / 2;
  return [hipsX, hipsY, Math.hypot(chestX - hipsX, chestY - hipsY)];
}
