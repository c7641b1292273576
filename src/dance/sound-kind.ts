/** What kind of sound file some bytes are, by their first ones: the name that a stranger gives them proves nothing. */

export const SOUND_KINDS = [
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
  'audio/webm',
  'audio/wav',
  'audio/flac',
] as const;

export type SoundKind = (typeof SOUND_KINDS)[number];

/** null = none of those that are let in. */
export function soundKindOf(bytes: Uint8Array): SoundKind | null {
  const word = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (word(0) === 'RIFF' && word(8) === 'WAVE') return 'audio/wav';
  if (word(0) === 'OggS') return 'audio/ogg';
  if (word(0) === 'fLaC') return 'audio/flac';
  if (word(4) === 'ftyp') return 'audio/mp4';
  // EBML, of which WebM and Matroska are made.
  if (word(0) === '\x1a\x45\xdf\xa3') return 'audio/webm';
  const isFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2;
  return isFrame || word(0).startsWith('ID3') ? 'audio/mpeg' : null;
}
