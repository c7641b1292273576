/** Which takes of the library a film is made of. */
import { itemsOf } from './change-items';
import type { Project } from './project';

/** Ids of the takes that clips show and detached sounds play, each once; places that wait for a take name none. */
export function takesOnTimeline(project: Project): readonly string[] {
  const sourceIds = [
    ...itemsOf(project, 'video').flatMap(({ sourceId, empty }) => (empty === true ? [] : [sourceId])),
    ...itemsOf(project, 'voice').flatMap(({ from }) => (from.kind === 'source' ? [from.sourceId] : [])),
  ];
  return [...new Set(sourceIds.flatMap((id) => project.sources[id]?.takeId ?? []))];
}
