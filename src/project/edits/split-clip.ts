/** Cuts a clip in two; the film looks and sounds as before. */
import { frameDuration, frameStart, type Flicks } from '../../core/time';
import { changeItems, itemsOf } from '../change-items';
import { framesOf, layClips } from '../clip-layout';
import { sourceAtFrame } from '../clip-pace';
import { keepKeysInPlace } from '../item-numbers';
import type { Clip, Project } from '../project';

/** The clip that is on screen at `time`, or undefined past the film. */
export function clipAt(project: Project, time: Flicks): Clip | undefined {
  return itemsOf(project, 'video').find(({ start, duration }) => time >= start && time < start + duration);
}

/**
 * Cuts at the frame of `time`. Nothing changes where `time` is not inside the clip, or on its first frame.
 * @param newId id of the second half
 */
export function splitClip(project: Project, clipId: string, time: Flicks, newId: string): Project {
  return changeItems(project, 'video', (clips) => {
    const clip = clips.find(({ id }) => id === clipId);
    if (clip === undefined) return clips;
    const { fps } = project;
    const frames = Math.floor((time - clip.start) / frameDuration(fps));
    const total = framesOf(clip, fps);
    if (!(frames >= 1 && frames < total)) return clips;
    const cut = frameStart(frames, fps);
    const { fadeIn: _in, transition: _into, ...later } = clip;
    const { fadeOut: _out, ...earlier } = clip;
    const first: Clip = { ...earlier, duration: cut };
    const second: Clip = keepKeysInPlace(
      {
        ...later,
        id: newId,
        sourceStart: sourceAtFrame(clip, frames, fps),
        duration: frameStart(total - frames, fps),
      },
      cut,
    );
    return layClips(clips.flatMap((other) => (other === clip ? [first, second] : [other])));
  });
}
