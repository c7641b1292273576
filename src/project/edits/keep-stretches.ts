/** Keeps some parts of a clip and closes the row up over the rest. */
import { addFlicks, type Flicks } from '../../core/time';
import { itemsOf } from '../change-items';
import type { Stretch } from '../best-moments';
import type { Project } from '../project';
import { deleteItem } from './delete-item';
import { clipAt, splitClip } from './split-clip';

/**
 * Words, effects and markers that lie over what goes move with what follows, as after any cut.
 * @param stretches of the timeline, in order, without overlap
 * @param newId makes the id of a part
 */
export function keepStretches(
  project: Project,
  clipId: string,
  stretches: readonly Stretch[],
  newId: () => string,
): Project {
  const clip = itemsOf(project, 'video').find(({ id }) => id === clipId);
  if (clip === undefined || stretches.length === 0) return project;
  const end = addFlicks(clip.start, clip.duration);
  const gaps: Stretch[] = [];
  let at: Flicks = clip.start;
  for (const { from, to } of stretches) {
    if (from > at) gaps.push({ from: at, to: from });
    at = to;
  }
  if (at < end) gaps.push({ from: at, to: end });
  // From the end, so that what lies before keeps its times.
  return gaps.reverse().reduce((film, gap) => removeStretch(film, gap, newId), project);
}

function removeStretch(project: Project, { from, to }: Stretch, newId: () => string): Project {
  const cut = (film: Project, time: Flicks): Project => {
    const clip = clipAt(film, time);
    return clip === undefined ? film : splitClip(film, clip.id, time, newId());
  };
  const film = cut(cut(project, to), from);
  const gone = clipAt(film, from);
  return gone === undefined ? film : deleteItem(film, gone.id);
}
