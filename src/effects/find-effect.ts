/** An effect by its id: of the catalogue, or of what was imported. */
import type { EffectDefinition } from './effect';
import { isShader, type ImportedAsset, type ImportedAssets } from './imported-asset';
import { effectById } from './registry';
import { definitionOf } from './standards/import-shader';
import { refusalOf } from './standards/refusal';

// An asset never changes, so its definition is read once.
const definitions = new WeakMap<ImportedAsset, EffectDefinition | null>();

/** The effect or transition with this id; undefined when neither the catalogue nor `imports` has it, and for tables and pictures. */
export function findEffect(id: string, imports: ImportedAssets): EffectDefinition | undefined {
  const own = effectById(id);
  if (own !== undefined) return own;
  const asset = Object.hasOwn(imports, id) ? imports[id] : undefined;
  if (asset === undefined || !isShader(asset)) return undefined;
  const known = definitions.get(asset);
  if (known !== undefined) return known ?? undefined;
  const definition = readDefinition(asset);
  definitions.set(asset, definition);
  return definition ?? undefined;
}

/** Null for a shader that a project brought and this version cannot follow: it is left out like an unknown effect. */
function readDefinition(asset: ImportedAsset): EffectDefinition | null {
  try {
    return definitionOf(asset);
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    return null;
  }
}
