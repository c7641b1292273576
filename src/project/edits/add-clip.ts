/** Puts another take at the end of the row. */
import { clipOfSource, sourceOfTake, type TakeFacts } from '../create-project';
import { itemsOf } from '../change-items';
import { projectDuration } from '../duration';
import type { Project } from '../project';
import { changeClips } from '../ripple';
import { takeSource } from './take-source';

/**
 * The whole take as the last clip. A take that the document knows already is not listed twice.
 * @param newId id of the clip, and of the source where it is new
 */
export function addClip(
  project: Project,
  take: Pick<TakeFacts, 'id' | 'duration' | 'size' | 'hasSound' | 'mirror'>,
  newId: string,
): Project {
  const { project: withSource, sourceId } = takeSource(project, take, `source-${newId}`);
  const source = withSource.sources[sourceId] ?? sourceOfTake(take);
  const end = projectDuration(project);
  const clip = clipOfSource(source, {
    id: newId,
    sourceId,
    start: end,
    mirror: take.mirror,
    fps: project.fps,
  });
  return changeClips(withSource, [...itemsOf(project, 'video'), clip], null);
}
