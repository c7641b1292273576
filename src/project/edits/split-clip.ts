/** Cuts a clip in two; the film looks and sounds as before. */
import { frameDuration, frameStart, type Flicks } from '../../core/time';
import { changeItems, itemsOf } from '../change-items';
import { framesOf, layClips } from '../clip-layout';
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
    const first: Clip = { ...clip, duration: frameStart(frames, fps) };
    const second: Clip = {
      ...clip,
      id: newId,
      sourceStart: clip.sourceStart + (frames * clip.speed) / fps,
      duration: frameStart(total - frames, fps),
    };
    return layClips(clips.flatMap((other) => (other === clip ? [first, second] : [other])));
  });
}
