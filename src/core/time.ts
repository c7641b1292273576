/**
 * Times on the timeline: integers of a base so fine that every usual frame and sample rate divides it.
 *
 * The unit is the *flick* (1/705 600 000 s, Facebook/Oculus 2018): 24, 25, 30, 60, 90, 120 fps and 8 to 192 kHz
 * are whole numbers of flicks, so cutting and summing never drifts. 2^53 flicks are 147 days.
 */

declare const flicksBrand: unique symbol;

/** A time or a duration on the project's timeline, an integer in flicks. */
export type Flicks = number & { readonly [flicksBrand]: true };

export const FLICKS_PER_SECOND = 705_600_000;

export const ZERO_FLICKS = 0 as Flicks;

/**
 * Seconds to the nearest flick.
 * @throws RangeError when `seconds` is not finite.
 */
export function toFlicks(seconds: number): Flicks {
  if (!Number.isFinite(seconds)) throw new RangeError(`A time must be finite, got ${seconds}.`);
  return Math.round(seconds * FLICKS_PER_SECOND) as Flicks;
}

/** Flicks to seconds. */
export function toSeconds(time: Flicks): number {
  return time / FLICKS_PER_SECOND;
}

/** Length of one frame; exact for every frame rate that divides the base. */
export function frameDuration(fps: number): Flicks {
  return Math.round(FLICKS_PER_SECOND / fps) as Flicks;
}

/** Index of the frame that is on screen at `time` (0-based, floor). */
export function frameIndexAt(time: Flicks, fps: number): number {
  return Math.floor(time / frameDuration(fps));
}

/** Start of frame `index`. */
export function frameStart(index: number, fps: number): Flicks {
  return (index * frameDuration(fps)) as Flicks;
}

/** The start of the frame that is on screen at `time`. */
export function snapToFrame(time: Flicks, fps: number): Flicks {
  return frameStart(frameIndexAt(time, fps), fps);
}

/** How many frames a film of `duration` has: rounded, at least 1 for anything longer than nothing. */
export function frameCount(duration: Flicks, fps: number): number {
  if (duration <= 0) return 0;
  return Math.max(1, Math.round(duration / frameDuration(fps)));
}

/** Sum, keeping the brand. */
export function addFlicks(a: Flicks, b: Flicks): Flicks {
  return (a + b) as Flicks;
}

/** Difference, keeping the brand. */
export function subtractFlicks(a: Flicks, b: Flicks): Flicks {
  return (a - b) as Flicks;
}

/** `time` held between `low` and `high`, both inclusive. */
export function clampFlicks(time: number, low: Flicks, high: Flicks): Flicks {
  return Math.min(Math.max(Math.round(time), low), high) as Flicks;
}
