/** Trims that keep the film's length: the cut between two clips moves, or what a clip shows moves under it. */
import { clamp } from '../../core/scalar';
import { frameDuration, frameStart, type Flicks } from '../../core/time';
import { changeItem, changeItems } from '../change-items';
import { framesOf, layClips } from '../clip-layout';
import { framesAhead, framesBehind, sourceAtFrame } from '../clip-pace';
import { keepKeysInPlace } from '../item-numbers';
import type { Clip, Project } from '../project';

/** Rolls the cut at the start of a clip to a time of the film: the clip before grows as this one shrinks, and the other way round. */
export function rollCut(project: Project, clipId: string, to: Flicks): Project {
  if (!Number.isFinite(to)) return project;
  const { fps, sources } = project;
  return changeItems(project, 'video', (clips) => {
    const place = clips.findIndex(({ id }) => id === clipId);
    const [before, after] = [clips[place - 1], clips[place]];
    if (before === undefined || after === undefined) return clips;
    const [left, right] = [sources[before.sourceId], sources[after.sourceId]];
    if (left === undefined || right === undefined) return clips;
    const wanted = Math.round((to - after.start) / frameDuration(fps));
    const room = framesAhead(before, left, fps) - framesOf(before, fps);
    const least = -Math.min(framesOf(before, fps) - 1, framesBehind(after, right, fps));
    const shift = clamp(wanted, least, Math.min(framesOf(after, fps) - 1, Math.max(0, room)));
    if (shift === 0) return clips;
    const longer = { ...before, duration: frameStart(framesOf(before, fps) + shift, fps) };
    const later = startAt(after, shift, right.duration, fps);
    return layClips(clips.map((clip) => (clip === before ? longer : clip === after ? later : clip)));
  });
}

/** Slips what a clip shows by frames of film: later pictures for positive ones. Its place and length stay. */
export function slipClip(project: Project, clipId: string, frames: number): Project {
  const { fps, sources } = project;
  return changeItem(project, 'video', clipId, (clip) => {
    const source = sources[clip.sourceId];
    if (source === undefined || clip.empty === true || !Number.isFinite(frames)) return clip;
    const room = clip.still === true ? Infinity : framesAhead(clip, source, fps) - framesOf(clip, fps);
    const pace: Clip = clip.still === true ? { ...clip, still: false } : clip;
    const shift = clamp(Math.round(frames), -framesBehind(pace, source, fps), Math.max(0, room));
    if (shift === 0) return clip;
    return { ...clip, sourceStart: clamp(sourceAtFrame(pace, shift, fps), 0, source.duration) };
  });
}

/** The clip without its first frames, or with so many more. */
function startAt(clip: Clip, frames: number, sourceDuration: number, fps: number): Clip {
  const cut: Clip = {
    ...clip,
    sourceStart: clamp(sourceAtFrame(clip, frames, fps), 0, sourceDuration),
    duration: frameStart(framesOf(clip, fps) - frames, fps),
  };
  return keepKeysInPlace(cut, frameStart(frames, fps));
}
