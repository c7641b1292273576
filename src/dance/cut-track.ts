/** A stretch of a track as a track of its own, and its moves cut at the beats of its song. */
import { beatPosition, beatTime, type BeatGrid } from '../core/beat-grid';
import { poseAtRow, PoseTrackBuilder, type PoseTrack } from '../pose/pose-track';
import type { Move } from './compile';

/** A cut this near to a beat (seconds) lies on it. */
const NEAR_BEAT = 0.12;
/** Seconds of the shortest move. */
const SHORTEST = 0.4;

/** From `from` to `to` seconds; time begins anew at 0. */
export function cutTrack(track: PoseTrack, from: number, to: number): PoseTrack {
  const builder = new PoseTrackBuilder(track);
  for (let row = 0; row < track.length; row += 1) {
    const seconds = track.times[row] ?? 0;
    if (seconds >= from - 1e-9 && seconds <= to + 1e-9) builder.append(seconds - from, poseAtRow(track, row));
  }
  return builder.build();
}

/** Brings the cuts between moves to the beats near by; a move that would become too short keeps its cut. */
export function snapMoves(moves: readonly Move[], grid: BeatGrid): Move[] {
  const snapped = (seconds: number): number => {
    const beat = Math.max(0, beatTime(grid, Math.round(beatPosition(grid, seconds))));
    return Math.abs(beat - seconds) <= NEAR_BEAT ? beat : seconds;
  };
  let before = 0;
  return moves.map((move) => {
    const start = Math.max(before, snapped(move.start));
    const end = snapped(move.end);
    const isLong = end - start >= SHORTEST;
    const kept = isLong ? { start, end } : { start: Math.max(before, move.start), end: move.end };
    before = kept.end;
    return { ...move, ...kept, keyTime: Math.min(kept.end, Math.max(kept.start, move.keyTime)) };
  });
}

/** With indices from 0 on, as every choreography has them. */
export function renumber(moves: readonly Move[]): Move[] {
  return moves.map((move, index) => ({ ...move, index }));
}
