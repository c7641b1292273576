/** Holds a picture: a still of it is put into the row. */
import { addFlicks, frameStart, type Flicks } from '../../core/time';
import { itemsOf } from '../change-items';
import { sourceTimeAt } from '../plan-frame';
import type { Clip, Project } from '../project';
import { changeClips } from '../ripple';
import { clipAt, splitClip } from './split-clip';

/**
 * The picture at `time` stands for `frames` frames; the clip goes on after it, and what follows moves.
 * @param newIds ids of the still and of the clip's second half
 */
export function freezeFrame(
  project: Project,
  time: Flicks,
  frames: number,
  newIds: { readonly still: string; readonly rest: string },
): Project {
  const clip = clipAt(project, time);
  const source = clip === undefined ? undefined : project.sources[clip.sourceId];
  if (clip === undefined || source === undefined || clip.empty === true) return project;
  if (!Number.isFinite(frames)) return project;
  const split = splitClip(project, clip.id, time, newIds.rest);
  const clips = itemsOf(split, 'video');
  // On the clip's first frame nothing is split and the still goes before it.
  const at = clips.findIndex(({ id }) => id === (split === project ? clip.id : newIds.rest));
  const { transition: _into, fadeIn: _in, fadeOut: _out, speedCurve: _curve, ...shown } = clip;
  const still: Clip = {
    ...shown,
    id: newIds.still,
    still: true,
    speed: 1,
    sourceStart: sourceTimeAt(clip, time, source.duration),
    duration: frameStart(Math.max(1, Math.round(frames)), project.fps),
  };
  const before = clips.slice(0, at);
  const start = before.reduce((end, each) => addFlicks(end, each.duration), 0 as Flicks);
  return changeClips(split, [...before, still, ...clips.slice(at)], { at: start, length: still.duration });
}
