/** Hands the page's faces for texts to a worker, which sees no style sheet: so the file has the letters of the preview. */
import type { TextFont } from '../../project/project';
import { loadFontSheets } from './font-sheets';
import { familiesOf, TEXT_FAMILIES, type TextFace } from './text-fonts';

/** Words, and the letters that they are written in. */
export interface StyledText {
  readonly text: string;
  readonly font: TextFont;
}

/**
 * The faces that these texts are drawn with, loaded in the page. Pass them to a worker and give them to
 * `loadTextFaces` there before the first frame.
 */
export async function textFacesOf(texts: readonly StyledText[]): Promise<TextFace[]> {
  const letters = [...new Set(texts.map(({ text }) => text).join(''))].join('');
  if (letters === '') return [];
  await loadFontSheets(texts);
  for (const font of new Set(texts.map((each) => each.font)))
    await document.fonts.load(`16px ${familiesOf(font)}`, letters);
  return [...document.styleSheets].flatMap((sheet) =>
    [...rulesOf(sheet)].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const face = faceOf(rule, sheet.href ?? document.baseURI);
      return face !== null && covers(face.unicodeRange, letters) ? [face] : [];
    }),
  );
}

/** Rules of a sheet of another origin cannot be read; our faces are in our own. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  const isOwn = sheet.href === null || new URL(sheet.href).origin === location.origin;
  return isOwn ? sheet.cssRules : [];
}

function faceOf({ style }: CSSFontFaceRule, base: string): TextFace | null {
  const value = (name: string): string => style.getPropertyValue(name).trim();
  const family = value('font-family').replace(/^["']|["']$/g, '');
  const path = /url\(\s*["']?([^"')]+)/.exec(value('src'))?.[1];
  if (!TEXT_FAMILIES.includes(family) || path === undefined) return null;
  return {
    family,
    url: new URL(path, base).href,
    weight: value('font-weight') || 'normal',
    unicodeRange: value('unicode-range') || 'U+0-10FFFF',
  };
}

/** Whether any of the letters lies in a CSS range such as `U+0-FF, U+131, U+4??`. */
function covers(unicodeRange: string, letters: string): boolean {
  const ranges = unicodeRange.split(',').map((part) => {
    const [low = '', high] = part.trim().replace(/^U\+/i, '').split('-');
    const first = Number.parseInt(low.replaceAll('?', '0'), 16);
    return [first, Number.parseInt(high ?? low.replaceAll('?', 'F'), 16)] as const;
  });
  return [...letters].some((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return ranges.some(([first, last]) => code >= first && code <= last);
  });
}
