/** When and where a target silhouette is on its way to the player. Pure: everything follows from song time. */
import { clamp, lerp, smoothstep } from '../core/scalar';

/** A silhouette begins to show this many beats before its key time; it is well seen three beats before. */
export const APPROACH_BEATS = 3.4;

/** A met silhouette shines and fades within this many beats. */
const AFTERGLOW_BEATS = 0.6;

/** How quickly nearness grows the silhouette: size 1/(1 + this × beats left), as things coming nearer do. */
const PERSPECTIVE = 0.75;

/** With reduced motion a target waits small at the side, and changes over to the player within these beats. */
const CHANGE_OVER = { from: 2, middle: 1.85, to: 1.7 } as const;
const WAITING_SCALE = 0.36;

/** The part of a move that the approach needs, in song seconds. */
export interface TimedMove {
  readonly keyTime: number;
  readonly end: number;
  readonly hold: boolean;
}

/** State of one silhouette. */
export interface Approach {
  /** Part of its full size, 0..1; and of its way from the far point, as in a perspective. */
  scale: number;
  opacity: number;
  /** 0..1: flash of the meeting, 1 on the key time. */
  flash: number;
}

/**
 * Fills `target` with where the silhouette of `move` is.
 * @param beatSeconds length of a beat
 * @param reducedMotion nothing flies: the silhouette fades in small at the side, then in the player's frame
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
    const appearing = 1 - smoothstep(3, APPROACH_BEATS, beatsLeft);
    target.scale = 1 / (1 + PERSPECTIVE * beatsLeft);
    target.opacity = appearing * lerp(1, 0.75, Math.min(1, beatsLeft / 3));
    target.flash = 0;
    if (reducedMotion) standBy(beatsLeft, appearing, target);
    return true;
  }
  target.scale = 1;
  target.opacity = clamp((stay + beatsLeft) / AFTERGLOW_BEATS, 0, 1) * (move.hold ? 0.8 : 1);
  target.flash = clamp(1 + beatsLeft / AFTERGLOW_BEATS, 0, 1);
  return target.opacity > 0;
}

function standBy(beatsLeft: number, appearing: number, target: Approach): void {
  const isWaiting = beatsLeft > CHANGE_OVER.middle;
  target.scale = isWaiting ? WAITING_SCALE : 1;
  target.opacity = isWaiting
    ? appearing * smoothstep(CHANGE_OVER.middle, CHANGE_OVER.from, beatsLeft) * 0.85
    : (1 - smoothstep(CHANGE_OVER.to, CHANGE_OVER.middle, beatsLeft)) *
      lerp(1, 0.7, smoothstep(0, 1, beatsLeft));
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

/** Index of the last move whose key time has come at `songSeconds`; -1 before the first. */
export function lastMetMove(moves: readonly TimedMove[], songSeconds: number): number {
  let last = -1;
  for (let index = 0; index < moves.length; index += 1) {
    if ((moves[index]?.keyTime ?? Infinity) <= songSeconds) last = index;
  }
  return last;
}
