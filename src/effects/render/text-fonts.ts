/** Tells when the faces for texts have come in, in the page and in a worker. */

/** The set of faces of this page or worker; undefined where there is none. */
export function fontSet(): FontFaceSet | undefined {
  const scope = globalThis as { fonts?: FontFaceSet; document?: { fonts?: FontFaceSet } };
  return scope.fonts ?? scope.document?.fonts;
}

/** Calls `onLoaded` whenever faces have finished loading; gives the way to stop. */
export function watchTextFonts(onLoaded: () => void): () => void {
  const fonts = fontSet();
  fonts?.addEventListener('loadingdone', onLoaded);
  return () => fonts?.removeEventListener('loadingdone', onLoaded);
}
