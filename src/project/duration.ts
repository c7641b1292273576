/** How long a film is. */
import { ZERO_FLICKS, addFlicks, type Flicks } from '../core/time';
import type { Project } from './project';

/** The end of the last clip: words, effects and music do not make a film longer. 0 for an empty film. */
export function projectDuration(project: Pick<Project, 'tracks'>): Flicks {
  let end = ZERO_FLICKS;
  for (const track of project.tracks) {
    const last = track.kind === 'video' ? track.items.at(-1) : undefined;
    if (last !== undefined && last.start + last.duration > end) end = addFlicks(last.start, last.duration);
  }
  return end;
}
