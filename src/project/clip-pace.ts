/** How many frames of film a clip can fill from its source, and which pictures they are. */
import { secondsBetween, sourceAt, type Pace } from '../core/pace';
import { toSeconds } from '../core/time';
import { framesOf } from './clip-layout';
import type { Clip, Source } from './project';

/** Longest a place without a source of its own (a still, an empty place) can be, in seconds. */
const LONGEST_STILL = 600;

/** Whether the clip shows the same at every instant, so that it can be as long as one likes. */
export function isEndless(clip: Pick<Clip, 'still' | 'empty'>): boolean {
  return clip.still === true || clip.empty === true;
}

/**
 * How many frames a source can fill from the clip's start on. At least 1.
 * The last frame may be up to half covered: a take of 14.99 s is a film of 450 frames, not 449.
 */
export function framesAhead(
  clip: Pace & Pick<Clip, 'empty'>,
  source: Pick<Source, 'duration'>,
  fps: number,
): number {
  if (isEndless(clip)) return Math.round(LONGEST_STILL * fps);
  const end = clip.reversed === true ? 0 : source.duration;
  const seconds = Math.max(0, secondsBetween(clip, clip.sourceStart, end));
  return Math.max(1, Math.round(seconds * fps - 1e-6));
}

/** How many whole frames of source lie before the clip's start, in its own direction. */
export function framesBehind(
  clip: Pace & Pick<Clip, 'empty'>,
  source: Pick<Source, 'duration'>,
  fps: number,
): number {
  if (isEndless(clip)) return Math.round(LONGEST_STILL * fps);
  const start = clip.reversed === true ? source.duration : 0;
  const seconds = Math.max(0, secondsBetween(clip, start, clip.sourceStart));
  // A billionth of a frame forgives the rounding of earlier cuts.
  return Math.floor(seconds * fps + 1e-6);
}

/** Seconds of the source at a number of frames after the clip's start. */
export function sourceAtFrame(pace: Pace, frames: number, fps: number): number {
  return sourceAt(pace, frames / fps);
}

/** Seconds of the source where the clip ends. */
export function sourceEnd(clip: Clip): number {
  return sourceAt(clip, toSeconds(clip.duration));
}

/** The same piece of the source at another pace takes so many frames: at least one, and no more than there are. */
export function framesForSameSpan(before: Clip, after: Clip, source: Source, fps: number): number {
  if (isEndless(before) || isEndless(after)) return framesOf(before, fps);
  const seconds = Math.abs(secondsBetween(after, after.sourceStart, sourceEnd(before)));
  return Math.min(Math.max(1, Math.round(seconds * fps)), framesAhead(after, source, fps));
}
