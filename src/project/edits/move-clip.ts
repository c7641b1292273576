/** Moves a clip to another place in the row. */
import { addFlicks, type Flicks } from '../../core/time';
import { itemsOf, reorder } from '../change-items';
import type { Clip, Project } from '../project';
import { changeClips } from '../ripple';

/** Judgement markers belong to what was danced and go with their clip; words, effects and music stay where they are. */
export function moveClip(project: Project, clipId: string, toIndex: number): Project {
  const clips = itemsOf(project, 'video');
  const moved = reorder(
    clips,
    clips.findIndex(({ id }) => id === clipId),
    toIndex,
  );
  if (moved === clips) return project;
  const next = changeClips(project, moved, null);
  const after = new Map(itemsOf(next, 'video').map((clip) => [clip.id, clip]));
  const markers = project.markers.map((marker) => {
    if (marker.kind !== 'judgement') return marker;
    const clip = clipOf(clips, marker.time);
    const place = clip === undefined ? undefined : after.get(clip.id);
    if (clip === undefined || place === undefined || place.start === clip.start) return marker;
    return { ...marker, time: (place.start + marker.time - clip.start) as Flicks };
  });
  return { ...next, markers };
}

/** A marker on a cut belongs to the clip that ends there: a move is judged at its end. */
function clipOf(clips: readonly Clip[], time: Flicks): Clip | undefined {
  return clips.find((clip) => time > clip.start && time <= addFlicks(clip.start, clip.duration));
}
