/** How one clip gives way to the next. */
import { frameDuration, frameStart, type Flicks } from '../../core/time';
import type { EffectInstance } from '../../effects/effect';
import { changeItem, patched } from '../change-items';
import type { ClipTransition, Project } from '../project';

/** Shortest and longest transition in seconds. */
export const TRANSITION_SECONDS = { min: 0.1, max: 3 } as const;

/**
 * Sets the transition into a clip; null takes it away. The first clip has none.
 * @param duration of the whole transition; put on whole frames and held inside `TRANSITION_SECONDS`
 */
export function setTransition(
  project: Project,
  clipId: string,
  transition: { readonly effect: EffectInstance; readonly duration: Flicks } | null,
): Project {
  return changeItem(project, 'video', clipId, (clip) => {
    if (transition === null) {
      if (clip.transition === undefined) return clip;
      const { transition: _gone, ...rest } = clip;
      return rest;
    }
    return { ...clip, transition: onFrames(transition, project.fps) };
  });
}

/** Changes parts of the transition into a clip; parameters are laid over those it has. */
export function changeTransition(
  project: Project,
  clipId: string,
  patch: { readonly params?: EffectInstance['params']; readonly duration?: Flicks; readonly seed?: number },
): Project {
  return changeItem(project, 'video', clipId, (clip) => {
    if (clip.transition === undefined) return clip;
    const { effect } = clip.transition;
    const params = patch.params === undefined ? effect.params : patched(effect.params, { ...patch.params });
    const changed = {
      effect: { ...effect, params, seed: patch.seed ?? effect.seed },
      duration: patch.duration ?? clip.transition.duration,
    };
    return { ...clip, transition: onFrames(changed, project.fps) };
  });
}

function onFrames({ effect, duration }: ClipTransition, fps: number): ClipTransition {
  const frames = Math.round(duration / frameDuration(fps));
  const least = Math.ceil(TRANSITION_SECONDS.min * fps);
  const most = Math.floor(TRANSITION_SECONDS.max * fps);
  return { effect, duration: frameStart(Math.min(most, Math.max(least, frames)), fps) };
}
