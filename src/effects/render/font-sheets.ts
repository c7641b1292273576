/**
 * The `@font-face` rules of letters that words on the stage are written in. Rules come with the first words that ask for
 * them; the browser then fetches only the pieces whose characters are drawn.
 */
import type { TextFont } from '../../project/project';

type Sheet = 'round' | 'poster' | 'hand' | 'serif' | 'thai' | 'japanese' | 'simplified' | 'traditional';

const SHEETS: Readonly<Record<Sheet, () => Promise<unknown>>> = {
  round: () => import('@fontsource-variable/fredoka/wght.css'),
  poster: () => import('@fontsource/anton/400.css'),
  hand: () => import('@fontsource-variable/caveat/wght.css'),
  serif: () => import('@fontsource-variable/playfair-display/wght.css'),
  thai: () => import('@fontsource-variable/noto-sans-thai/wght.css'),
  japanese: () => import('@fontsource-variable/noto-sans-jp/wght.css'),
  simplified: () => import('@fontsource-variable/noto-sans-sc/wght.css'),
  traditional: () => import('@fontsource-variable/noto-sans-tc/wght.css'),
};

const loaded = new Map<Sheet, Promise<unknown>>();

/** Fetches the rules that these words need; one that cannot be fetched leaves them to the device's own letters. */
export async function loadFontSheets(
  texts: readonly { readonly text: string; readonly font: TextFont }[],
): Promise<void> {
  const sheets = new Set(texts.flatMap(({ text, font }) => sheetsOf(text, font)));
  await Promise.allSettled([...sheets].map(fetchSheet));
}

function fetchSheet(sheet: Sheet): Promise<unknown> {
  const known = loaded.get(sheet);
  if (known !== undefined) return known;
  const fetching = SHEETS[sheet]();
  loaded.set(sheet, fetching);
  // The next words try again.
  fetching.catch(() => loaded.delete(sheet));
  return fetching;
}

function sheetsOf(text: string, font: TextFont): Sheet[] {
  const sheets: Sheet[] = font === 'sans' ? [] : [font];
  if (/\p{Script=Thai}/u.test(text)) sheets.push('thai');
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) sheets.push('japanese');
  // Which of the two an ideograph belongs to, the letter does not say: each face has what the other lacks.
  if (/\p{Script=Han}/u.test(text)) sheets.push('traditional', 'simplified');
  return sheets;
}
