/** Places in the row that wait for a take. */
import { clamp } from '../../core/scalar';
import { frameStart } from '../../core/time';
import { SPEED_RANGE, framesOf } from '../clip-layout';
import { framesAhead } from '../clip-pace';
import { sourceOfTake, type TakeFacts } from '../create-project';
import type { Clip, Project } from '../project';
import { changeItem, itemsOf } from '../change-items';
import { changeClips } from '../ripple';
import { takeSource } from './take-source';

/** Takes what a clip shows out of the film and leaves its place: nothing else moves. */
export function emptyClip(project: Project, clipId: string): Project {
  return changeItem(project, 'video', clipId, (clip) => {
    if (clip.empty === true) return clip;
    const { id, start, duration, sourceId, transition } = clip;
    return {
      id,
      start,
      duration,
      sourceId,
      sourceStart: 0,
      speed: 1,
      fit: 'cover',
      mirror: false,
      volume: 1,
      empty: true,
      ...(transition === undefined ? {} : { transition }),
    };
  });
}

/**
 * Shows a take in an empty place, from `sourceStart` seconds of it on. A take that ends too early makes the place shorter,
 * and what follows moves.
 * @param newId id of the source where it is new
 * @param speed seconds of the take a second of film
 */
export function fillClip(
  project: Project,
  clipId: string,
  take: Pick<TakeFacts, 'id' | 'duration' | 'size' | 'hasSound' | 'mirror'>,
  sourceStart: number,
  newId: string,
  speed = 1,
): Project {
  const place = itemsOf(project, 'video').find(({ id }) => id === clipId);
  if (place?.empty !== true) return project;
  const { project: known, sourceId } = takeSource(project, take, newId);
  const source = known.sources[sourceId] ?? sourceOfTake(take);
  const { empty: _empty, ...shown } = place;
  const { fps } = project;
  const filled: Clip = {
    ...shown,
    sourceId,
    sourceStart: clamp(sourceStart, 0, source.duration),
    speed: clamp(speed, SPEED_RANGE.min, SPEED_RANGE.max),
    mirror: take.mirror,
  };
  const frames = Math.min(framesOf(place, fps), framesAhead(filled, source, fps));
  const sized: Clip = { ...filled, duration: frameStart(frames, fps) };
  const row = itemsOf(known, 'video').map((clip) => (clip === place ? sized : clip));
  const length = sized.duration - place.duration;
  return changeClips(known, row, length === 0 ? null : { at: sized.start, length });
}
