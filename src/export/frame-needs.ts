/** What a stack of effects needs beside the pictures. */
import type { DriveSource } from '../effects/drive-source';
import type { EffectInstance, EffectNeed } from '../effects/effect';
import { findEffect } from '../effects/find-effect';
import { NO_IMPORTS, type ImportedAssets } from '../effects/imported-asset';

/** What must be known for a source to be measured. */
const NEED_OF_SOURCE: Readonly<Record<DriveSource, EffectNeed>> = {
  beat: 'beats',
  'beat-phase': 'beats',
  'bar-phase': 'beats',
  level: 'audio',
  bass: 'audio',
  mids: 'audio',
  treble: 'audio',
  'hand-speed': 'pose',
  'hand-height': 'pose',
  'arm-span': 'pose',
  jump: 'pose',
  'left-arm-angle': 'pose',
  'right-arm-angle': 'pose',
  'left-leg-angle': 'pose',
  'right-leg-angle': 'pose',
  judgement: 'score',
  combo: 'score',
};

/** The needs of all effects and transitions together, with those of what drives them; a side asks for the matte too. */
export function needsOf(
  effects: readonly EffectInstance[],
  imports: ImportedAssets = NO_IMPORTS,
): ReadonlySet<EffectNeed> {
  const needs = new Set<EffectNeed>();
  for (const effect of effects) {
    for (const need of findEffect(effect.effectId, imports)?.needs ?? []) needs.add(need);
    if (effect.side !== 'everything') needs.add('mask');
    for (const { source } of Object.values(effect.drives ?? {})) needs.add(NEED_OF_SOURCE[source]);
  }
  // The coach is laid over the dancer, at the time of the dance that was judged.
  if (needs.has('coach')) needs.add('pose').add('score');
  return needs;
}

/** Whether an effect looks at the moments before: on the body, or because something drives it. */
export function looksBack(effects: readonly EffectInstance[], imports: ImportedAssets = NO_IMPORTS): boolean {
  const isDriven = effects.some(({ drives }) => Object.keys(drives ?? {}).length > 0);
  return isDriven || needsOf(effects, imports).has('pose');
}
