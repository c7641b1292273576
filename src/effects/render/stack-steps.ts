/** Turns a stack into drawing steps: the person's order is kept, neighbours that are pointwise share a program. */
import { STRENGTH, type EffectDefinition, type EffectInstance } from '../effect';
import type { StackedEffect } from './shader-source';

/** One picture made from the one before, with lights laid over it. */
export interface Step {
  /** How the picture is made; `copy` takes it as it is. */
  readonly draw:
    | { readonly kind: 'copy' }
    | { readonly kind: 'pointwise'; readonly effects: readonly StackedEffect[] }
    | { readonly kind: 'passes'; readonly effect: StackedEffect }
    /** The lights are drawn apart and then blended, because their mode is not that of light. */
    | { readonly kind: 'shapes'; readonly effect: StackedEffect }
    /** The end of a look that is not at full strength: what it began with and what it made are mixed. */
    | { readonly kind: 'mix'; readonly strength: number };
  /** Effects whose shapes are laid over this step's picture, in order. */
  readonly lights: readonly StackedEffect[];
  /** Whether a look begins here whose input its `mix` step will read. */
  readonly opensLook: boolean;
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
  const steps: DraftStep[] = [];
  for (const { strength, effects } of looksOf(stack)) {
    const isMixed = strength < 1;
    const first = steps.length;
    for (const instance of effects) {
      const definition = find(instance.effectId);
      if (definition === undefined || definition.kind === 'transition') continue;
      if (!instance.enabled || !(instance.strength > 0)) continue;
      if (definition.needs.includes('mask') && !available.matte) continue;
      addSteps(steps, first, isMixed, fuse, {
        definition,
        instance: available.matte ? instance : { ...instance, side: 'everything' },
      });
    }
    const opening = steps[first];
    if (!isMixed || opening === undefined) continue;
    steps[first] = { ...opening, opensLook: true };
    steps.push({ draw: { kind: 'mix', strength }, lights: [], opensLook: false });
  }
  return steps;
}

interface DraftStep extends Step {
  readonly lights: StackedEffect[];
}

/** Adds the steps of one effect; `first` is where its look begins, before which nothing may be joined to a mixed one. */
function addSteps(
  steps: DraftStep[],
  first: number,
  isMixed: boolean,
  fuse: boolean,
  effect: StackedEffect,
): void {
  const { definition, instance } = effect;
  const last = isMixed && steps.length === first ? undefined : steps.at(-1);
  const add = (draw: Step['draw']): void => void steps.push({ draw, lights: [], opensLook: false });
  if (isPointwise(definition)) {
    const run = last?.draw.kind === 'pointwise' && last.lights.length === 0 ? last.draw.effects : null;
    if (fuse && run !== null && canFuse(effect) && run.every(canFuse)) {
      steps[steps.length - 1] = {
        draw: { kind: 'pointwise', effects: [...run, effect] },
        lights: [],
        opensLook: false,
      };
    } else {
      add({ kind: 'pointwise', effects: [effect] });
    }
  } else if (definition.passes.length > 0) {
    add({ kind: 'passes', effect });
  }
  if (definition.draw === undefined) return;
  if (LIGHT_MODES.has(instance.blend)) {
    if (steps.length === 0 || (isMixed && steps.length === first)) add({ kind: 'copy' });
    steps.at(-1)?.lights.push(effect);
  } else {
    add({ kind: 'shapes', effect });
  }
}

/** Neighbours of one look, with the look's strength; effects without a look are by themselves, at full strength. */
function looksOf(stack: readonly EffectInstance[]): { strength: number; effects: EffectInstance[] }[] {
  const groups: { id: string | null; strength: number; effects: EffectInstance[] }[] = [];
  for (const instance of stack) {
    const id = instance.look?.id ?? null;
    const strength = Math.min(1, instance.look?.strength ?? 1);
    const last = groups.at(-1);
    if (last !== undefined && last.id === id && last.strength === strength) last.effects.push(instance);
    else groups.push({ id, strength, effects: [instance] });
  }
  // A look without strength is the input.
  return groups.filter(({ strength }) => strength > 0);
}

/** Blend modes in which light can be laid straight over a picture. */
const LIGHT_MODES: ReadonlySet<string> = new Set(['normal', 'screen', 'add', 'lighten']);

function isPointwise(definition: EffectDefinition): boolean {
  return (definition.kind === 'coord' || definition.kind === 'color') && definition.passes.length === 1;
}

/** A displacement that is mixed with its input reads the picture twice, so it cannot hand its place on. */
function canFuse({ definition, instance }: StackedEffect): boolean {
  if (definition.kind === 'color') return true;
  // A strength that moves would change the program from frame to frame.
  if (instance.drives?.[STRENGTH] !== undefined || instance.keys?.[STRENGTH] !== undefined) return false;
  return instance.strength >= 1 && instance.blend === 'normal' && instance.side === 'everything';
}
