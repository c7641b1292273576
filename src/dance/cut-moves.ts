/** Moves for a reference that nobody cut: windows of about a second between the moments where its body slows. */
import type { LocalizedText } from '../core/locale';
import { LOCALES } from '../core/locale';
import { poseTrackDuration, type PoseTrack } from '../pose/pose-track';
import type { Move } from './compile';
import { DIRECTION_NUMBERS, VECTOR_COUNT, writeDirections } from './limb-vectors';
import { limbExcursions } from './limb-excursions';
import { createMoveTargets, idleError } from './move-target';
import { SCORE } from './score-config';

/** Seconds of the shortest and the longest window. */
const SHORTEST = 0.7;
const LONGEST = 1.4;

/**
 * Cuts the whole track. A slow moment between two movements is the best place for a cut (kinematic beats: local minima
 * of joint speed); where there is none, after the longest window. Stretches that standing still would pass are left out,
 * unless there is nothing else.
 */
export function cutMoves(track: PoseTrack): Move[] {
  const speeds = limbSpeeds(track);
  const end = poseTrackDuration(track);
  const cuts = [track.times[0] ?? 0];
  for (;;) {
    const from = cuts.at(-1) ?? 0;
    if (end - from < SHORTEST) break;
    cuts.push(Math.min(end, slowestBetween(track, speeds, from + SHORTEST, Math.min(end, from + LONGEST))));
  }
  const windows = cuts.slice(1).map((stop, index) => moveOf(track, cuts[index] ?? 0, stop));
  const targetsOf = (moves: readonly Move[]) =>
    createMoveTargets({ reference: track, moves, seated: false, neutral: null });
  const moves = targetsOf(windows).map(({ move, energy }) => ({ ...move, hold: energy < SCORE.heldBelow }));
  const away = targetsOf(moves).map((target) => Math.sqrt(idleError(target)));
  const least = Math.min(SCORE.away.least, ...(away.length === 0 ? [] : [Math.max(...away)]));
  return moves
    .filter((_, index) => (away[index] ?? 0) >= least)
    .map((move, index) => ({ ...move, index, name: numberedName(index + 1) }));
}

function moveOf(track: PoseTrack, start: number, end: number): Move {
  const limbs = limbExcursions(track, start, end)
    .filter(({ isCritical }) => isCritical)
    .map(({ limb }) => limb);
  return { index: 0, name: numberedName(1), start, end, hold: false, keyTime: start, limbs };
}

function limbSpeeds(track: PoseTrack): Float64Array {
  const directions = new Float32Array(DIRECTION_NUMBERS * track.length);
  const seen = new Float32Array(VECTOR_COUNT * track.length);
  for (let row = 0; row < track.length; row += 1) {
    writeDirections(
      track.image,
      track.visibility,
      row,
      track.aspect,
      directions,
      row * DIRECTION_NUMBERS,
      seen,
      row * VECTOR_COUNT,
      0.1,
    );
  }
  return Float64Array.from({ length: track.length }, (_, row) => {
    if (row === 0) return 0;
    const seconds = (track.times[row] ?? 0) - (track.times[row - 1] ?? 0);
    let sum = 0;
    for (let index = 0; index < DIRECTION_NUMBERS; index += 1) {
      const now = directions[row * DIRECTION_NUMBERS + index] ?? 0;
      sum += (now - (directions[(row - 1) * DIRECTION_NUMBERS + index] ?? 0)) ** 2;
    }
    return Math.sqrt(sum) / Math.max(1e-3, seconds);
  });
}

/** Time of the lowest speed, smoothed over a fifth of a second. */
function slowestBetween(track: PoseTrack, speeds: Float64Array, from: number, to: number): number {
  const span = Math.max(1, Math.round(track.fps * 0.1));
  let best = to;
  let least = Infinity;
  for (let row = 0; row < track.length; row += 1) {
    const time = track.times[row] ?? 0;
    if (time < from || time > to) continue;
    let sum = 0;
    for (let near = row - span; near <= row + span; near += 1) sum += speeds[near] ?? 0;
    if (sum < least) {
      least = sum;
      best = time;
    }
  }
  return best;
}

function numberedName(number: number): LocalizedText {
  return Object.fromEntries(LOCALES.map((locale) => [locale, String(number)])) as LocalizedText;
}
