/** Translates statements, and puts a guard on every loop that is not plainly short. */
import { GlslExpressions } from './glsl-expressions';
import { NO_COST, sum, type Cost } from './glsl-weight';
import { globalName, type Structure, type Value, type Variable } from './glsl-scope';
import { converted, isBuiltInType, shapeOf } from './glsl-types';
import { refuse } from './refusal';

/** A loop of so many turns at most needs no guard… */
const FREE_TURNS = 256;
/** …unless it and the loops inside it come to more than this… */
const FREE_NESTED = 4096;
/** …or those of the function so far to more than this. */
const FREE_IN_FUNCTION = 16_384;
/** So many turns of short loops inside a guarded one cost it as much as a turn of its own. */
const FREE_TURNS_FOR_ONE = 2;

const PRECISIONS = new Set(['lowp', 'mediump', 'highp']);

/** One name of a declaration. */
export interface Declarator {
  readonly name: string;
  readonly line: number;
  /** With `[]` when it is an array. */
  readonly type: string;
  /** The brackets as they are written behind the name. */
  readonly size: string;
  readonly initial: Value | null;
}

/** The part of the translator that knows statements. */
export abstract class GlslStatements extends GlslExpressions {
  /** Guard all loops, however short: for programs that are long all the same. */
  protected guardsAll = false;
  /** Before the names of what is declared for the whole program. */
  protected prefix = 'u_';
  /** The variables that the last declaration made, with the numbers they begin with. */
  private lastDeclared: { variable: Variable; initial: number | undefined }[] = [];

  protected block(): string {
    this.expect('{');
    this.scopes.enter();
    let code = '{';
    while (!this.at('}')) {
      if (this.isAtEnd) refuse('glsl-syntax', this.line, 'a bracket that is never closed');
      code += this.statement();
    }
    const mark = this.mark(this.line);
    this.next();
    this.scopes.leave();
    return `${code}${mark} }`;
  }

  protected statement(): string {
    return this.nested('statement', () => {
      const mark = this.mark(this.line);
      switch (this.peek().kind === 'name' || this.peek().kind === 'sign' ? this.peek().text : '') {
        case '{':
          return `${mark} ${this.block()}`;
        case ';':
          this.next();
          return `${mark};`;
        case 'if':
          return `${mark} ${this.ifStatement()}`;
        case 'for':
          return `${mark} ${this.forLoop()}`;
        case 'while':
          return `${mark} ${this.whileLoop()}`;
        case 'do':
          return `${mark} ${this.doLoop()}`;
        case 'switch':
          return `${mark} ${this.switchStatement()}`;
        case 'case': {
          this.next();
          const value = this.expression();
          this.expect(':');
          return `${mark} case ${value.code}:`;
        }
        case 'default':
          this.next();
          this.expect(':');
          return `${mark} default:`;
        case 'return':
          return `${mark} ${this.returnStatement()}`;
        case 'discard':
          this.next();
          this.expect(';');
          return `${mark} ${this.discarded()}`;
        case 'break':
        case 'continue': {
          const word = this.next().text;
          this.expect(';');
          return `${mark} ${word};`;
        }
        case 'struct':
          return `${mark} ${this.structure()}`;
        default:
          return `${mark} ${this.simple()};`;
      }
    });
  }

  /** A declaration or an expression, with its `;` taken but not written. */
  private simple(): string {
    this.lastDeclared = [];
    if (this.accept('precision')) {
      while (!this.accept(';')) this.next();
      return '';
    }
    if (this.startsDeclaration()) return this.declaration();
    const value = this.expression();
    this.expect(';');
    return value.code;
  }

  protected startsDeclaration(): boolean {
    const { text, kind } = this.peek();
    if (kind !== 'name') return false;
    if (text === 'const' || PRECISIONS.has(text)) return true;
    if (!this.isType(text)) return false;
    // `vec2(…)` and `float[2](…)` are values.
    return this.peek(1).kind === 'name' || (this.at('[', 1) && this.isArrayDeclaration());
  }

  /** Whether `type [ … ] name` follows. */
  private isArrayDeclaration(): boolean {
    let ahead = 1;
    while (this.at('[', ahead)) {
      while (!this.at(']', ahead)) {
        if (this.peek(ahead).kind === 'end') return false;
        ahead += 1;
      }
      ahead += 1;
    }
    return this.peek(ahead).kind === 'name';
  }

  private declaration(): string {
    let isConst = false;
    while (this.at('const') || PRECISIONS.has(this.peek().text))
      isConst = this.next().text === 'const' || isConst;
    const type = this.expectName().text;
    if (!this.isType(type)) refuse('glsl-syntax', this.line, type);
    const outer = this.arraySize();
    const parts: string[] = [];
    const declared: typeof this.lastDeclared = [];
    let areConstant = true;
    do {
      const { name, line, type: full, size, initial } = this.declarator(type, outer);
      if (initial?.constant !== true) areConstant = false;
      const variable = this.scopes.declare(name, (code) => ({
        code,
        type: full,
        constant: isConst && initial?.constant === true,
        ...(isConst && initial?.known !== undefined ? { known: knownAs(full, initial.known) } : {}),
      }));
      const initialNumber = typeof initial?.known === 'number' ? initial.known : undefined;
      declared.push({ variable, initial: initialNumber });
      const start = initial === null ? '' : ` = ${converted(initial.code, initial.type, full)}`;
      parts.push(`${this.mark(line)}${variable.code}${size}${start}`);
    } while (this.accept(','));
    this.expect(';');
    this.lastDeclared = declared;
    // Desktop compilers take values for constants that are none for ours.
    const constant = isConst && areConstant ? 'const ' : '';
    return `${constant}${this.typeCode(type)} ${parts.join(', ')}`;
  }

  /** `name`, `name[3]`, `name = value`. */
  protected declarator(type: string, outer: string): Declarator {
    const { text: name, line } = this.expectName();
    const size = this.arraySize() + outer;
    const full = size === '' ? type : `${type}[]`;
    const initial = this.accept('=') ? this.assignment() : null;
    return { name, line, type: full, size, initial };
  }

  /** Brackets behind a type or a name, as they are to be written. */
  protected arraySize(): string {
    let size = '';
    while (this.accept('[')) {
      size += this.at(']') ? '[]' : `[${this.wholeCode()}]`;
      this.expect(']');
    }
    return size;
  }

  private wholeCode(): string {
    const value = this.expression();
    return shapeOf(value.type)?.base === 'float' ? `int(${value.code})` : value.code;
  }

  private condition(): Value {
    const value = this.expression();
    return { ...value, code: converted(value.code, value.type, 'bool') };
  }

  private ifStatement(): string {
    this.expect('if');
    this.expect('(');
    const condition = this.condition();
    this.expect(')');
    // A branch that is known never to run is read, for its place in the file, and left out.
    const yes = this.muting(condition.known === false, () => this.scoped());
    const hasElse = this.accept('else');
    const no = hasElse ? this.muting(condition.known === true, () => this.scoped()) : '';
    if (condition.known === true) return `{ ${yes} }`;
    if (condition.known === false) return hasElse ? `{ ${no} }` : ';';
    return `if (${condition.code}) ${yes}${hasElse ? ` else ${no}` : ''}`;
  }

  private scoped(): string {
    this.scopes.enter();
    const code = this.statement();
    this.scopes.leave();
    return code;
  }

  private forLoop(): string {
    this.expect('for');
    this.expect('(');
    this.scopes.enter();
    this.lastDeclared = [];
    let start = '';
    if (this.accept(';')) start = '';
    else start = this.simple();
    const begun = this.lastDeclared;
    const condition = this.at(';') ? null : this.condition();
    this.expect(';');
    const step = this.at(')') ? null : this.expression();
    this.expect(')');
    const { body, cost, written } = this.loopBody();
    this.scopes.leave();
    const turns = turnsOf(begun, condition, step, written);
    const test = this.guarded(condition, turns, cost);
    return `for (${start}; ${test}; ${step?.code ?? ''}) ${body}`;
  }

  private whileLoop(): string {
    this.expect('while');
    this.expect('(');
    const condition = this.condition();
    this.expect(')');
    const { body, cost } = this.loopBody();
    return `while (${this.guarded(condition, null, cost)}) ${body}`;
  }

  private doLoop(): string {
    this.expect('do');
    const { body, cost } = this.loopBody();
    this.expect('while');
    this.expect('(');
    const condition = this.condition();
    this.expect(')');
    this.expect(';');
    return `do ${body} while (${this.guarded(condition, null, cost)});`;
  }

  /** The body in brackets, what one turn of it costs, and what it assigns to. */
  private loopBody(): { body: string; cost: Cost; written: ReadonlySet<Variable> } {
    const before = this.cost;
    const writtenBefore = [...this.written];
    this.written.clear();
    this.cost = NO_COST;
    const code = this.scoped();
    const result = { body: `{ ${code} }`, cost: this.cost, written: new Set(this.written) };
    this.cost = before;
    for (const variable of writtenBefore) this.written.add(variable);
    return result;
  }

  /** The condition of a loop, with the guard unless the loop is plainly short; counts the loop's cost. */
  private guarded(condition: Value | null, turns: number | null, ofTurn: Cost): string {
    const total = turns === null ? Infinity : turns * (1 + ofTurn.turns);
    const isFree =
      turns !== null &&
      turns <= FREE_TURNS &&
      total <= FREE_NESTED &&
      this.cost.turns + total <= FREE_IN_FUNCTION &&
      !this.guardsAll;
    if (isFree) {
      this.cost = sum(this.cost, { ...ofTurn, turns: ofTurn.turns + 1 }, turns);
      return condition?.code ?? 'true';
    }
    // A guarded loop pays while it runs; what stands in it is written out once.
    this.cost = sum(this.cost, ofTurn);
    const guard = `isfTurn(${1 + Math.floor(ofTurn.turns / FREE_TURNS_FOR_ONE)})`;
    return condition === null ? guard : `(${condition.code}) && ${guard}`;
  }

  private switchStatement(): string {
    this.expect('switch');
    this.expect('(');
    const value = this.wholeCode();
    this.expect(')');
    return `switch (${value}) ${this.block()}`;
  }

  private returnStatement(): string {
    this.expect('return');
    if (this.accept(';')) return 'return;';
    const value = this.expression();
    this.expect(';');
    return `return ${converted(value.code, value.type, this.current.returns)};`;
  }

  /** A pixel that is not drawn is clear: our targets are not, so it must say so. */
  private discarded(): string {
    const { returns } = this.current;
    if (returns === 'void') return '{ isfGone = true; return; }';
    return isBuiltInType(returns) ? `{ isfGone = true; return ${returns}(0); }` : 'discard;';
  }

  /** `struct Name { … } first, second;` */
  protected structure(): string {
    this.expect('struct');
    const { text: name } = this.expectName();
    const code = globalName(this.prefix, name);
    const fields = new Map<string, { code: string; type: string }>();
    let body = '';
    this.expect('{');
    while (!this.accept('}')) {
      while (PRECISIONS.has(this.peek().text)) this.next();
      const type = this.expectName().text;
      if (!this.isType(type)) refuse('glsl-syntax', this.line, type);
      const outer = this.arraySize();
      do {
        const field = this.declarator(type, outer);
        // Fields bear a mark of ours: the words kept by newer dialects and our own macros are none then.
        const fieldCode = globalName('f_', field.name);
        fields.set(field.name, { code: fieldCode, type: field.type });
        body += `${this.mark(field.line)} ${this.typeCode(type)} ${fieldCode}${field.size};`;
      } while (this.accept(','));
      this.expect(';');
    }
    const structure: Structure = { code, fields };
    this.structures.set(name, structure);
    const head = `struct ${code} {${body} };`;
    if (this.accept(';')) return head;
    return `${head} ${this.structureVariables(name)}`;
  }

  /** The variables that are declared together with a structure. */
  protected structureVariables(type: string): string {
    const parts: string[] = [];
    do {
      const { name, type: full, size } = this.declarator(type, '');
      const variable = this.scopes.declare(name, (code) => ({ code, type: full, constant: false }));
      parts.push(`${variable.code}${size}`);
    } while (this.accept(','));
    this.expect(';');
    return `${this.typeCode(type)} ${parts.join(', ')};`;
  }
}

function knownAs(type: string, known: number | boolean): number | boolean {
  return type === 'int' && typeof known === 'number' ? Math.trunc(known) : known;
}

/** How often a loop turns, where it counts from one number to another and nothing else touches the counter; else null. */
function turnsOf(
  begun: readonly { readonly variable: Variable; readonly initial: number | undefined }[],
  condition: Value | null,
  step: Value | null,
  written: ReadonlySet<Variable>,
): number | null {
  const counter = begun.find(({ variable }) => variable.code === condition?.compared?.root.code);
  const compared = condition?.compared;
  const by = step?.stepped?.by;
  if (counter?.initial === undefined || compared === undefined || by === undefined) return null;
  if (step?.stepped?.root !== counter.variable || written.has(counter.variable)) return null;
  const { initial } = counter;
  const distance = compared.limit - initial;
  const upwards = compared.sign === '<' || compared.sign === '<=';
  const downwards = compared.sign === '>' || compared.sign === '>=';
  if ((upwards && by > 0) || (downwards && by < 0)) {
    const steps = distance / by;
    const turns = compared.sign.endsWith('=') ? Math.floor(steps) + 1 : Math.ceil(steps);
    // One more, because floats may fall short of the limit.
    return Math.max(0, turns) + 1;
  }
  return null;
}
