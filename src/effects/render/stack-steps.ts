/** Turns a stack into drawing steps: the person's order is kept, neighbours that are pointwise share a program. */
import type { EffectDefinition, EffectInstance } from '../effect';
import type { StackedEffect } from './shader-source';

/** One picture made from the one before, with lights laid over it. */
export interface Step {
  /** How the picture is made; `copy` takes it as it is. */
  readonly draw:
    | { readonly kind: 'copy' }
    | { readonly kind: 'pointwise'; readonly effects: readonly StackedEffect[] }
    | { readonly kind: 'passes'; readonly effect: StackedEffect }
    /** The lights are drawn apart and then blended, because their mode is not that of light. */
    | { readonly kind: 'shapes'; readonly effect: StackedEffect };
  /** Effects whose shapes are laid over this step's picture, in order. */
  readonly lights: readonly StackedEffect[];
}

/** What there is for this frame beside the picture. */
export interface Available {
  readonly matte: boolean;
}

/**
 * The steps of a stack. What is off, has no strength, or needs a matte that is not there is left out;
 * a side without a matte is taken as everything.
 * @param find the definition of an effect, undefined when unknown: such an instance is left out
 * @param fuse false draws each effect by itself (tests compare the two)
 */
export function planSteps(
  stack: readonly EffectInstance[],
  find: (effectId: string) => EffectDefinition | undefined,
  available: Available,
  fuse = true,
): Step[] {
  const steps: { draw: Step['draw']; lights: StackedEffect[] }[] = [];
  for (const instance of stack) {
    const definition = find(instance.effectId);
    if (definition === undefined || !instance.enabled || !(instance.strength > 0)) continue;
    if (definition.needs.includes('mask') && !available.matte) continue;
    const effect: StackedEffect = {
      definition,
      instance: available.matte ? instance : { ...instance, side: 'everything' },
    };
    const last = steps.at(-1);
    if (isPointwise(definition)) {
      const run = last?.draw.kind === 'pointwise' && last.lights.length === 0 ? last.draw.effects : null;
      if (fuse && run !== null && canFuse(effect) && run.every(canFuse)) {
        steps[steps.length - 1] = { draw: { kind: 'pointwise', effects: [...run, effect] }, lights: [] };
      } else {
        steps.push({ draw: { kind: 'pointwise', effects: [effect] }, lights: [] });
      }
    } else if (definition.passes.length > 0) {
      steps.push({ draw: { kind: 'passes', effect }, lights: [] });
    }
    if (definition.draw === undefined) continue;
    if (LIGHT_MODES.has(instance.blend)) {
      if (steps.length === 0) steps.push({ draw: { kind: 'copy' }, lights: [] });
      steps.at(-1)?.lights.push(effect);
    } else {
      steps.push({ draw: { kind: 'shapes', effect }, lights: [] });
    }
  }
  return steps;
}

/** Blend modes in which light can be laid straight over a picture. */
const LIGHT_MODES: ReadonlySet<string> = new Set(['normal', 'screen', 'add', 'lighten']);

function isPointwise(definition: EffectDefinition): boolean {
  return (definition.kind === 'coord' || definition.kind === 'color') && definition.passes.length === 1;
}

/** A displacement that is mixed with its input reads the picture twice, so it cannot hand its place on. */
function canFuse({ definition, instance }: StackedEffect): boolean {
  if (definition.kind === 'color') return true;
  return instance.strength >= 1 && instance.blend === 'normal' && instance.side === 'everything';
}
