/** Changes how a clip is shown and heard. */
import { addFlicks, frameStart } from '../../core/time';
import { clamp } from '../../core/scalar';
import { itemsOf, patched } from '../change-items';
import { clampOr } from '../clamp-or';
import { SPEED_RANGE, fitFrames, framesOf } from '../clip-layout';
import type { Clip, Project } from '../project';
import { changeClips } from '../ripple';

export type ClipPatch = Partial<Pick<Clip, 'volume' | 'mirror' | 'fit' | 'speed'>>;

/** Values are held in their ranges; another speed makes the clip shorter or longer and what follows moves. */
export function changeClip(project: Project, clipId: string, patch: ClipPatch): Project {
  const clips = itemsOf(project, 'video');
  const clip = clips.find(({ id }) => id === clipId);
  const source = clip === undefined ? undefined : project.sources[clip.sourceId];
  if (clip === undefined || source === undefined) return project;
  const changed = patched(clip, {
    ...patch,
    volume: clampOr(patch.volume, 0, 2, clip.volume),
    speed: clampOr(patch.speed, SPEED_RANGE.min, SPEED_RANGE.max, clip.speed),
  });
  if (changed === clip) return project;
  const { fps } = project;
  const frames =
    changed.speed === clip.speed
      ? framesOf(clip, fps)
      : clamp(
          Math.round((framesOf(clip, fps) * clip.speed) / changed.speed),
          1,
          fitFrames(source.duration, clip.sourceStart, changed.speed, fps),
        );
  const sized: Clip = { ...changed, duration: frameStart(frames, fps) };
  const length = sized.duration - clip.duration;
  const row = clips.map((other) => (other === clip ? sized : other));
  return changeClips(project, row, {
    at: addFlicks(clip.start, length < 0 ? sized.duration : clip.duration),
    length,
  });
}
