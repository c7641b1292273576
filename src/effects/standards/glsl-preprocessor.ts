/**
 * Runs the preprocessor of GLSL over tokens: macros are expanded, conditions decided. What is left is a program that
 * can be read without knowing of macros; each token bears the line at which it was used.
 */
import { refuse } from './refusal';
import type { Token } from './glsl-tokens';

interface Macro {
  /** Null for a macro without brackets. */
  readonly params: readonly string[] | null;
  readonly body: readonly Token[];
}

/** So much a program may grow; a chain of doubling macros would fill any memory. */
const MOST_TOKENS = 200_000;

/** What programs ask after: they are written for desktop GLSL 1.20, whose dialect all of them know. */
const PREDEFINED: Readonly<Record<string, string>> = { __VERSION__: '120', __LINE__: '1', __FILE__: '0' };

/**
 * @param defined names that are defined as 1 from the start
 * @throws StudioError `effect-unreadable` for directives that cannot be followed and for macros that grow without end
 */
export function preprocess(tokens: readonly Token[], defined: readonly string[] = []): Token[] {
  const macros = new Map<string, Macro>();
  for (const [name, text] of Object.entries(PREDEFINED)) {
    macros.set(name, { params: null, body: [{ kind: 'number', text, line: 0, tight: false }] });
  }
  for (const name of defined) {
    macros.set(name, { params: null, body: [{ kind: 'number', text: '1', line: 0, tight: false }] });
  }
  const expander = new Expander(macros);
  const out: Token[] = [];
  /** For each open condition: whether its text is read, whether one of its branches was, and whether it can be at all. */
  const open: { active: boolean; taken: boolean; possible: boolean }[] = [];
  let run: Token[] = [];
  const flush = (): void => {
    for (const token of expander.expand(run)) out.push(token);
    run = [];
  };
  for (const token of tokens) {
    const isActive = open.every(({ active }) => active);
    if (token.kind !== 'directive') {
      if (isActive) run.push(token);
      continue;
    }
    flush();
    const body = token.body ?? [];
    const top = open.at(-1);
    switch (token.text) {
      case 'if':
      case 'ifdef':
      case 'ifndef': {
        const holds = isActive && conditionHolds(token.text, body, macros, expander, token.line);
        open.push({ active: holds, taken: holds, possible: isActive });
        break;
      }
      case 'elif':
        if (top === undefined) refuse('glsl-directive', token.line, '#elif');
        top.active = top.possible && !top.taken && conditionHolds('if', body, macros, expander, token.line);
        top.taken ||= top.active;
        break;
      case 'else':
        if (top === undefined) refuse('glsl-directive', token.line, '#else');
        top.active = top.possible && !top.taken;
        top.taken = true;
        break;
      case 'endif':
        if (open.pop() === undefined) refuse('glsl-directive', token.line, '#endif');
        break;
      case 'define':
        if (isActive) define(body, macros, token.line);
        break;
      case 'undef':
        if (isActive) macros.delete(body[0]?.text ?? '');
        break;
      case 'error':
      case 'include':
        if (isActive) refuse('glsl-directive', token.line, `#${token.text}`);
        break;
      default:
      // #version, #extension, #pragma, #line and the empty directive say nothing to us.
    }
  }
  flush();
  if (open.length > 0) refuse('glsl-directive', tokens.at(-1)?.line ?? 0, '#if without #endif');
  return out;
}

function define(body: readonly Token[], macros: Map<string, Macro>, line: number): void {
  const [name, bracket] = body;
  if (name?.kind !== 'name') refuse('glsl-directive', line, '#define');
  if (bracket?.text !== '(' || !bracket.tight) {
    macros.set(name.text, { params: null, body: body.slice(1) });
    return;
  }
  const close = body.findIndex(({ text }) => text === ')');
  if (close < 0) refuse('glsl-directive', line, '#define');
  const params = body
    .slice(2, close)
    .filter(({ kind }) => kind === 'name')
    .map(({ text }) => text);
  macros.set(name.text, { params, body: body.slice(close + 1) });
}

function conditionHolds(
  kind: 'if' | 'ifdef' | 'ifndef',
  body: readonly Token[],
  macros: ReadonlyMap<string, Macro>,
  expander: Expander,
  line: number,
): boolean {
  if (kind !== 'if') return macros.has(body[0]?.text ?? '') === (kind === 'ifdef');
  const resolved: Token[] = [];
  for (let index = 0; index < body.length; index += 1) {
    const token = body[index];
    if (token === undefined) break;
    if (token.text !== 'defined') {
      resolved.push(token);
      continue;
    }
    const isBracketed = body[index + 1]?.text === '(';
    const name = body[index + (isBracketed ? 2 : 1)]?.text ?? '';
    index += isBracketed ? 3 : 1;
    resolved.push({ ...token, kind: 'number', text: macros.has(name) ? '1' : '0' });
  }
  return new Arithmetic(expander.expand(resolved), line).value() !== 0;
}

/** Replaces macros, also within what they were replaced by, but none within itself. */
class Expander {
  private count = 0;

  constructor(private readonly macros: ReadonlyMap<string, Macro>) {}

  expand(tokens: readonly Token[], hidden: ReadonlySet<string> = new Set()): Token[] {
    const out: Token[] = [];
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === undefined) break;
      const macro =
        token.kind === 'name' && !hidden.has(token.text) ? this.macros.get(token.text) : undefined;
      if (macro === undefined) {
        out.push(token);
        this.spend(token.line);
        continue;
      }
      const inner = new Set(hidden).add(token.text);
      if (macro.params === null) {
        out.push(...this.expand(this.placed(macro.body, token), inner));
        continue;
      }
      if (tokens[index + 1]?.text !== '(') {
        out.push(token);
        continue;
      }
      const { values, end } = readArguments(tokens, index + 1);
      const bound = new Map(
        macro.params.map((param, place) => [param, this.expand(values[place] ?? [], hidden)] as const),
      );
      const body = macro.body.flatMap((part) => bound.get(part.text) ?? [part]);
      out.push(...this.expand(this.placed(glued(body), token), inner));
      index = end;
    }
    return out;
  }

  private placed(body: readonly Token[], { line }: Token): Token[] {
    this.spend(line, body.length);
    return body.map((part) => ({ ...part, line }));
  }

  private spend(line: number, amount = 1): void {
    this.count += amount;
    if (this.count > MOST_TOKENS) refuse('too-heavy', line, 'macros');
  }
}

/** `a ## b` as one name. */
function glued(body: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let index = 0; index < body.length; index += 1) {
    const token = body[index];
    const before = out.at(-1);
    const after = body[index + 1];
    if (token === undefined) break;
    if (token.text === '##' && before !== undefined && after !== undefined) {
      out[out.length - 1] = { ...before, text: before.text + after.text };
      index += 1;
    } else {
      out.push(token);
    }
  }
  return out;
}

/** The arguments of a macro whose bracket opens at `open`. */
function readArguments(tokens: readonly Token[], open: number): { values: Token[][]; end: number } {
  const values: Token[][] = [[]];
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if ('([{'.includes(token.text)) depth += 1;
    if (')]}'.includes(token.text)) depth -= 1;
    if (depth === 0) return { values, end: index };
    if (depth === 1 && token.text === ',') values.push([]);
    else if (index > open) values.at(-1)?.push(token);
  }
  return refuse('glsl-syntax', tokens[open]?.line ?? 0, 'a macro without its closing bracket');
}

const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

const OPERATIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '||': (a, b) => (a !== 0 || b !== 0 ? 1 : 0),
  '&&': (a, b) => (a !== 0 && b !== 0 ? 1 : 0),
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '&': (a, b) => a & b,
  '==': (a, b) => (a === b ? 1 : 0),
  '!=': (a, b) => (a !== b ? 1 : 0),
  '<': (a, b) => (a < b ? 1 : 0),
  '>': (a, b) => (a > b ? 1 : 0),
  '<=': (a, b) => (a <= b ? 1 : 0),
  '>=': (a, b) => (a >= b ? 1 : 0),
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? 0 : Math.trunc(a / b)),
  '%': (a, b) => (b === 0 ? 0 : a % b),
};

/** What stands behind `#if`; names that nobody defined count as 0. */
class Arithmetic {
  private index = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly line: number,
  ) {}

  value(): number {
    const result = this.level(0);
    if (this.index < this.tokens.length) refuse('glsl-directive', this.line, '#if');
    return result;
  }

  private level(depth: number): number {
    const signs = LEVELS[depth];
    if (signs === undefined) return this.single();
    let left = this.level(depth + 1);
    for (;;) {
      const sign = this.tokens[this.index]?.text ?? '';
      const operation = signs.includes(sign) ? OPERATIONS[sign] : undefined;
      if (operation === undefined) return left;
      this.index += 1;
      left = operation(left, this.level(depth + 1));
    }
  }

  private single(): number {
    const token = this.tokens[this.index];
    this.index += 1;
    if (token === undefined) return refuse('glsl-directive', this.line, '#if');
    if (token.text === '!') return this.single() === 0 ? 1 : 0;
    if (token.text === '-') return -this.single();
    if (token.text === '+') return this.single();
    if (token.text === '~') return ~this.single();
    if (token.text === '(') {
      const inner = this.level(0);
      this.index += 1;
      return inner;
    }
    if (token.kind === 'number') return Number.parseFloat(token.text);
    return token.text === 'true' ? 1 : 0;
  }
}
