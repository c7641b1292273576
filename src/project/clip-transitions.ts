/** Where the transitions between clips lie, in whole frames. */
import { lastAtOrBefore } from '../core/last-at-or-before';
import { frameDuration, type Flicks } from '../core/time';
import { framesOf } from './clip-layout';
import type { Clip, ClipTransition } from './project';

/** Frames of a transition on either side of its cut. */
export interface TransitionReach {
  readonly before: number;
  readonly after: number;
}

/** Two clips of which one gives way to the other at some instant. */
export interface ClipCrossing {
  readonly from: Clip;
  readonly to: Clip;
  readonly transition: ClipTransition;
  /** 0..1, both exclusive. */
  readonly progress: number;
}

/**
 * How far the transition into `clip` reaches: half on either side of the cut, and no further than the middle of either
 * clip, so that two transitions never meet. Null without one, or where the clips are too short.
 */
export function transitionReach(before: Clip | undefined, clip: Clip, fps: number): TransitionReach | null {
  if (clip.transition === undefined || before === undefined) return null;
  const frames = Math.max(1, Math.round(clip.transition.duration / frameDuration(fps)));
  const reach = {
    before: Math.min(Math.floor(frames / 2), Math.floor(framesOf(before, fps) / 2)),
    after: Math.min(Math.ceil(frames / 2), Math.floor(framesOf(clip, fps) / 2)),
  };
  return reach.before + reach.after > 0 ? reach : null;
}

/** The transition that is under way at the start of a frame; null outside any. Clips lie in order of time. */
export function crossingAt(clips: readonly Clip[], frameTime: Flicks, fps: number): ClipCrossing | null {
  const cuts = cutsOf(clips);
  // Transitions never meet: only the cut before and the cut after an instant can have one there.
  const before = lastAtOrBefore(cuts.length, (at) => clips[cuts[at] ?? -1]?.start ?? Infinity, frameTime);
  for (const place of [cuts[before], cuts[before + 1]]) {
    if (place === undefined) continue;
    const to = clips[place];
    const from = clips[place - 1];
    if (to === undefined || from === undefined) continue;
    const reach = transitionReach(from, to, fps);
    if (reach === null || to.transition === undefined) continue;
    const frames = Math.round((frameTime - to.start) / frameDuration(fps));
    if (frames < -reach.before || frames >= reach.after) continue;
    const progress = (frames + reach.before + 0.5) / (reach.before + reach.after);
    return { from, to, transition: to.transition, progress };
  }
  return null;
}

// Lists never change in place: the cuts with a transition, mostly none, are found once for each.
const knownCuts = new WeakMap<readonly Clip[], readonly number[]>();

function cutsOf(clips: readonly Clip[]): readonly number[] {
  const known = knownCuts.get(clips);
  if (known !== undefined) return known;
  const found = clips.flatMap((clip, place) => (clip.transition === undefined || place === 0 ? [] : [place]));
  knownCuts.set(clips, found);
  return found;
}
