/** Texts of foreign files, made fit to be shown and to be names of ours. */
import type { LocalizedText } from '../../core/locale';

/** `text` in every language: foreign files speak one, and we cannot know which. */
export function sameInAll(text: string): LocalizedText {
  return { en: text, 'zh-TW': text, 'zh-CN': text, ja: text, th: text };
}

/** One line of at most `longest` characters, without control characters or marks that turn the writing direction. */
export function oneLine(text: string, longest: number): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  // By characters, not by halves of them.
  return [...plain].slice(0, longest).join('');
}

/** A file's name as a name to be shown: without folders and its ending. */
export function cleanName(name: string, fallback: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  return (
    oneLine(base.replace(/\.(?:fs|frag|glsl|isf|cube|txt|fragment|png|jpe?g|webp|gif|avif|bmp)$/i, ''), 60) ||
    fallback
  );
}

/** `glitch_size` and `glitchSize` as a person would write them: `Glitch size`. */
export function spokenName(name: string): string {
  const words = name
    .replace(/_+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .trim()
    .toLowerCase();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Parts of red, green and blue, 0..1, as `#rrggbb`. */
export function hexOf(parts: readonly number[]): string {
  const digits = [0, 1, 2].map((place) => {
    const part = Math.min(1, Math.max(0, parts[place] ?? 0));
    return Math.round(part * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

/** Names for parameters of our own: none like the host's, none that differ in upper and lower case alone. */
export class ParamNames {
  private readonly used = new Set<string>();

  /** @param name as the foreign file has it */
  take(name: string): string {
    const base = `in_${name}`.replace(/__+/g, '_').replace(/_$/, '');
    let taken = base;
    for (let count = 2; this.used.has(taken.toUpperCase()); count += 1) taken = `${base}_n${count}`;
    this.used.add(taken.toUpperCase());
    return taken;
  }
}

/** A file's text as a number that another text will hardly have: two mixes of 32 bits (after `cyrb53`, public domain). */
export function textHash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
