/** Translates a whole program of older or desktop GLSL: what it declares, and from where it is begun. */
import type { Surroundings } from './glsl-expressions';
import { emptyFunction } from './glsl-expressions';
import { NO_COST, sum, type Cost } from './glsl-weight';
import { bare, placed } from './glsl-reader';
import { globalName, type ProgramFunction, type Variable } from './glsl-scope';
import { GlslStatements } from './glsl-statements';
import { preprocess } from './glsl-preprocessor';
import { tokenize, type Token } from './glsl-tokens';
import { converted } from './glsl-types';
import { refuse } from './refusal';

/** What a program's standard knows of declarations. */
export interface ProgramSurroundings extends Surroundings {
  /** A `uniform`: what it stands for, or null when it is an ordinary variable that nobody sets. */
  uniform(type: string, name: string, line: number): Variable | null;
  /** Something handed from the vertex program to the fragment's. */
  varying(type: string, name: string, isArray: boolean): Variable | null;
  /** An input of the vertex program. */
  attribute(type: string, name: string): Variable | null;
  /** Where a fragment program that declares its output writes to. */
  output(type: string): Variable | null;
}

/** How to read one program. */
export interface ProgramOptions {
  /** Put before all that the program declares for itself. */
  readonly prefix: string;
  readonly stage: 'fragment' | 'vertex';
  /** Guard all loops. */
  readonly guardsAll: boolean;
  /** What functions cost, from an earlier reading: those that are announced before they are written are called unseen. */
  readonly costs?: ReadonlyMap<string, Cost>;
}

/** A translated program. */
export interface TranslatedProgram {
  /** GLSL ES 3.00 without an entry of its own; line n of it holds what line n of the file held. */
  readonly code: string;
  /** Statements that must run before anything else. */
  readonly beginning: readonly string[];
  readonly functions: ReadonlyMap<string, readonly ProgramFunction[]>;
  /** Images that are read when the function `name` runs (and before it, at the beginning). */
  readsOf(name: string): ReadonlySet<string>;
  /** What that function costs at most. */
  costOf(name: string): Cost;
  /** Calls in that function when all that it calls is written out in place, as compilers do; huge for recursion. */
  sitesOf(name: string): number;
  /** What each function costs, for another reading. */
  readonly costs: ReadonlyMap<string, Cost>;
  /** Whether a function was called of which nothing was known: a second reading with `costs` counts it. */
  readonly isUncounted: boolean;
}

const QUALIFIERS = new Set(
  'const uniform varying attribute in out inout invariant centroid flat smooth noperspective lowp mediump highp'.split(
    ' ',
  ),
);

/**
 * The first half of the work, which is the same for every pass.
 *
 * @param text as `plainText` gives it
 * @param defined names that its preprocessor knows
 * @throws StudioError `effect-unreadable` with the line, when it is no program that can be followed
 */
export function readProgram(text: string, defined: readonly string[] = ['GL_ES']): readonly Token[] {
  return preprocess(tokenize(text), defined);
}

/**
 * @param tokens as `readProgram` gives them
 * @throws StudioError `effect-unreadable` with the line, when it is no program that can be followed
 */
export function translateProgram(
  tokens: readonly Token[],
  surroundings: ProgramSurroundings,
  options: ProgramOptions,
): TranslatedProgram {
  return new GlslProgram(tokens, surroundings, options).translate();
}

class GlslProgram extends GlslStatements {
  private readonly beginning: string[] = [];
  private readonly start = emptyFunction('', 'void');

  constructor(
    tokens: readonly Token[],
    private readonly around: ProgramSurroundings,
    private readonly options: ProgramOptions,
  ) {
    super(tokens, around);
    this.guardsAll = options.guardsAll;
    this.prefix = options.prefix;
  }

  translate(): TranslatedProgram {
    let code = '';
    while (!this.isAtEnd) {
      this.current = this.start;
      code += this.globalDeclaration();
    }
    const reached = (name: string): ReadonlySet<ProgramFunction> => {
      const all = new Set<ProgramFunction>([this.start, ...(this.functions.get(name) ?? [])]);
      for (const reachedFunction of all) for (const called of reachedFunction.calls.keys()) all.add(called);
      return all;
    };
    return {
      code: placed(code),
      beginning: this.beginning,
      functions: this.functions,
      readsOf: (name) => new Set([...reached(name)].flatMap(({ reads }) => [...reads])),
      costOf: (name) =>
        (this.functions.get(name) ?? []).reduce((all, { cost }) => sum(all, cost ?? NO_COST), NO_COST),
      sitesOf: (name) => (this.functions.get(name) ?? []).reduce((all, made) => all + sitesIn(made), 0),
      costs: new Map(
        [...this.functions.values()]
          .flat()
          .map((made) => [signatureOf(made.code, made.params), made.cost ?? NO_COST]),
      ),
      isUncounted: this.hasBlindCall,
    };
  }

  private globalDeclaration(): string {
    if (this.accept(';')) return '';
    if (this.accept('precision')) {
      while (!this.accept(';')) this.next();
      return '';
    }
    if (this.accept('layout')) {
      this.expect('(');
      while (!this.accept(')')) this.next();
    }
    const { line } = this.peek();
    const qualifiers = new Set<string>();
    while (QUALIFIERS.has(this.peek().text)) qualifiers.add(this.next().text);
    if (this.at('struct')) return `${this.mark(line)}${this.structure()}\n`;
    const type = this.expectName();
    if (!this.isType(type.text)) {
      // `invariant gl_Position;`
      if (qualifiers.has('invariant') && this.accept(';')) return '';
      refuse('glsl-syntax', type.line, type.text);
    }
    const outer = this.arraySize();
    if (this.peek().kind === 'name' && this.at('(', 1)) return this.function(type.text, outer, line);
    let code = '';
    if (this.accept(';')) return '';
    do code += this.globalVariable(type.text, outer, qualifiers);
    while (this.accept(','));
    this.expect(';');
    return code;
  }

  private globalVariable(type: string, outer: string, qualifiers: ReadonlySet<string>): string {
    const { name, line, type: full, size, initial } = this.declarator(type, outer);
    const given = this.given(full, name, line, size, qualifiers);
    if (given !== undefined) {
      if (given !== null) this.globals.set(name, given);
      return '';
    }
    // The standard's own names are not taken by a second declaration of them.
    const isConst = qualifiers.has('const') && initial?.constant === true;
    const code = globalName(this.prefix, name);
    this.globals.set(name, {
      code,
      type: full,
      constant: isConst,
      ...(isConst && initial.known !== undefined ? { known: initial.known } : {}),
    });
    const value = initial === null ? '' : converted(initial.code, initial.type, full);
    const declared = `${this.typeCode(type)} ${code}${size}`;
    const mark = this.mark(line);
    if (initial === null) return `${mark}${declared};`;
    if (initial.constant) return `${mark}${isConst ? 'const ' : ''}${declared} = ${value};`;
    // GLSL ES wants constants here; all else is set when the program begins.
    this.beginning.push(`#line ${line}`, `${code} = ${placedInOneLine(value)};`);
    return `${mark}${declared};`;
  }

  /** What a qualified global stands for: undefined for an ordinary variable, null for something known anyway. */
  private given(
    type: string,
    name: string,
    line: number,
    size: string,
    qualifiers: ReadonlySet<string>,
  ): Variable | null | undefined {
    const isFragment = this.options.stage === 'fragment';
    if (qualifiers.has('uniform')) {
      return this.around.variable(name) !== null
        ? null
        : (this.around.uniform(type, name, line) ?? undefined);
    }
    if (qualifiers.has('varying') || qualifiers.has(isFragment ? 'in' : 'out')) {
      const element = type.endsWith('[]')
        ? `${this.typeCode(type.slice(0, -2))}${bare(size)}`
        : this.typeCode(type);
      return this.around.variable(name) !== null ? null : this.around.varying(element, name, size !== '');
    }
    if (qualifiers.has('attribute') || (!isFragment && qualifiers.has('in'))) {
      return this.around.attribute(type, name) ?? undefined;
    }
    if (isFragment && qualifiers.has('out')) return this.around.output(type) ?? undefined;
    return undefined;
  }

  /** Structures at the top have global names. */
  protected override structureVariables(type: string): string {
    const isGlobal = this.current === this.start;
    if (!isGlobal) return super.structureVariables(type);
    let code = '';
    do code += this.globalVariable(type, '', new Set());
    while (this.accept(','));
    this.expect(';');
    return code;
  }

  private function(returns: string, outer: string, line: number): string {
    const { text: name } = this.expectName();
    const mark = this.mark(line);
    this.expect('(');
    this.scopes.enter();
    const params: { type: string; isOut: boolean }[] = [];
    const parts: string[] = [];
    if (this.at('void') && this.at(')', 1)) this.next();
    while (!this.accept(')')) {
      const { param, code } = this.parameter();
      params.push(param);
      parts.push(code);
      if (!this.accept(',') && !this.at(')')) refuse('glsl-syntax', this.line, this.peek().text);
    }
    const made = this.madeFunction(name, `${returns}${outer === '' ? '' : '[]'}`, params);
    const head = `${mark}${this.typeCode(returns)}${outer} ${made.code}(${parts.join(', ')})`;
    if (this.accept(';')) {
      this.scopes.leave();
      return `${head};`;
    }
    this.current = made;
    this.cost = NO_COST;
    this.written.clear();
    const body = this.block();
    made.cost = this.cost;
    this.cost = NO_COST;
    this.scopes.leave();
    return `${head} ${body}`;
  }

  private parameter(): { param: { type: string; isOut: boolean }; code: string } {
    let word = '';
    while (QUALIFIERS.has(this.peek().text)) {
      const { text } = this.next();
      if (text === 'in' || text === 'out' || text === 'inout') word = text;
    }
    const { text: type, line } = this.expectName();
    if (!this.isType(type)) refuse('glsl-syntax', line, type);
    const outer = this.arraySize();
    const qualifier = word === '' || word === 'in' ? '' : `${word} `;
    if (this.peek().kind !== 'name') {
      return { param: { type, isOut: qualifier !== '' }, code: `${qualifier}${this.typeCode(type)}${outer}` };
    }
    const { name, type: full, size } = this.declarator(type, outer);
    const variable = this.scopes.declare(name, (code) => ({ code, type: full, constant: false }));
    return {
      param: { type: full, isOut: qualifier !== '' },
      code: `${qualifier}${this.typeCode(type)} ${variable.code}${size}`,
    };
  }

  /** The function that was announced with these parameters, or a new one. */
  private madeFunction(
    name: string,
    returns: string,
    params: readonly { type: string; isOut: boolean }[],
  ): ProgramFunction {
    const others = this.functions.get(name) ?? [];
    const same = others.find(
      (other) =>
        other.params.length === params.length &&
        other.params.every(({ type }, place) => type === params[place]?.type),
    );
    if (same !== undefined) return same;
    const code = globalName(this.prefix, name);
    const made: ProgramFunction = {
      ...emptyFunction(code, returns),
      params,
      cost: this.options.costs?.get(signatureOf(code, params)) ?? null,
    };
    this.functions.set(name, [...others, made]);
    return made;
  }
}

function signatureOf(code: string, params: readonly { readonly type: string }[]): string {
  return `${code}(${params.map(({ type }) => type).join()})`;
}

/** Calls in `made`, written out; each function is counted once and remembered. */
function sitesIn(made: ProgramFunction, known = new Map<ProgramFunction, number>()): number {
  const before = known.get(made);
  if (before !== undefined) return before;
  // Whoever meets a function while it is counted has come round in a circle.
  known.set(made, Infinity);
  let sites = 0;
  for (const [called, times] of made.calls) sites += times * (1 + sitesIn(called, known));
  known.set(made, sites);
  return sites;
}

function placedInOneLine(code: string): string {
  return placed(code).replace(/\s+/g, ' ').trim();
}
