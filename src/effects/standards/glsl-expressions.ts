/** Translates expressions of older and desktop GLSL into GLSL ES 3.00, knowing the type of each. */
import { bare, GlslReader } from './glsl-reader';
import { Scopes, type ProgramFunction, type Structure, type Value, type Variable } from './glsl-scope';
import type { Token } from './glsl-tokens';
import {
  arithmeticType,
  builtInCall,
  converted,
  elementType,
  isBuiltInType,
  shapeOf,
  swizzleType,
  vectorType,
} from './glsl-types';
import { bestOverload, castKnown, knownResult, numberValue } from './glsl-values';
import { NO_COST, sum, type Cost } from './glsl-weight';
import { refuse } from './refusal';

/** What a program finds around it: variables, images and functions of its standard. */
export interface Surroundings {
  variable(name: string): Variable | null;
  /** A call of a function of the standard; null when it is none. */
  call(name: string, values: readonly Value[], line: number): Value | null;
}

const BINARY_LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['^^'],
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

const ASSIGNMENTS = new Set(['=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=']);

/** The part of the translator that knows expressions. */
export abstract class GlslExpressions extends GlslReader {
  protected readonly scopes = new Scopes();
  protected readonly globals = new Map<string, Variable>();
  protected readonly structures = new Map<string, Structure>();
  protected readonly functions = new Map<string, ProgramFunction[]>();
  /** Variables that were assigned to since a loop began to watch. */
  protected readonly written = new Set<Variable>();
  /** The function whose body is read; what is read and called outside any is of the beginning. */
  protected current: ProgramFunction = emptyFunction('', 'void');
  /** What was read since a loop or function began to count. */
  protected cost: Cost = NO_COST;
  /** Above 0 in branches that can never run: what they read does not count. */
  protected muted = 0;
  /** Whether a function was called whose body is not known yet. */
  protected hasBlindCall = false;

  constructor(
    tokens: readonly Token[],
    protected readonly surroundings: Surroundings,
  ) {
    super(tokens);
  }

  /** `a, b, c`: the last is the value. */
  protected expression(): Value {
    let value = this.assignment();
    while (this.accept(',')) {
      const right = this.assignment();
      value = { code: `(${value.code}, ${right.code})`, type: right.type, constant: false };
    }
    return value;
  }

  protected assignment(): Value {
    return this.nested('expression', () => {
      const left = this.ternary();
      const sign = this.peek().text;
      if (!ASSIGNMENTS.has(sign) || this.peek().kind !== 'sign') return left;
      this.next();
      return this.assigned(left, sign, this.assignment());
    });
  }

  private assigned(left: Value, sign: string, right: Value): Value {
    if (left.root !== undefined) this.written.add(left.root);
    const a = shapeOf(left.type);
    const b = shapeOf(right.type);
    let code = right.code;
    if (sign === '=') {
      code = converted(code, right.type, left.type);
    } else if (a !== null && b !== null && a.base !== b.base && b.columns === 1) {
      code = converted(code, right.type, vectorType(a.base, b.rows));
    }
    const by = typeof right.known === 'number' ? { '+=': right.known, '-=': -right.known }[sign] : undefined;
    return {
      code: `${left.code} ${sign} ${code}`,
      type: left.type,
      constant: false,
      ...(by !== undefined && left.root?.code === bare(left.code)
        ? { stepped: { root: left.root, by } }
        : {}),
    };
  }

  private ternary(): Value {
    const condition = this.binary(0);
    if (!this.accept('?')) return condition;
    // Only the branch that is chosen counts where the choice is known.
    const yes = this.muting(condition.known === false, () => this.expression());
    this.expect(':');
    const no = this.muting(condition.known === true, () => this.assignment());
    if (typeof condition.known === 'boolean') {
      const chosen = condition.known ? yes : no;
      return { code: `(${chosen.code})`, type: chosen.type, constant: chosen.constant };
    }
    const type = this.common(yes.type, no.type);
    const test = converted(condition.code, condition.type, 'bool');
    return {
      code: `${test} ? ${converted(yes.code, yes.type, type)} : ${converted(no.code, no.type, type)}`,
      type: type === '' ? yes.type : type,
      constant: condition.constant && yes.constant && no.constant,
    };
  }

  /** The type that both can become. */
  private common(left: string, right: string): string {
    if (left === right) return left;
    const a = shapeOf(left);
    const b = shapeOf(right);
    if (a === null || b === null || a.columns > 1 || b.columns > 1) return '';
    const base = a.base === b.base ? a.base : 'float';
    return vectorType(base, Math.max(a.rows, b.rows));
  }

  /** Runs `work` as something that never runs, if so. */
  protected muting<T>(isDead: boolean, work: () => T): T {
    if (!isDead) return work();
    const { cost } = this;
    this.muted += 1;
    const result = work();
    this.muted -= 1;
    this.cost = cost;
    return result;
  }

  private binary(level: number): Value {
    const signs = BINARY_LEVELS[level];
    if (signs === undefined) return this.unary();
    let left = this.binary(level + 1);
    while (this.peek().kind === 'sign' && signs.includes(this.peek().text)) {
      const sign = this.next().text;
      const dead = (sign === '&&' && left.known === false) || (sign === '||' && left.known === true);
      left = this.joined(
        left,
        sign,
        this.muting(dead, () => this.binary(level + 1)),
      );
    }
    return left;
  }

  private joined(left: Value, sign: string, right: Value): Value {
    const constant = left.constant && right.constant;
    const known = knownResult(left.known, sign, right.known, left.type === 'int' && right.type === 'int');
    const same = known === undefined ? { constant } : { constant, known };
    if (sign === '&&' || sign === '||' || sign === '^^') {
      const code = `${converted(left.code, left.type, 'bool')} ${sign} ${converted(right.code, right.type, 'bool')}`;
      return { code, type: 'bool', ...same };
    }
    const a = shapeOf(left.type);
    const b = shapeOf(right.type);
    let [leftType, rightType] = [left.type, right.type];
    if (a !== null && b !== null && (a.base !== b.base || a.base === 'bool')) {
      const isWhole = ['&', '|', '^', '<<', '>>'].includes(sign);
      const isTruth = a.base === 'bool' && b.base === 'bool';
      const base = isWhole ? 'int' : a.base === 'float' || b.base === 'float' || isTruth ? 'float' : 'uint';
      const keeps = isTruth && (sign === '==' || sign === '!=');
      const shared = !keeps && base === 'uint' && (a.base === 'bool' || b.base === 'bool') ? 'int' : base;
      if (!keeps) {
        if (a.columns === 1) leftType = vectorType(shared, a.rows);
        if (b.columns === 1) rightType = vectorType(shared, b.rows);
      }
    }
    const [x, y] = [converted(left.code, left.type, leftType), converted(right.code, right.type, rightType)];
    if (['==', '!=', '<', '>', '<=', '>='].includes(sign)) {
      return {
        code: `${x} ${sign} ${y}`,
        type: 'bool',
        ...same,
        ...(left.root !== undefined && left.root.code === bare(left.code) && typeof right.known === 'number'
          ? { compared: { root: left.root, sign, limit: right.known } }
          : {}),
      };
    }
    const type = arithmeticType(leftType, rightType, sign);
    if (sign === '%' && shapeOf(type)?.base === 'float') return { code: `mod(${x}, ${y})`, type, constant };
    return { code: `${x} ${sign} ${y}`, type: sign === '<<' || sign === '>>' ? leftType : type, ...same };
  }

  private unary(): Value {
    const token = this.peek();
    if (token.kind !== 'sign' || !['+', '-', '!', '~', '++', '--'].includes(token.text))
      return this.postfix();
    this.next();
    const value = this.nested('expression', () => this.unary());
    const code = `${this.mark(token.line)}${token.text}${value.code}`;
    if (token.text === '++' || token.text === '--') return this.stepped(value, code, token.text);
    const type = token.text === '!' ? 'bool' : value.type;
    if (token.text === '!') {
      const test = `!${converted(value.code, value.type, 'bool')}`;
      return typeof value.known === 'boolean'
        ? { code: test, type, constant: value.constant, known: !value.known }
        : { code: test, type, constant: value.constant };
    }
    // `- -x` must not become `--x`.
    const apart = bare(value.code).startsWith(token.text) ? `${token.text} ${value.code}` : code;
    const known = typeof value.known === 'number' && token.text === '-' ? -value.known : undefined;
    return { code: apart, type, constant: value.constant, ...(known === undefined ? {} : { known }) };
  }

  private stepped(value: Value, code: string, sign: string): Value {
    if (value.root === undefined) return { code, type: value.type, constant: false };
    this.written.add(value.root);
    return {
      code,
      type: value.type,
      constant: false,
      stepped: { root: value.root, by: sign === '++' ? 1 : -1 },
    };
  }

  private postfix(): Value {
    let value = this.primary();
    for (;;) {
      if (this.at('.')) {
        this.next();
        value = this.field(value, this.expectName());
      } else if (this.accept('[')) {
        const index = this.expression();
        this.expect(']');
        const place =
          shapeOf(index.type)?.base === 'float' ? converted(index.code, index.type, 'int') : index.code;
        value = {
          code: `${value.code}[${place}]`,
          type: elementType(value.type),
          constant: value.constant && index.constant,
          ...(value.root === undefined ? {} : { root: value.root }),
        };
      } else if (this.at('++') || this.at('--')) {
        const sign = this.next().text;
        value = this.stepped(value, `${value.code}${sign}`, sign);
      } else {
        return value;
      }
    }
  }

  private field(value: Value, name: Token): Value {
    const root = value.root === undefined ? {} : { root: value.root };
    if (this.at('(')) {
      // `array.length()` is the only method there is.
      this.next();
      this.expect(')');
      return { code: `${value.code}.length()`, type: 'int', constant: false };
    }
    const structure = this.structures.get(value.type);
    if (structure !== undefined) {
      const field = structure.fields.get(name.text);
      if (field === undefined) refuse('glsl-syntax', name.line, name.text);
      return { code: `${value.code}.${field.code}`, type: field.type, constant: value.constant, ...root };
    }
    const type = swizzleType(value.type, name.text);
    if (type !== '' && shapeOf(value.type)?.rows === 1) {
      // Some desktop compilers let a single number be read as a vector.
      return { code: converted(`(${value.code})`, value.type, type), type, constant: value.constant };
    }
    return { code: `${value.code}.${name.text}`, type, constant: value.constant, ...root };
  }

  private primary(): Value {
    const token = this.next();
    const mark = this.mark(token.line);
    if (token.kind === 'number') return numberValue(token.text, mark);
    if (token.text === '(') {
      const inner = this.expression();
      this.expect(')');
      return { ...inner, code: `${mark}(${inner.code})` };
    }
    if (token.text === '{') return this.listed(mark);
    if (token.kind !== 'name') refuse('glsl-syntax', token.line, token.text);
    if (token.text === 'true' || token.text === 'false') {
      return { code: `${mark}${token.text}`, type: 'bool', constant: true, known: token.text === 'true' };
    }
    if (this.isType(token.text)) return this.constructed(token, mark);
    if (this.at('(')) return this.called(token, mark);
    const variable =
      this.scopes.find(token.text) ?? this.globals.get(token.text) ?? this.surroundings.variable(token.text);
    if (variable === null || variable === undefined) {
      return { code: `${mark}${token.text}`, type: '', constant: false };
    }
    return { ...variable, code: `${mark}${variable.code}`, root: variable };
  }

  /** `{1.0, 2.0}`, the list of values that later desktop dialects allow. */
  private listed(mark: string): Value {
    const values = this.valuesUntil('}');
    const type = values[0]?.type ?? '';
    return {
      code: `${mark}${this.typeCode(type)}[](${values.map(({ code }) => code).join(', ')})`,
      type: `${type}[]`,
      constant: values.every(({ constant }) => constant),
    };
  }

  private valuesUntil(close: string): Value[] {
    const values: Value[] = [];
    // `f(void)` is `f()`.
    if (this.at('void') && this.at(close, 1)) this.next();
    while (!this.accept(close)) {
      values.push(this.assignment());
      if (!this.accept(',') && !this.at(close)) refuse('glsl-syntax', this.line, this.peek().text);
    }
    return values;
  }

  private constructed(token: Token, mark: string): Value {
    const type = token.text === 'double' ? 'float' : token.text;
    let size = '';
    let isArray = false;
    while (this.accept('[')) {
      isArray = true;
      size += this.at(']') ? '[]' : `[${this.expression().code}]`;
      this.expect(']');
    }
    this.expect('(');
    const values = this.valuesUntil(')');
    const structure = this.structures.get(token.text);
    const wanted = structure === undefined ? [] : [...structure.fields.values()].map((field) => field.type);
    const parts = values.map((value, place) =>
      converted(value.code, value.type, isArray ? type : (wanted[place] ?? '')),
    );
    const only = values[0];
    const known = values.length === 1 && !isArray ? castKnown(type, only?.known) : undefined;
    return {
      code: `${mark}${this.typeCode(type)}${size}(${parts.join(', ')})`,
      type: isArray ? `${type}[]` : type,
      constant: values.every(({ constant }) => constant),
      ...(known === undefined ? {} : { known }),
    };
  }

  private called(token: Token, mark: string): Value {
    this.next();
    const values = this.valuesUntil(')');
    const own = this.surroundings.call(token.text, values, token.line);
    if (own !== null) {
      for (const { image } of values) if (image !== undefined) this.noteRead(image);
      return { ...own, code: `${mark}${own.code}` };
    }
    const found = bestOverload(this.functions.get(token.text) ?? [], values);
    const builtIn = builtInCall(
      token.text,
      values.map(({ type }) => type),
    );
    if (found !== null && (found.fits || builtIn === null)) return this.calledOwn(found.called, values, mark);
    if (builtIn === null) {
      const list = values.map(({ code }) => code).join(', ');
      return { code: `${mark}${token.text}(${list})`, type: '', constant: false };
    }
    const parts = values.map(({ code, type }, place) => converted(code, type, builtIn.wanted[place] ?? ''));
    return {
      code: `${mark}${token.text}(${parts.join(', ')})`,
      type: builtIn.gives,
      constant: values.every(({ constant }) => constant),
    };
  }

  private calledOwn(called: ProgramFunction, values: readonly Value[], mark: string): Value {
    if (this.muted === 0) {
      this.current.calls.set(called, (this.current.calls.get(called) ?? 0) + 1);
      if (called.cost === null) this.hasBlindCall = true;
      const { turns, calls } = called.cost ?? NO_COST;
      this.cost = sum(this.cost, { turns, calls: calls + 1 });
    }
    const parts = values.map((value, place) => {
      const param = called.params[place];
      if (param?.isOut === true) {
        if (value.root !== undefined) this.written.add(value.root);
        return value.code;
      }
      if (value.image !== undefined) this.noteRead(value.image);
      return converted(value.code, value.type, param?.type ?? '');
    });
    return { code: `${mark}${called.code}(${parts.join(', ')})`, type: called.returns, constant: false };
  }

  protected isType(word: string): boolean {
    return isBuiltInType(word) || this.structures.has(word);
  }

  /** A type as our program writes it: structures bear our names, images are their numbers. */
  protected typeCode(type: string): string {
    if (type.startsWith('sampler')) return 'int';
    if (type === 'double') return 'float';
    return this.structures.get(type)?.code ?? type;
  }

  /** Notes that the function being read looks at `image`. */
  private noteRead(image: string): void {
    if (this.muted === 0) this.current.reads.add(image);
  }
}

/** A function of which nothing is known yet. */
export function emptyFunction(code: string, returns: string): ProgramFunction {
  return { code, returns, params: [], reads: new Set(), calls: new Map(), cost: NO_COST };
}
