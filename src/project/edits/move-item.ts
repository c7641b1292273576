/** Shifts and trims what lies over the row of clips: words, effects, music. */
import { frameDuration, frameStart, type Flicks } from '../../core/time';
import { changeItem, kindOfItem, patched, type ItemOf, type TrackKind } from '../change-items';
import { framesOf, nearestFrame } from '../clip-layout';
import { framesBehind, sourceAtFrame } from '../clip-pace';
import { projectDuration } from '../duration';
import { keepKeysInPlace } from '../item-numbers';
import type { Project } from '../project';

/** Shifts a text, effect or music item so that it begins at `start`, inside the film. Clips are moved by `moveClip`. */
export function moveItem(project: Project, itemId: string, start: Flicks): Project {
  const kind = kindOfItem(project, itemId);
  if (kind === null || kind === 'video' || !Number.isFinite(start)) return project;
  const latest = Math.max(0, projectDuration(project) - frameDuration(project.fps));
  const place = nearestFrame(Math.min(start, latest), project.fps);
  return changeItem(project, kind, itemId, (item) =>
    place === item.start ? item : { ...item, start: place },
  );
}

/** Moves an edge of a text, effect or music item to a time; the music keeps its place under the picture. */
export function trimItem(project: Project, itemId: string, edge: 'start' | 'end', to: Flicks): Project {
  const kind = kindOfItem(project, itemId);
  if (kind === null || kind === 'video' || !Number.isFinite(to)) return project;
  const { fps } = project;
  return changeItem(project, kind, itemId, (item) => {
    const first = Math.round(item.start / frameDuration(fps));
    const end = first + framesOf(item, fps);
    const wanted = Math.round(to / frameDuration(fps));
    if (edge === 'end') return patched(item, { duration: frameStart(Math.max(1, wanted - first), fps) });
    const earliest = Math.max(0, first - framesBefore(project, item));
    const start = Math.min(Math.max(wanted, earliest), end - 1);
    if (start === first) return item;
    const moved = frameStart(start - first, fps);
    const edges = { start: frameStart(start, fps), duration: frameStart(end - start, fps) };
    if ('effect' in item) return { ...item, ...edges, effect: keepKeysInPlace(item.effect, moved) };
    const cut = keepKeysInPlace({ ...item, ...edges }, moved);
    if ('songStart' in cut) return { ...cut, songStart: Math.max(0, cut.songStart + (start - first) / fps) };
    return 'from' in cut ? { ...cut, sourceStart: Math.max(0, sourceAtFrame(cut, start - first, fps)) } : cut;
  });
}

/** Frames of sound before the piece that is heard; words and effects have no such bound. */
function framesBefore(project: Project, item: ItemOf[Exclude<TrackKind, 'video'>]): number {
  const { fps } = project;
  if ('songStart' in item) return Math.floor(item.songStart * fps + 1e-6);
  if (!('from' in item)) return Infinity;
  const source = item.from.kind === 'source' ? project.sources[item.from.sourceId] : undefined;
  return framesBehind(item, { duration: source?.duration ?? item.sourceStart }, fps);
}
