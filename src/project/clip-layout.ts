/** The law of the picture's row: clips follow each other from 0 without gaps, on whole frames, inside their sources. */
import { ZERO_FLICKS, addFlicks, frameDuration, frameStart, type Flicks } from '../core/time';
import type { Clip } from './project';

/** Shortest and longest a clip may be stretched. */
export const SPEED_RANGE = { min: 0.1, max: 10 } as const;

/**
 * How many frames of film a source can fill from `sourceStart` on. At least 1.
 * The last frame may be up to half covered: a take of 14.99 s is a film of 450 frames, not 449.
 * @param sourceDuration seconds
 * @param sourceStart seconds
 */
export function fitFrames(sourceDuration: number, sourceStart: number, speed: number, fps: number): number {
  return Math.max(1, Math.round(((sourceDuration - sourceStart) / speed) * fps - 1e-6));
}

/** Length of an item in frames. */
export function framesOf(item: { readonly duration: Flicks }, fps: number): number {
  return Math.round(item.duration / frameDuration(fps));
}

/** The frame boundary nearest to `time`, never below 0. */
export function nearestFrame(time: number, fps: number): Flicks {
  return frameStart(Math.max(0, Math.round(time / frameDuration(fps))), fps);
}

/** The same clips, each starting where the one before ends. Clips that already lie right stay the same objects. */
export function layClips(clips: readonly Clip[]): readonly Clip[] {
  let start = ZERO_FLICKS;
  let moved = false;
  const laid = clips.map((clip) => {
    const placed = clip.start === start ? clip : { ...clip, start };
    moved ||= placed !== clip;
    start = addFlicks(start, clip.duration);
    return placed;
  });
  return moved ? laid : clips;
}
