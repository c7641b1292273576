/**
 * JSON as it is found in shaders: with commas too many, comments, single quotes and tabs within texts. A reader of our
 * own, because the browser's says neither the line nor lets such things pass.
 */
import { refuse } from './refusal';

export type LooseValue = string | number | boolean | null | readonly LooseValue[] | LooseObject;

export interface LooseObject {
  readonly [name: string]: LooseValue;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
const DEEPEST = 40;

/**
 * @param firstLine the line of the file at which `text` begins
 * @throws StudioError `effect-unreadable` (`header-broken`) with the line
 */
export function parseLooseJson(text: string, firstLine = 1): LooseValue {
  return new LooseJson(text, firstLine).parse();
}

class LooseJson {
  private index = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly firstLine: number,
  ) {}

  parse(): LooseValue {
    const value = this.value();
    this.skip();
    // Marks of the author behind the object are let pass.
    return value;
  }

  private fail(): never {
    const line = this.firstLine + (this.text.slice(0, this.index).match(/\n/g)?.length ?? 0);
    return refuse('header-broken', line, this.text.slice(this.index, this.index + 20));
  }

  private skip(): void {
    for (;;) {
      const rest = /^(?:\s+|\/\/[^\n]*)/.exec(this.text.slice(this.index, this.index + 2000));
      if (rest === null) return;
      this.index += rest[0].length;
    }
  }

  private value(): LooseValue {
    this.skip();
    const character = this.text.charAt(this.index);
    if (character === '{' || character === '[') {
      this.depth += 1;
      if (this.depth > DEEPEST) this.fail();
      const value = character === '{' ? this.object() : this.list();
      this.depth -= 1;
      return value;
    }
    if (character === '"' || character === "'") return this.string(character);
    const word = /^[^\s,\]}:]+/.exec(this.text.slice(this.index, this.index + 200))?.[0] ?? '';
    const value = wordValue(word);
    if (value === undefined) this.fail();
    this.index += word.length;
    return value;
  }

  private object(): LooseObject {
    const entries: [string, LooseValue][] = [];
    this.index += 1;
    for (;;) {
      this.skipWithCommas();
      const character = this.text.charAt(this.index);
      if (character === '}') break;
      const name = character === '"' || character === "'" ? this.string(character) : this.bareName();
      this.skip();
      if (this.text.charAt(this.index) !== ':') this.fail();
      this.index += 1;
      entries.push([name, this.value()]);
      this.separator('}');
    }
    this.index += 1;
    // Names like __proto__ are fields as any other.
    return Object.fromEntries(entries);
  }

  private list(): LooseValue[] {
    const values: LooseValue[] = [];
    this.index += 1;
    for (;;) {
      this.skipWithCommas();
      if (this.text.charAt(this.index) === ']') break;
      values.push(this.value());
      this.separator(']');
    }
    this.index += 1;
    return values;
  }

  /** Between two values a comma must stand. */
  private separator(close: string): void {
    this.skip();
    const character = this.text.charAt(this.index);
    if (character !== ',' && character !== close) this.fail();
  }

  private skipWithCommas(): void {
    this.skip();
    while (this.text.charAt(this.index) === ',') {
      this.index += 1;
      this.skip();
    }
    if (this.index >= this.text.length) this.fail();
  }

  private bareName(): string {
    const name = /^[A-Za-z_]\w*/.exec(this.text.slice(this.index, this.index + 200))?.[0] ?? '';
    if (name === '') this.fail();
    this.index += name.length;
    return name;
  }

  private string(quote: string): string {
    const start = this.index;
    let out = '';
    this.index += 1;
    while (this.index < this.text.length) {
      const character = this.text.charAt(this.index);
      this.index += 1;
      if (character === quote) return out;
      if (character !== '\\') {
        out += character;
        continue;
      }
      const escaped = this.text.charAt(this.index);
      this.index += 1;
      const code =
        escaped === 'u' ? /^[0-9a-fA-F]{4}/.exec(this.text.slice(this.index, this.index + 4)) : null;
      if (code !== null) {
        out += String.fromCharCode(Number.parseInt(code[0], 16));
        this.index += 4;
      } else {
        out += ESCAPES[escaped] ?? escaped;
      }
    }
    this.index = start;
    return this.fail();
  }
}

function wordValue(word: string): LooseValue | undefined {
  const constant = ({ true: true, false: false, null: null } as const)[word.toLowerCase()];
  if (constant !== undefined) return constant;
  // `.5`, `5.`, `+1` and `1.0f` are written too.
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?=f?$)/.exec(word);
  return number === null ? undefined : Number(number[0]);
}
