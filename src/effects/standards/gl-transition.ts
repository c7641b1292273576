/** Makes a transition of ours from a GL transition (https://gl-transitions.com, specification 1; older files too). */
import type { EffectDefinition, EffectParam } from '../effect';
import { cleanName, hexOf, oneLine, ParamNames, sameInAll, spokenName } from './foreign-text';
import { readProgram, translateProgram, type ProgramSurroundings } from './glsl-program';
import type { Value, Variable } from './glsl-scope';
import { plainText } from './glsl-tokens';
import { MOST_CALLS, MOST_FREE_TURNS, MOST_SITES, type Cost } from './glsl-weight';
import { ISF_GLOBALS, IsfSurroundings, TURN_GUARD, type ForeignImage } from './isf-surroundings';
import { glslNumber } from './isf-inputs';
import { refuse } from './refusal';

/** A file. */
export interface GlTransitionFile {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

const FROM: ForeignImage = { name: 'from', color: 'from(uv)', size: 'resolution' };
const TO: ForeignImage = { name: 'to', color: 'to(uv)', size: 'resolution' };

/** Where a transition asks for a picture of grey steps that does not come along: soft clouds. */
const CLOUDS: ForeignImage = {
  name: '',
  color:
    'vec4(vec3(0.5 + 0.2 * sin(uv.x * 9.0 + 3.0 * sin(uv.y * 4.0)) + 0.2 * cos(uv.y * 7.0 + 2.0 * sin(uv.x * 5.0)) ' +
    '+ 0.1 * sin((uv.x + uv.y) * 17.0)), 1.0)',
  size: 'resolution',
};

const STANDARD: ReadonlyMap<string, Variable> = new Map([
  ['progress', { code: 'progress', type: 'float', constant: false }],
  ['ratio', { code: '(resolution.x / resolution.y)', type: 'float', constant: false }],
  ['resolution', { code: 'resolution', type: 'vec2', constant: false }],
]);

/** What a `uniform` line says, with the default that stands in a comment. */
interface UniformLine {
  readonly initial: string;
}

/**
 * @throws StudioError `effect-unreadable` with line and reason
 */
export function parseGlTransition(file: GlTransitionFile): EffectDefinition {
  const text = plainText(file.text);
  let made = translate(text, false);
  if (made.program.isUncounted) made = translate(text, false, made.program.costs);
  if (made.cost.turns > MOST_FREE_TURNS) made = translate(text, true, made.program.costs);
  if (made.cost.calls > MOST_CALLS || made.program.sitesOf(made.entry) > MOST_SITES) refuse('too-heavy', 1);
  const { program, around, entry } = made;
  const fragment = [
    ...ISF_GLOBALS,
    TURN_GUARD,
    ...around.declarations,
    ...around.imageFunctions(program.code),
    '#line 1',
    program.code,
    '#line 1',
    'vec4 transition(vec2 uv) {',
    // The ends are promised exactly; some files only come near.
    '  if (progress <= 0.0) return from(uv);',
    '  if (progress >= 1.0) return to(uv);',
    '  isfUv = uv;',
    ...program.beginning,
    ...(entry === 'main'
      ? ['  u_main();', '  return isfColor;']
      : ['  vec4 color = u_transition(uv);', '  return isfGone ? vec4(0.0) : color;']),
    '}',
  ].join('\n');
  const author = /^\s*\/\/\s*author\s*:\s*(.+)$/im.exec(text)?.[1]?.trim() ?? '';
  const name = cleanName(file.name, 'GL');
  return {
    id: file.id,
    name: sameInAll(spokenName(name)),
    description: sameInAll(author === '' ? spokenName(name) : `GL Transitions: ${oneLine(author, 100)}`),
    category: 'transition',
    kind: 'transition',
    needs: [],
    seeded: false,
    params: around.params,
    presets: [],
    passes: [{ id: 'result', fragment }],
  };
}

function translate(
  text: string,
  guardsAll: boolean,
  costs: ReadonlyMap<string, Cost> = new Map(),
): {
  program: ReturnType<typeof translateProgram>;
  around: TransitionSurroundings;
  entry: 'main' | 'transition';
  cost: Cost;
} {
  const around = new TransitionSurroundings(defaultsOf(text));
  const program = translateProgram(readProgram(text), around, {
    prefix: 'u_',
    stage: 'fragment',
    guardsAll,
    costs,
  });
  const entry = program.functions.has('transition') ? 'transition' : 'main';
  if (!program.functions.has(entry)) refuse('no-transition', 1);
  return { program, around, entry, cost: program.costOf(entry) };
}

/** The values behind `// =` or in a comment before the semicolon, by the names of the uniforms. */
function defaultsOf(text: string): ReadonlyMap<string, UniformLine> {
  const found = new Map<string, UniformLine>();
  const line = /^[ \t]*uniform\s+(?:lowp\s+|mediump\s+|highp\s+)?\w+\s+([^;\n]*);?([^\n]*)$/gm;
  for (const [, names = '', behind = ''] of text.matchAll(line)) {
    const comment = /(?:\/\/|\/\*)\s*(?:=\s*)?([^\n]*)/.exec(`${names} ${behind}`)?.[1] ?? '';
    const values = splitList(
      comment
        .replace(/\*\/.*$/, '')
        .replace(/\/\/.*$/, '')
        .split(';')[0] ?? '',
    );
    const declared = names.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/, '');
    declared.split(',').forEach((declaration, place) => {
      const [name = '', own] = declaration.split('=').map((part) => part.trim());
      found.set(name, { initial: own ?? values[place] ?? values[0] ?? '' });
    });
  }
  return found;
}

/** Cuts at commas outside brackets. */
function splitList(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.replace(/^\s*=\s*/, '').trim());
}

/** The numbers of `vec3(0.9, 0.4, 0.2)`, `1`, `true`; repeated to `count` as GLSL does. */
function numbersOf(text: string, count: number, fallback: number): number[] {
  if (/^\s*true\b/.test(text)) return [1];
  if (/^\s*false\b/.test(text)) return [0];
  const inner = /\(([^)]*)\)/.exec(text)?.[1] ?? text;
  const numbers = inner
    .split(',')
    .map(calculated)
    .filter((number) => Number.isFinite(number));
  const [first = fallback] = numbers;
  return Array.from({ length: count }, (_, place) =>
    numbers.length === 1 ? first : (numbers[place] ?? first),
  );
}

/** `1.0`, `.5`, `-0.2`, `1.0/3.0`. */
function calculated(text: string): number {
  const [value = Number.NaN, ...divisors] = text
    .trim()
    .split(/[/*]/)
    .map((part) => Number.parseFloat(part));
  const isDivided = text.includes('/');
  return divisors.reduce((result, next) => (isDivided ? result / next : result * next), value);
}

/** What a GL transition finds around it; its uniforms become parameters as they are met. */
class TransitionSurroundings extends IsfSurroundings implements ProgramSurroundings {
  readonly params: Record<string, EffectParam> = {};
  readonly declarations: string[] = [];
  private readonly names = new ParamNames();

  constructor(private readonly defaults: ReadonlyMap<string, UniformLine>) {
    super(STANDARD, [], 0, 'resolution', CLOUDS);
  }

  override call(name: string, values: readonly Value[]): Value | null {
    const [place] = values;
    if ((name === 'getFromColor' || name === 'getToColor') && place !== undefined) {
      const uv = place.type === 'vec2' || place.type === '' ? place.code : `vec2(${place.code})`;
      return { code: `${name === 'getToColor' ? 'to' : 'from'}(${uv})`, type: 'vec4', constant: false };
    }
    return super.call(name, values);
  }

  override uniform(type: string, name: string): Variable | null {
    if (type.startsWith('sampler')) {
      // Files of before the specification name the two pictures so.
      const picture = { from: FROM, to: TO }[name];
      return this.addImage(name, picture ?? CLOUDS);
    }
    const text = this.defaults.get(name)?.initial ?? '';
    switch (type) {
      case 'bool':
        return this.flag(name, /^\s*(?:true|1)/.test(text));
      case 'float':
      case 'int':
      case 'uint':
        return {
          code: this.number(name, spokenName(name), type, numbersOf(text, 1, 0.5)[0] ?? 0),
          type,
          constant: false,
        };
      default:
        return this.vector(type, name, text);
    }
  }

  private flag(name: string, isOn: boolean): Variable {
    const code = this.names.take(name);
    this.params[code] = { type: 'flag', name: sameInAll(spokenName(name)), default: isOn, animatable: false };
    this.declarations.push(
      `#if defined(${code.toUpperCase()})`,
      `const bool ${code} = true;`,
      '#else',
      `const bool ${code} = false;`,
      '#endif',
    );
    return { code, type: 'bool', constant: true };
  }

  /** A slider; gives how the program reads it. */
  private number(name: string, label: string, type: string, initial: number): string {
    const code = this.names.take(name);
    const isWhole = type !== 'float';
    const value = isWhole ? Math.round(initial) : initial;
    this.params[code] = {
      type: 'number',
      name: sameInAll(label),
      default: value,
      min: Math.min(0, 2 * value),
      max: Math.max(1, 2 * value),
      ...(isWhole ? { step: 1 } : {}),
      animatable: !isWhole,
    };
    return isWhole ? `${type}(floor(${code} + 0.5))` : code;
  }

  private vector(type: string, name: string, text: string): Variable | null {
    const match = /^(i?)vec([234])$/.exec(type);
    if (match === null) return null;
    const isWhole = match[1] === 'i';
    const count = Number(match[2]);
    const values = numbersOf(text, count, isWhole ? 1 : 0);
    const isTint = /colou?r|tint|bg|clr/i.test(name) || values.every((value) => value >= 0 && value <= 1);
    if (!isWhole && count > 2 && isTint) {
      const code = this.names.take(name);
      this.params[code] = {
        type: 'color',
        name: sameInAll(spokenName(name)),
        default: hexOf(values),
        animatable: true,
      };
      const full = count === 3 ? code : `vec4(${code}, ${glslNumber(values[3] ?? 1)})`;
      return { code: full, type, constant: false };
    }
    const parts = values.map((value, place) => {
      const letter = 'xyzw'.charAt(place);
      return this.number(
        `${name}_${letter}`,
        `${spokenName(name)} ${letter}`,
        isWhole ? 'int' : 'float',
        value,
      );
    });
    return { code: `${type}(${parts.join(', ')})`, type, constant: false };
  }
}
