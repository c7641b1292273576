/** Finding looks by what a person types. */
import type { Locale } from '../../../core/locale';
import type { Look } from '../../../effects/effect';
import { fold } from './search-effects';

/** In their own order; every word must be found in the name, in the person's language or in English. */
export function searchLooks(looks: readonly Look[], query: string, locale: Locale): readonly Look[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return looks.filter(({ id, name }) => {
    const text = fold(`${name[locale]} ${name.en} ${id}`);
    return words.every((word) => text.includes(word));
  });
}
