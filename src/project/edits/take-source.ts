/** Lets a document know a take, as a clip or for an effect to show. */
import { sourceOfTake, type TakeFacts } from '../create-project';
import type { Project } from '../project';

/**
 * A take that the document knows already is not listed twice.
 * @param newId id of the source where it is new
 */
export function takeSource(
  project: Project,
  take: Pick<TakeFacts, 'id' | 'duration' | 'size' | 'hasSound'>,
  newId: string,
): { readonly project: Project; readonly sourceId: string } {
  const known = Object.entries(project.sources).find(([, source]) => source.takeId === take.id);
  if (known !== undefined) return { project, sourceId: known[0] };
  const sources = { ...project.sources, [newId]: sourceOfTake(take) };
  return { project: { ...project, sources }, sourceId: newId };
}
