/** Changes how a clip is shown and heard. */
import { addFlicks, frameStart } from '../../core/time';
import { changeItem, itemsOf, patched } from '../change-items';
import { clampOr } from '../clamp-or';
import { SPEED_RANGE, framesOf } from '../clip-layout';
import { framesForSameSpan, sourceEnd } from '../clip-pace';
import type { Clip, Project } from '../project';
import { changeClips } from '../ripple';

export type ClipPatch = Partial<
  Pick<Clip, 'volume' | 'mirror' | 'fit' | 'speed' | 'keepPitch' | 'blend' | 'fadeIn' | 'fadeOut'>
>;

/** Seconds; a longer fade than this is not a clip any more. */
const LONGEST_FADE = 30;

/** Values are held in their ranges; another speed ends a curve, makes the clip shorter or longer, and what follows moves. */
export function changeClip(project: Project, clipId: string, patch: ClipPatch): Project {
  const clip = itemsOf(project, 'video').find(({ id }) => id === clipId);
  if (clip === undefined) return project;
  const speed = clampOr(patch.speed, SPEED_RANGE.min, SPEED_RANGE.max, clip.speed);
  const { speedCurve: _curve, ...steady } = clip;
  const paced = patch.speed === undefined ? clip : steady;
  const changed = patched<Clip>(paced, {
    ...patch,
    volume: clampOr(patch.volume, 0, 2, clip.volume),
    speed,
    ...(patch.fadeIn === undefined ? {} : { fadeIn: clampOr(patch.fadeIn, 0, LONGEST_FADE, 0) }),
    ...(patch.fadeOut === undefined ? {} : { fadeOut: clampOr(patch.fadeOut, 0, LONGEST_FADE, 0) }),
  });
  const isSamePace = clip.speedCurve === undefined || patch.speed === undefined;
  if (isSamePace && (changed === clip || changed === paced)) return project;
  return replacePaced(project, clip, changed);
}

/** Speeds over the piece of the source that the clip shows: `at` is 0 where it begins and 1 where it ends, as it plays. */
export type CurveShape = readonly { readonly at: number; readonly speed: number }[];

/** Lays a curve of speeds over what the clip shows of its source; null takes it away. The same piece is shown. */
export function setSpeedCurve(project: Project, clipId: string, shape: CurveShape | null): Project {
  const clip = itemsOf(project, 'video').find(({ id }) => id === clipId);
  if (clip === undefined) return project;
  const { speedCurve: before, ...steady } = clip;
  if (shape === null || shape.length === 0)
    return before === undefined ? project : replacePaced(project, clip, { ...steady, speed: 1 });
  const [from, to] = [clip.sourceStart, sourceEnd(clip)];
  const points = shape
    .map(({ at, speed }) => ({
      at: Math.max(0, from + (to - from) * at),
      speed: clampOr(speed, SPEED_RANGE.min, SPEED_RANGE.max, 1),
    }))
    .sort((a, b) => a.at - b.at)
    // Two speeds at one place are no curve: the first counts.
    .filter(({ at }, index, all) => index === 0 || at > (all[index - 1]?.at ?? 0));
  return replacePaced(project, clip, { ...steady, speed: 1, speedCurve: points });
}

/** Plays what the clip shows from its end to its beginning. */
export function reverseClip(project: Project, clipId: string): Project {
  return changeItem(project, 'video', clipId, (clip) => {
    const duration = project.sources[clip.sourceId]?.duration;
    if (duration === undefined || clip.still === true || clip.empty === true) return clip;
    const { reversed, ...forward } = clip;
    const sourceStart = Math.min(duration, Math.max(0, sourceEnd(clip)));
    return reversed === true ? { ...forward, sourceStart } : { ...clip, sourceStart, reversed: true };
  });
}

/** Puts a clip of another pace in place of one, as long as the same piece of its source takes. */
function replacePaced(project: Project, clip: Clip, changed: Clip): Project {
  const clips = itemsOf(project, 'video');
  const source = project.sources[clip.sourceId];
  if (source === undefined) return project;
  const { fps } = project;
  const hasPace = changed.speed === clip.speed && changed.speedCurve === clip.speedCurve;
  const frames = hasPace ? framesOf(clip, fps) : framesForSameSpan(clip, changed, source, fps);
  const sized: Clip = { ...changed, duration: frameStart(frames, fps) };
  const length = sized.duration - clip.duration;
  const row = clips.map((other) => (other === clip ? sized : other));
  return changeClips(project, row, {
    at: addFlicks(clip.start, length < 0 ? sized.duration : clip.duration),
    length,
  });
}
