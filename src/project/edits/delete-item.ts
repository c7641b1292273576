/** Takes an item off the timeline; a clip's place closes up. */
import { changeItems, itemsOf, kindOfItem } from '../change-items';
import type { Project } from '../project';
import { changeClips } from '../ripple';

/** Deletes a clip, text, effect or piece of music. Its source stays in the document, so that undo finds it. */
export function deleteItem(project: Project, itemId: string): Project {
  const kind = kindOfItem(project, itemId);
  if (kind === null) return project;
  if (kind !== 'video')
    return changeItems(project, kind, (items) => items.filter(({ id }) => id !== itemId) as typeof items);
  const clips = itemsOf(project, 'video');
  const clip = clips.find(({ id }) => id === itemId);
  if (clip === undefined) return project;
  return changeClips(
    project,
    clips.filter((other) => other !== clip),
    { at: clip.start, length: 0 - clip.duration },
  );
}
