/** Moves an edge of a clip; the row closes up or makes room. */
import { addFlicks, frameDuration, frameStart, type Flicks } from '../../core/time';
import { clamp } from '../../core/scalar';
import { itemsOf } from '../change-items';
import { framesOf } from '../clip-layout';
import { framesAhead, framesBehind, sourceAtFrame } from '../clip-pace';
import { keepKeysInPlace } from '../item-numbers';
import type { Clip, Project } from '../project';
import { changeClips } from '../ripple';

/**
 * Trims a clip to a time on the timeline as it lies now; held inside the source and at one frame at least.
 * Trimming the start keeps the clip's place in the row: what follows moves.
 */
export function trimClip(project: Project, clipId: string, edge: 'start' | 'end', to: Flicks): Project {
  const clips = itemsOf(project, 'video');
  const clip = clips.find(({ id }) => id === clipId);
  const source = clip === undefined ? undefined : project.sources[clip.sourceId];
  if (clip === undefined || source === undefined || !Number.isFinite(to)) return project;
  const { fps } = project;
  const frames = framesOf(clip, fps);
  const wanted = Math.round((to - clip.start) / frameDuration(fps));
  if (edge === 'end') {
    const longest = Math.max(frames, framesAhead(clip, source, fps));
    const length = clamp(wanted, 1, longest);
    const duration = frameStart(length, fps);
    if (length === frames) return project;
    const at = addFlicks(clip.start, length < frames ? duration : clip.duration);
    return changeClips(project, replace(clips, clip, { ...clip, duration }), {
      at,
      length: duration - clip.duration,
    });
  }
  const cut = clamp(wanted, -framesBehind(clip, source, fps), frames - 1);
  if (cut === 0) return project;
  const trimmed: Clip = keepKeysInPlace(
    {
      ...clip,
      sourceStart: clamp(sourceAtFrame(clip, cut, fps), 0, source.duration),
      duration: frameStart(frames - cut, fps),
    },
    frameStart(cut, fps),
  );
  return changeClips(project, replace(clips, clip, trimmed), {
    at: clip.start,
    length: trimmed.duration - clip.duration,
  });
}

function replace(clips: readonly Clip[], before: Clip, after: Clip): readonly Clip[] {
  return clips.map((clip) => (clip === before ? after : clip));
}
