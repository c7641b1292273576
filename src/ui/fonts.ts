/** The faces: Inter for Latin letters and figures always, a Noto face when its script is spoken. */
import '@fontsource-variable/inter/wght.css';
import type { Locale } from '../core/locale';

const STYLESHEETS: Record<Exclude<Locale, 'en'>, () => Promise<unknown>> = {
  'zh-TW': () => import('@fontsource-variable/noto-sans-tc/wght.css'),
  'zh-CN': () => import('@fontsource-variable/noto-sans-sc/wght.css'),
  ja: () => import('@fontsource-variable/noto-sans-jp/wght.css'),
  th: () => import('@fontsource-variable/noto-sans-thai/wght.css'),
};

/**
 * Fetches the `@font-face` rules of a language; the browser then fetches only the pieces whose characters are shown.
 * Until they are there, or when they never come (false), the device's own face stands in.
 */
export async function loadFontsFor(locale: Locale): Promise<boolean> {
  if (locale === 'en') return true;
  try {
    await STYLESHEETS[locale]();
    return true;
  } catch {
    return false;
  }
}
