/** The stack of effects. */
import { ZERO_FLICKS, frameDuration, type Flicks } from '../../core/time';
import type { EffectInstance } from '../../effects/effect';
import { changeItem, changeItems, patched, reorder } from '../change-items';
import { clampOr } from '../clamp-or';
import { projectDuration } from '../duration';
import type { EffectItem, Project } from '../project';

export type EffectPatch = Partial<Omit<EffectInstance, 'id' | 'effectId'>>;

/** Lays an effect over the whole film, on top of the stack. The item takes the instance's id. */
export function addEffect(project: Project, effect: EffectInstance): Project {
  return changeItems(project, 'effects', (items) => [...items, overWholeFilm(project, effect)]);
}

/** Changes an effect; `params` are laid over those it has. */
export function changeEffect(project: Project, itemId: string, patch: EffectPatch): Project {
  return changeItem(project, 'effects', itemId, (item) => {
    const effect = patched(item.effect, {
      ...patch,
      params:
        patch.params === undefined ? item.effect.params : patched(item.effect.params, { ...patch.params }),
      strength: clampOr(patch.strength, 0, 1, item.effect.strength),
    });
    return effect === item.effect ? item : { ...item, effect };
  });
}

/** Moves an effect to another place in the stack; 0 is applied first. */
export function reorderEffect(project: Project, itemId: string, toIndex: number): Project {
  return changeItems(project, 'effects', (items) =>
    reorder(
      items,
      items.findIndex(({ id }) => id === itemId),
      toIndex,
    ),
  );
}

/** Replaces the whole stack. */
export function replaceEffects(project: Project, stack: readonly EffectInstance[]): Project {
  return changeItems(project, 'effects', (items) =>
    items.length === 0 && stack.length === 0 ? items : stack.map((effect) => overWholeFilm(project, effect)),
  );
}

function overWholeFilm(project: Project, effect: EffectInstance): EffectItem {
  const duration = Math.max(projectDuration(project), frameDuration(project.fps)) as Flicks;
  return { id: effect.id, start: ZERO_FLICKS, duration, effect };
}
