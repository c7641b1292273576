/** Finding effects in the catalogue by what a person types. */
import type { Locale } from '../../../core/locale';
import type { EffectCategory, EffectDefinition } from '../../../effects/effect';

/** A shelf of the catalogue with what was found on it. */
export interface EffectShelf {
  readonly category: EffectCategory;
  readonly effects: readonly EffectDefinition[];
}

/** Shelves in the order of the catalogue, without empty ones; transitions are no effects of a stretch. */
export function searchEffects(
  effects: readonly EffectDefinition[],
  query: string,
  locale: Locale,
): readonly EffectShelf[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const shelves = new Map<EffectCategory, EffectDefinition[]>();
  for (const effect of effects) {
    if (effect.kind === 'transition') continue;
    // English is what tutorials name effects by, so it is found in every language.
    const text = fold(`${effect.name[locale]} ${effect.description[locale]} ${effect.name.en} ${effect.id}`);
    if (!words.every((word) => text.includes(word))) continue;
    const shelf = shelves.get(effect.category) ?? [];
    shelf.push(effect);
    shelves.set(effect.category, shelf);
  }
  return [...shelves].map(([category, found]) => ({ category, effects: found }));
}

/** Without case, accents and full-width forms. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase();
}
