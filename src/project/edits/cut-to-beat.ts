/** Puts the cuts of a film on the beats of its music. */
import { frameDuration, type Flicks } from '../../core/time';
import { itemsOf } from '../change-items';
import { framesOf } from '../clip-layout';
import { framesAhead } from '../clip-pace';
import type { Clip, Project } from '../project';
import { trimClip } from './trim-clip';

/**
 * Clip by clip, the end goes to the beat that is nearest to where it is, as far as the take reaches; what follows moves.
 * A clip that reaches no beat stays as it is. Doing it again changes nothing.
 * @param beats times on the timeline, rising
 * @param clipIds the clips whose ends move; all without
 */
export function cutToBeat(
  project: Project,
  beats: readonly Flicks[],
  clipIds?: ReadonlySet<string>,
): Project {
  return itemsOf(project, 'video').reduce((film, { id }) => {
    if (clipIds?.has(id) === false) return film;
    const clip = itemsOf(film, 'video').find((each) => each.id === id);
    const beat = clip === undefined ? null : nearestBeat(film, clip, beats);
    return beat === null ? film : trimClip(film, id, 'end', beat);
  }, project);
}

/** The beat to end on; null where the clip reaches none. */
function nearestBeat(project: Project, clip: Clip, beats: readonly Flicks[]): Flicks | null {
  const { fps } = project;
  const source = project.sources[clip.sourceId];
  const frames = framesOf(clip, fps);
  const longest = Math.max(frames, source === undefined ? frames : framesAhead(clip, source, fps));
  let best: Flicks | null = null;
  for (const beat of beats) {
    const length = Math.round((beat - clip.start) / frameDuration(fps));
    if (length < 1 || length > longest) continue;
    const end = clip.start + clip.duration;
    if (best === null || Math.abs(beat - end) < Math.abs(best - end)) best = beat;
  }
  return best;
}
