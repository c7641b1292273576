/** The law of the picture's row: clips follow each other from 0 without gaps, on whole frames, inside their sources. */
import { ZERO_FLICKS, addFlicks, frameDuration, frameStart, type Flicks } from '../core/time';
import type { Clip } from './project';

/** Shortest and longest a clip may be stretched. */
export const SPEED_RANGE = { min: 0.1, max: 10 } as const;

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
