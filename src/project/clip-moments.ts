/** Moments of a dance where they lie in the film. */
import { secondsBetween } from '../core/pace';
import { addFlicks, frameDuration, toFlicks, type Flicks } from '../core/time';
import type { MovementMoment } from '../pose/movement-moments';
import { nearestFrame } from './clip-layout';
import { isEndless } from './clip-pace';
import { itemsOf } from './change-items';
import type { Project } from './project';

/** A movement peak or a hold, on the nearest frame of the film. */
export interface FilmMoment {
  readonly kind: MovementMoment['kind'];
  readonly time: Flicks;
}

/** The moments of all clips in order of time; of takes that nothing is known of, none. */
export function filmMoments(
  project: Project,
  momentsOf: (takeId: string) => readonly MovementMoment[],
): readonly FilmMoment[] {
  return itemsOf(project, 'video').flatMap((clip) => {
    const takeId = project.sources[clip.sourceId]?.takeId;
    if (takeId === undefined || isEndless(clip)) return [];
    const end = addFlicks(clip.start, clip.duration);
    return momentsOf(takeId)
      .flatMap(({ kind, seconds }): FilmMoment[] => {
        const away = secondsBetween(clip, clip.sourceStart, seconds);
        const time = nearestFrame(clip.start + toFlicks(away), project.fps);
        return away > 0 && time > clip.start && time <= end - frameDuration(project.fps)
          ? [{ kind, time }]
          : [];
      })
      .sort((a, b) => a.time - b.time);
  });
}
