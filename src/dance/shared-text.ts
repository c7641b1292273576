/** Names that come from other people's files: plain, short, on one line, in the direction they are written. */
import * as z from 'zod/mini';

/** Control characters, line breaks, and the marks that turn the direction of what stands around them. */
const HOSTILE = /[\p{Cc}\p{Zl}\p{Zp}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{200E}\u{200F}\u{061C}\u{FEFF}]/u;
/** More marks on one letter than any language writes. */
const PILED_UP = /\p{M}{5,}/u;

/** A schema for a name of 1 to `longest` characters. */
export function sharedName(longest: number) {
  return z.string().check(
    z.minLength(1),
    z.refine((text) => Array.from(text).length <= longest, `longer than ${longest} characters`),
    z.refine((text) => text.trim() === text && text !== '', 'begins or ends with a space'),
    z.refine((text) => !HOSTILE.test(text), 'holds characters that cannot be shown'),
    z.refine((text) => !PILED_UP.test(text), 'holds piled-up marks'),
  );
}

/** The nearest name that `sharedName` accepts; null where nothing is left. For what a person typed or a file is called. */
export function asSharedName(text: string, longest: number): string | null {
  const plain = text
    .replace(new RegExp(HOSTILE, 'gu'), ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = Array.from(plain).slice(0, longest).join('').trim();
  return short === '' ? null : short;
}
