/** The faces that texts are drawn with, in the page and in a worker. */

import type { TextFont } from '../../project/project';

/** The face of each style of letters; scripts that it does not have are written in the app's own. */
const STYLED: Readonly<Record<TextFont, string>> = {
  sans: 'Inter Variable',
  round: 'Fredoka Variable',
  poster: 'Anton',
  hand: 'Caveat Variable',
  serif: 'Playfair Display Variable',
};

/** One for each script that the app speaks, in the order in which a letter looks for its face. */
const SCRIPTS: readonly string[] = [
  'Inter Variable',
  'Noto Sans TC Variable',
  'Noto Sans SC Variable',
  'Noto Sans JP Variable',
  'Noto Sans Thai Variable',
];

/** All families that texts may be drawn with. */
export const TEXT_FAMILIES: readonly string[] = [...new Set([...Object.values(STYLED), ...SCRIPTS])];

/** A CSS list of families: the style's own, then the scripts', then whatever the device has. */
export function familiesOf(font: TextFont): string {
  const own = [...new Set([STYLED[font], ...SCRIPTS])].map((family) => `"${family}"`);
  return [...own, 'system-ui', 'sans-serif'].join(', ');
}

/** Where a face lies and what it is for; plain data. */
export interface TextFace {
  readonly family: string;
  readonly url: string;
  /** CSS weight or range of weights. */
  readonly weight: string;
  /** CSS `unicode-range`. */
  readonly unicodeRange: string;
}

/** The set of faces of this page or worker; undefined where there is none. */
function fontSet(): FontFaceSet | undefined {
  const scope = globalThis as { fonts?: FontFaceSet; document?: { fonts?: FontFaceSet } };
  return scope.fonts ?? scope.document?.fonts;
}

/** Asks for the faces of a text; texts are drawn with what is there and again once they have come. */
export function requestTextFont(font: string, text: string): void {
  fontSet()
    ?.load(font, text)
    .catch(() => {
      // A face that cannot be fetched leaves the letters to the device's own: a look, not a failure.
    });
}

/** Calls `onLoaded` whenever faces have finished loading; gives the way to stop. */
export function watchTextFonts(onLoaded: () => void): () => void {
  const fonts = fontSet();
  fonts?.addEventListener('loadingdone', onLoaded);
  return () => fonts?.removeEventListener('loadingdone', onLoaded);
}

/**
 * Makes faces of the page known in a worker. Call before the first frame with texts.
 * A face that cannot be fetched is left to the device's own, as in the page.
 */
export async function loadTextFaces(faces: readonly TextFace[]): Promise<void> {
  const fonts = fontSet();
  const loading = faces.map(({ family, url, weight, unicodeRange }) =>
    new FontFace(family, `url(${JSON.stringify(url)})`, { weight, unicodeRange }).load(),
  );
  for (const result of await Promise.allSettled(loading)) {
    if (result.status === 'fulfilled') fonts?.add(result.value);
  }
}
