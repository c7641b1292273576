/** Which of our languages suits a person whose browser asks for others. */
import { LOCALES, type Locale } from '../core/locale';

const TRADITIONAL = /^zh\b.*-(hant|tw|hk|mo)\b/i;

/**
 * The first of `wanted` (BCP 47 tags, best first) that we speak, else English.
 * Chinese follows the script, then the region: `zh-HK` reads Traditional, bare `zh` Simplified.
 */
export function pickLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const language = tag.split('-')[0]?.toLowerCase();
    if (language === 'zh') {
      if (/^zh-hans\b/i.test(tag)) return 'zh-CN';
      return TRADITIONAL.test(tag) ? 'zh-TW' : 'zh-CN';
    }
    const ours = LOCALES.find((locale) => locale === language);
    if (ours !== undefined) return ours;
  }
  return 'en';
}
