/** When and where a target silhouette is on its way to the player. Pure: everything follows from song time. */
import { clamp, smoothstep } from '../core/scalar';

/** A silhouette leaves the coach this many beats before its key time. */
export const APPROACH_BEATS = 3;

/** A met silhouette shines and fades within this many beats. */
const AFTERGLOW_BEATS = 0.6;

/** How quickly nearness grows the silhouette: size 1/(1 + this × beats left), as things coming nearer do. */
const PERSPECTIVE = 0.75;

/** The part of a move that the approach needs, in song seconds. */
export interface TimedMove {
  readonly keyTime: number;
  readonly end: number;
  readonly hold: boolean;
}

/** State of one silhouette. */
export interface Approach {
  /** Part of its full size, 0..1. */
  scale: number;
  /** 0 at the coach, 1 in the frame. */
  travel: number;
  opacity: number;
  /** 0..1: flash of the meeting, 1 on the key time. */
  flash: number;
}

/**
 * Fills `target` with where the silhouette of `move` is.
 * @param beatSeconds length of a beat
 * @param reducedMotion silhouettes stay in their frame and only fade
 * @returns whether anything is to be seen
 */
export function approachOf(
  move: TimedMove,
  songSeconds: number,
  beatSeconds: number,
  reducedMotion: boolean,
  target: Approach,
): boolean {
  const beatsLeft = (move.keyTime - songSeconds) / beatSeconds;
  const stay = AFTERGLOW_BEATS + (move.hold ? Math.max(0, move.end - move.keyTime) / beatSeconds : 0);
  if (beatsLeft > APPROACH_BEATS || beatsLeft < -stay) return false;
  if (beatsLeft >= 0) {
    const nearness = 1 - beatsLeft / APPROACH_BEATS;
    target.scale = reducedMotion ? 1 : 1 / (1 + PERSPECTIVE * beatsLeft);
    target.travel = reducedMotion ? 1 : smoothstep(0, 1, nearness);
    target.opacity = reducedMotion
      ? nearness * nearness * 0.9
      : smoothstep(0.03, 0.5, nearness) * (0.6 + 0.4 * nearness);
    target.flash = 0;
    return true;
  }
  target.scale = 1;
  target.travel = 1;
  target.opacity = clamp((stay + beatsLeft) / AFTERGLOW_BEATS, 0, 1) * (move.hold ? 0.75 : 0.9);
  target.flash = clamp(1 + beatsLeft / AFTERGLOW_BEATS, 0, 1);
  return target.opacity > 0;
}

/** Index of the move whose key time comes next or whose window is open at `songSeconds`; -1 after the last. */
export function currentMove(
  moves: readonly (TimedMove & { readonly start: number })[],
  songSeconds: number,
): number {
  for (let index = 0; index < moves.length; index += 1) {
    if ((moves[index]?.end ?? 0) > songSeconds) return index;
  }
  return -1;
}
