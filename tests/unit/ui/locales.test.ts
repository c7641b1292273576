/** Every language says everything: the same keys, the same values to fill in, nothing empty. */
import { describe, expect, it } from 'vitest';
import { STUDIO_ERROR_CODES } from '../../../src/core/errors';
import { en } from '../../../src/ui/locales/en';
import { ja } from '../../../src/ui/locales/ja';
import { th } from '../../../src/ui/locales/th';
import { zhCN } from '../../../src/ui/locales/zh-CN';
import { zhTW } from '../../../src/ui/locales/zh-TW';

type Tree = { readonly [key: string]: string | Tree };

/** `home.title` → text. */
function flatten(tree: Tree, path = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') flat.set(here, value);
    else for (const [inner, text] of flatten(value, here)) flat.set(inner, text);
  }
  return flat;
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

const english = flatten(en);

/** Scripts by which a forgotten English text gives itself away. */
const OWN_SCRIPT = {
  'zh-TW': /\p{Script=Han}/u,
  'zh-CN': /\p{Script=Han}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  th: /\p{Script=Thai}/u,
};

/** Texts that are the same in every language. */
const UNIVERSAL = new Set(['home.title', 'common.beatsPerMinute', 'create.recordingTime', 'result.outOf']);

describe.each([
  ['zh-TW', flatten(zhTW)],
  ['zh-CN', flatten(zhCN)],
  ['ja', flatten(ja)],
  ['th', flatten(th)],
] as const)('%s', (tag, texts) => {
  it('has the keys of English and no others', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('leaves nothing empty', () => {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('fills in the same values', () => {
    const differing = [...texts].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('is written in its own script', () => {
    const foreign = [...texts].filter(([key, text]) => !UNIVERSAL.has(key) && !OWN_SCRIPT[tag].test(text));
    expect(foreign).toEqual([]);
  });
});

describe('errors', () => {
  it.each(STUDIO_ERROR_CODES)('%s has a title and a next step', (code) => {
    expect(english.get(`error.${code}.title`)).toBeTruthy();
    expect(english.get(`error.${code}.next`)).toBeTruthy();
  });

  it('has no text for a code that does not exist', () => {
    expect(Object.keys(en.error).sort()).toEqual([...STUDIO_ERROR_CODES].sort());
  });
});
