/** Which language a browser's wishes lead to. */
import { expect, it } from 'vitest';
import { pickLocale } from '../../../src/ui/pick-locale';

it.each([
  [['en-GB', 'ja'], 'en'],
  [['zh-TW'], 'zh-TW'],
  [['zh-HK'], 'zh-TW'],
  [['zh-Hant-CN'], 'zh-TW'],
  [['zh-Hans-TW'], 'zh-CN'],
  [['zh-SG'], 'zh-CN'],
  [['zh'], 'zh-CN'],
  [['de-DE', 'th-TH'], 'th'],
  [['ja-JP'], 'ja'],
  [['fi'], 'en'],
  [[], 'en'],
] as const)('%j reads %s', (wanted, locale) => {
  expect(pickLocale(wanted)).toBe(locale);
});
