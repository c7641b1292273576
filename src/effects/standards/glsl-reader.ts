/** Walks over the tokens of a program, and marks what is written out with the lines it came from. */
import type { Token } from './glsl-tokens';
import { refuse } from './refusal';

/** So deep may brackets lie in each other, and statements; beyond, the reader itself would run out of stack. */
const DEEPEST = { expression: 100, statement: 400 };

/** The base of the translator: where it is in the program. */
export class GlslReader {
  private index = 0;
  private readonly depth = { expression: 0, statement: 0 };
  private markedLine = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  /** The next token, or the one `ahead` of it, without taking it. */
  protected peek(ahead = 0): Token {
    return this.tokens[this.index + ahead] ?? { kind: 'end', text: '', line: this.line, tight: false };
  }

  protected get line(): number {
    return (this.tokens[this.index] ?? this.tokens.at(-1))?.line ?? 1;
  }

  protected get isAtEnd(): boolean {
    return this.index >= this.tokens.length;
  }

  protected at(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && token.kind !== 'end';
  }

  protected next(): Token {
    const token = this.peek();
    if (token.kind === 'end') refuse('glsl-syntax', this.line, 'the end');
    this.index += 1;
    return token;
  }

  /** Takes the next token if it is `text`. */
  protected accept(text: string): boolean {
    if (!this.at(text)) return false;
    this.index += 1;
    return true;
  }

  /** Takes the next token, which must be `text`. */
  protected expect(text: string): void {
    if (!this.accept(text)) refuse('glsl-syntax', this.line, `${this.peek().text} instead of ${text}`);
  }

  protected expectName(): Token {
    const token = this.next();
    if (token.kind !== 'name') refuse('glsl-syntax', token.line, token.text);
    return token;
  }

  /** Runs `work` one level deeper. */
  protected nested<T>(what: keyof typeof DEEPEST, work: () => T): T {
    this.depth[what] += 1;
    if (this.depth[what] > DEEPEST[what]) refuse('too-heavy', this.line, 'nesting');
    const result = work();
    this.depth[what] -= 1;
    return result;
  }

  /** A sign, invisible in the text, that what follows stood on this line. `placed` makes line ends of it. */
  protected mark(line: number): string {
    if (line === this.markedLine) return '';
    this.markedLine = line;
    return `\u0001${line}\u0002`;
  }
}

/** `code` without its marks. */
export function bare(code: string): string {
  return code.replace(/\u0001\d+\u0002/g, '').trim();
}

/** `code` with its marks made line ends, so that line n of the result holds what line n of the file held, where it can. */
export function placed(code: string): string {
  let line = 1;
  let out = '';
  for (const part of code.split(/(\u0001\d+\u0002|\n)/)) {
    if (part === '\n') {
      line += 1;
      out += part;
    } else if (part.startsWith('\u0001')) {
      const wanted = Number(part.slice(1, -1));
      if (wanted > line) {
        out += '\n'.repeat(wanted - line);
        line = wanted;
      }
    } else {
      out += part;
    }
  }
  return out;
}
