/** A dance slower or faster, for practice: the same poses and moves at other times. */
import type { PoseTrack } from '../pose/pose-track';
import type { CompiledChoreography } from './compile';

/**
 * Stretches a choreography in time; at tempo 1 it is returned as it is.
 * @param tempo 0.25..4: 0.5 = half as fast, twice as long
 */
export function scaleChoreography(choreography: CompiledChoreography, tempo: number): CompiledChoreography {
  if (tempo === 1) return choreography;
  return {
    reference: scaleTrack(choreography.reference, tempo),
    moves: choreography.moves.map((move) => ({
      ...move,
      start: move.start / tempo,
      end: move.end / tempo,
      keyTime: move.keyTime / tempo,
    })),
  };
}

/** A track in the time of a song at another tempo. The columns of poses are shared, not copied. */
export function scaleTrack(track: PoseTrack, tempo: number): PoseTrack {
  return { ...track, fps: track.fps * tempo, times: track.times.map((time) => time / tempo) };
}
