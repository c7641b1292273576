/// <reference types="vite/types/importMeta.d.ts" />
/** All effects, transitions and looks: every file in `catalogue/`, `transitions/` and `looks/` is one, found by its folder. */
import type { EffectDefinition, EffectInstance, EffectParam, Look, ParamValues } from './effect';
import { EFFECT_CATEGORIES } from './effect';

const effectFiles = import.meta.glob<EffectDefinition>('./catalogue/*.ts', {
  eager: true,
  import: 'default',
});
const transitionFiles = import.meta.glob<EffectDefinition>('./transitions/*.ts', {
  eager: true,
  import: 'default',
});
const lookFiles = import.meta.glob<Look>('./looks/*.ts', { eager: true, import: 'default' });

/** Every effect, shelf by shelf and then by id. */
export const EFFECTS: readonly EffectDefinition[] = Object.values(effectFiles).sort(
  (a, b) =>
    EFFECT_CATEGORIES.indexOf(a.category) - EFFECT_CATEGORIES.indexOf(b.category) || (a.id < b.id ? -1 : 1),
);

/** Every transition, by id. */
export const TRANSITIONS: readonly EffectDefinition[] = Object.values(transitionFiles).sort((a, b) =>
  a.id < b.id ? -1 : 1,
);

/** Every look, by id. */
export const LOOKS: readonly Look[] = Object.values(lookFiles).sort((a, b) => (a.id < b.id ? -1 : 1));

const effectsById = new Map([...EFFECTS, ...TRANSITIONS].map((effect) => [effect.id, effect]));
const looksById = new Map(LOOKS.map((look) => [look.id, look]));

/** The effect or transition with this id; undefined when there is none (a project from a newer version). */
export function effectById(id: string): EffectDefinition | undefined {
  return effectsById.get(id);
}

/** The look with this id; undefined when there is none. */
export function lookById(id: string): Look | undefined {
  return looksById.get(id);
}

/** The default value of each parameter. */
export function defaultParams(effect: EffectDefinition): ParamValues {
  return Object.fromEntries(
    Object.entries(effect.params).map(([name, param]: [string, EffectParam]) => [name, param.default]),
  );
}

/**
 * An effect as it is when it is added: defaults, full strength, everywhere.
 * @param id of the instance, unique in its stack
 * @throws RangeError when there is no such effect
 */
export function createEffectInstance(effectId: string, id: string, seed: number): EffectInstance {
  const effect = effectById(effectId);
  if (effect === undefined) throw new RangeError(`There is no effect "${effectId}".`);
  return {
    id,
    effectId,
    enabled: true,
    params: defaultParams(effect),
    strength: 1,
    blend: 'normal',
    side: 'everything',
    seed,
  };
}
