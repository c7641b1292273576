/** Stacks that come as a whole: looks, pasted effects, and what they bring along. */
import type { EffectInstance } from '../../effects/effect';
import type { ImportedAsset, ImportedAssets } from '../../effects/imported-asset';
import { changeItems } from '../change-items';
import { clampOr } from '../clamp-or';
import type { Project } from '../project';
import { addEffect, replaceEffects } from './change-effects';

/** Replaces the whole stack and takes in the assets that it names. */
export function applyStack(
  project: Project,
  stack: readonly EffectInstance[],
  imports: ImportedAssets,
): Project {
  return replaceEffects(withImports(project, Object.values(imports)), stack);
}

/** Lays a stack on top of the one that is there, over the whole film. */
export function pasteStack(
  project: Project,
  stack: readonly EffectInstance[],
  imports: ImportedAssets,
): Project {
  return stack.reduce(addEffect, withImports(project, Object.values(imports)));
}

/** Sets how much is seen of the look with this id, 0..1. */
export function setLookStrength(project: Project, lookUseId: string, strength: number): Project {
  return changeItems(project, 'effects', (items) => {
    if (!items.some(({ effect }) => effect.look?.id === lookUseId)) return items;
    return items.map((item) => {
      const { look } = item.effect;
      if (look?.id !== lookUseId) return item;
      const held = clampOr(strength, 0, 1, look.strength);
      return { ...item, effect: { ...item.effect, look: { ...look, strength: held } } };
    });
  });
}

/** Takes assets into the project; the same project where all are there. */
export function withImports(project: Project, assets: readonly ImportedAsset[]): Project {
  const fresh = assets.filter(({ id }) => !Object.hasOwn(project.imports, id));
  if (fresh.length === 0) return project;
  const imports = { ...project.imports };
  for (const asset of fresh) imports[asset.id] = asset;
  return { ...project, imports };
}
