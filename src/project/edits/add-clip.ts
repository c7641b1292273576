/** Puts another take at the end of the row. */
import { clipOfSource, sourceOfTake, type TakeFacts } from '../create-project';
import { itemsOf } from '../change-items';
import { projectDuration } from '../duration';
import type { Project } from '../project';
import { changeClips } from '../ripple';

/**
 * The whole take as the last clip. A take that the document knows already is not listed twice.
 * @param newId id of the clip, and of the source where it is new
 */
export function addClip(
  project: Project,
  take: Pick<TakeFacts, 'id' | 'duration' | 'size' | 'hasSound' | 'mirror'>,
  newId: string,
): Project {
  const known = Object.entries(project.sources).find(([, source]) => source.takeId === take.id);
  const sourceId = known?.[0] ?? `source-${newId}`;
  const source = known?.[1] ?? sourceOfTake(take);
  const end = projectDuration(project);
  const clip = clipOfSource(source, {
    id: newId,
    sourceId,
    start: end,
    mirror: take.mirror,
    fps: project.fps,
  });
  const withSource =
    known === undefined ? { ...project, sources: { ...project.sources, [sourceId]: source } } : project;
  return changeClips(withSource, [...itemsOf(project, 'video'), clip], null);
}
