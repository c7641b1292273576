/** Cuts GLSL into words, numbers and signs; comments and line continuations are gone, lines are remembered. */
import { refuse } from './refusal';

/** A piece of a program. */
export interface Token {
  readonly kind: 'name' | 'number' | 'sign' | 'directive' | 'end';
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
  /** Whether it follows the token before without a space: `F(` begins a macro with arguments, `F (` does not. */
  readonly tight: boolean;
  /** Of a directive: what follows its name on the line. */
  readonly body?: readonly Token[];
}

const SIGNS = [
  ['<<=', '>>='],
  [
    '==',
    '!=',
    '<=',
    '>=',
    '&&',
    '||',
    '^^',
    '++',
    '--',
    '+=',
    '-=',
    '*=',
    '/=',
    '%=',
    '&=',
    '|=',
    '^=',
    '<<',
    '>>',
    '##',
  ],
] as const;

const NUMBER = /(?:0[xX][0-9a-fA-F]+[uU]?|(?:\d+\.\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?(?:[fF]|[lL][fF]|[uU])?)/y;
const NAME = /[A-Za-z_]\w*/y;

/** Blanks out what a compiler does not read, so that every place keeps its line. */
function withoutComments(text: string): string {
  let out = '';
  let index = 0;
  while (index < text.length) {
    if (text.startsWith('//', index)) {
      while (index < text.length && text[index] !== '\n') {
        // A comment goes on over a continued line.
        if (text[index] === '\\' && text[index + 1] === '\n') {
          out += '\n';
          index += 1;
        }
        index += 1;
      }
    } else if (text.startsWith('/*', index)) {
      const end = text.indexOf('*/', index + 2);
      // A comment that never ends takes the rest of the file with it, as some drivers let it.
      const stop = end < 0 ? text.length : end + 2;
      out += ' ' + text.slice(index, stop).replace(/[^\n]/g, '');
      index = stop;
    } else {
      out += text.charAt(index);
      index += 1;
    }
  }
  return out;
}

/** `text` with one kind of line end and without a byte order mark. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/**
 * @param text as `plainText` gives it
 * @throws StudioError `effect-unreadable` at a character that GLSL does not know
 */
export function tokenize(text: string): Token[] {
  const plain = withoutComments(text);
  const tokens: Token[] = [];
  let index = 0;
  let line = 1;
  let directive: { name: Token; body: Token[] } | null = null;
  let isLineStart = true;
  let tight = false;
  const endDirective = (): void => {
    if (directive === null) return;
    tokens.push({ ...directive.name, kind: 'directive', body: directive.body });
    directive = null;
  };
  while (index < plain.length) {
    const character = plain.charAt(index);
    if (character === '\\' && /^\\[ \t]*\n/.test(plain.slice(index, index + 40))) {
      index = plain.indexOf('\n', index) + 1;
      line += 1;
      tight = false;
      continue;
    }
    if (character === '\n') {
      endDirective();
      isLineStart = true;
      tight = false;
      line += 1;
      index += 1;
      continue;
    }
    if (/[\s\0\u200B-\u200D\u2060\uFEFF]/.test(character)) {
      tight = false;
      index += 1;
      continue;
    }
    if (character === '#' && isLineStart) {
      const match = /^#[ \t]*(\w*)/.exec(plain.slice(index, index + 80));
      directive = { name: { kind: 'name', text: match?.[1] ?? '', line, tight: false }, body: [] };
      index += match?.[0].length ?? 1;
      isLineStart = false;
      tight = false;
      continue;
    }
    isLineStart = false;
    const token = readToken(plain, index, line, tight);
    if (token === null) {
      // A message behind #error or #pragma may hold anything.
      if (directive === null) refuse('glsl-syntax', line, character);
      index += 1;
      continue;
    }
    ((directive as { body: Token[] } | null)?.body ?? tokens).push(token);
    index += token.text.length;
    tight = true;
  }
  endDirective();
  return tokens;
}

function readToken(text: string, index: number, line: number, tight: boolean): Token | null {
  NAME.lastIndex = index;
  const name = NAME.exec(text);
  if (name !== null) return { kind: 'name', text: name[0], line, tight };
  NUMBER.lastIndex = index;
  const number = NUMBER.exec(text);
  if (number !== null) return { kind: 'number', text: number[0], line, tight };
  for (const signs of SIGNS) {
    const sign = signs.find((candidate) => text.startsWith(candidate, index));
    if (sign !== undefined) return { kind: 'sign', text: sign, line, tight };
  }
  const single = text.charAt(index);
  return '+-*/%<>=!&|^~?:;,.()[]{}#'.includes(single) ? { kind: 'sign', text: single, line, tight } : null;
}
