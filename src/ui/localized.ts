/** Texts that travel with what they name (effects, songs, challenges), in the language of the app. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { LOCALES, type Locale, type LocalizedText } from '../core/locale';

/** The language the app speaks now. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return LOCALES.find((locale) => locale === i18n.language) ?? 'en';
}

/** A function that picks the right language of a text. */
export function useLocalized(): (text: LocalizedText) => string {
  const locale = useLocale();
  return useCallback((text) => text[locale], [locale]);
}
