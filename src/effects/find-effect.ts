/** An effect by its id: of the catalogue, or of what was imported. */
import type { EffectDefinition } from './effect';
import type { ImportedAssets } from './imported-asset';
import { effectById } from './registry';

/** The effect or transition with this id; undefined when neither the catalogue nor `imports` has it. */
export function findEffect(id: string, imports: ImportedAssets): EffectDefinition | undefined {
  return imports[id] === undefined ? effectById(id) : undefined;
}
