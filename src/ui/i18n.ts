/** The languages: English comes with the app, the others and their fonts when they are asked for. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../core/locale';
import { loadFontsFor } from './fonts';
import { en } from './locales/en';
import type { Texts } from './locales/texts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { app: typeof en };
    returnNull: false;
  }
}

const NAMESPACE = 'app';

const LOADERS: Record<Exclude<Locale, 'en'>, () => Promise<Texts>> = {
  'zh-TW': async () => (await import('./locales/zh-TW')).zhTW,
  'zh-CN': async () => (await import('./locales/zh-CN')).zhCN,
  ja: async () => (await import('./locales/ja')).ja,
  th: async () => (await import('./locales/th')).th,
};

/** Sets i18next up in English. Call once, before the first render. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    ns: [NAMESPACE],
    defaultNS: NAMESPACE,
    resources: { en: { [NAMESPACE]: en } },
    // React escapes.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    showSupportNotice: false,
  });
}

/**
 * Speaks another language: fetches its texts and fonts, then changes every screen at once and `lang` of the page.
 * When it cannot be fetched (offline before it was ever used), the language stays as it was and the error is thrown.
 */
export async function speak(locale: Locale): Promise<void> {
  if (locale !== 'en' && !i18next.hasResourceBundle(locale, NAMESPACE)) {
    i18next.addResourceBundle(locale, NAMESPACE, await LOADERS[locale]());
  }
  document.documentElement.lang = locale;
  void loadFontsFor(locale);
  await i18next.changeLanguage(locale);
}
