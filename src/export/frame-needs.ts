/** What a stack of effects needs beside the pictures. */
import type { EffectInstance, EffectNeed } from '../effects/effect';
import { effectById } from '../effects/registry';

/** The needs of all effects together; a side asks for the matte too. */
export function needsOf(effects: readonly EffectInstance[]): ReadonlySet<EffectNeed> {
  const needs = new Set<EffectNeed>();
  for (const effect of effects) {
    for (const need of effectById(effect.effectId)?.needs ?? []) needs.add(need);
    if (effect.side !== 'everything') needs.add('mask');
  }
  return needs;
}
