/** Every effect of a film, wherever it lies. */
import type { EffectInstance } from '../effects/effect';
import { itemsOf } from './change-items';
import type { Project } from './project';

/** Effects in their order, then the transitions into the clips. */
export function allEffects(project: Project): EffectInstance[] {
  return [
    ...itemsOf(project, 'effects').map(({ effect }) => effect),
    ...itemsOf(project, 'video').flatMap(({ transition }) => transition?.effect ?? []),
  ];
}
