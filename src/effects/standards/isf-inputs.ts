/** Inputs of an ISF file as parameters of ours, and what their names mean in its program. */
import type { EffectParam, NumberParam } from '../effect';
import { hexOf, ParamNames, sameInAll } from './foreign-text';
import type { Variable } from './glsl-scope';
import type { IsfHeader, IsfInput } from './isf-header';

/** What became of the inputs. */
export interface IsfInputs {
  readonly params: Readonly<Record<string, EffectParam>>;
  /** What a name of the file means in its program. */
  readonly variables: ReadonlyMap<string, Variable>;
  /** Our parameter for each name that a pass's size may speak of, and how its value becomes the file's. */
  readonly sizes: ReadonlyMap<string, string>;
  /** Declarations before the program: constants chosen when it is compiled. */
  readonly declarations: readonly string[];
}

/** More choices than this are a slider. */
const MOST_CHOICES = 64;

/** Images are not among them: those become functions. */
export function readIsfInputs(header: IsfHeader, isTransition: boolean): IsfInputs {
  const names = new ParamNames();
  const params: Record<string, EffectParam> = {};
  const variables = new Map<string, Variable>();
  const sizes = new Map<string, string>();
  const declarations: string[] = [];
  for (const input of header.inputs) {
    if (input.type === 'image' || input.type === 'audio' || input.type === 'audioFFT') continue;
    if (isTransition && input.name === 'progress') {
      variables.set('progress', { code: 'progress', type: 'float', constant: false });
      continue;
    }
    const name = names.take(input.name);
    const made = readInput(input, name, header);
    params[name] = made.param;
    variables.set(input.name, made.variable);
    sizes.set(input.name, name);
    declarations.push(...made.declarations);
  }
  return { params, variables, sizes, declarations };
}

interface ReadInput {
  readonly param: EffectParam;
  readonly variable: Variable;
  readonly declarations: readonly string[];
}

function readInput(input: IsfInput, code: string, header: IsfHeader): ReadInput {
  switch (input.type) {
    case 'bool':
    case 'event':
      return readFlag(input, code);
    case 'long':
      return readLong(input, code);
    case 'color':
      return readColor(input, code);
    case 'point2D':
      return readPoint(input, code, header);
    default:
      return readFloat(input, code);
  }
}

/** The ends of a slider and where it begins. */
function rangeOf(input: IsfInput, low: number, high: number): { min: number; max: number; initial: number } {
  const [a, b] = [input.min?.[0] ?? Math.min(low, input.max?.[0] ?? low), input.max?.[0] ?? high];
  const min = Math.min(a, b);
  const max = a === b ? a + 1 : Math.max(a, b);
  const given = input.initial?.[0];
  return { min, max, initial: Math.min(max, Math.max(min, given ?? (min + max) / 2)) };
}

function readFloat(input: IsfInput, code: string): ReadInput {
  const given = input.initial?.[0] ?? 0;
  const { min, max, initial } = rangeOf(input, Math.min(0, given), Math.max(1, given));
  const param: NumberParam = {
    type: 'number',
    name: sameInAll(input.label),
    default: initial,
    min,
    max,
    animatable: true,
  };
  return { param, variable: { code, type: 'float', constant: false }, declarations: [] };
}

function readFlag(input: IsfInput, code: string): ReadInput {
  const isOn = input.type === 'bool' && (input.initial?.[0] ?? 0) !== 0;
  return {
    param: { type: 'flag', name: sameInAll(input.label), default: isOn, animatable: false },
    variable: { code, type: 'bool', constant: true },
    declarations: [
      `#if defined(${code.toUpperCase()})`,
      `const bool ${code} = true;`,
      '#else',
      `const bool ${code} = false;`,
      '#endif',
    ],
  };
}

function readLong(input: IsfInput, code: string): ReadInput {
  const values = longValues(input);
  const initial = Math.trunc(input.initial?.[0] ?? values[0] ?? 0);
  if (values.length === 0 || values.length > MOST_CHOICES) {
    const { min, max } = rangeOf(input, Math.min(0, initial), Math.max(10, initial * 2));
    return {
      param: {
        type: 'number',
        name: sameInAll(input.label),
        default: Math.min(max, Math.max(min, initial)),
        min,
        max,
        step: 1,
        animatable: false,
      },
      variable: { code: `int(${code} + 0.5)`, type: 'int', constant: false },
      declarations: [],
    };
  }
  const chosen = values.includes(initial) ? initial : (values[0] ?? 0);
  const lines = values.map((value, place) => {
    const word = place === 0 ? '#if' : '#elif';
    return `${word} defined(${`${code}_${optionWord(value)}`.toUpperCase()})\nconst int ${code} = ${value};`;
  });
  return {
    param: {
      type: 'choice',
      name: sameInAll(input.label),
      default: optionWord(chosen),
      options: values.map((value, place) => ({
        value: optionWord(value),
        name: sameInAll((input.labels[place] ?? '') || String(value)),
      })),
      animatable: false,
    },
    variable: { code, type: 'int', constant: true },
    declarations: [...lines, '#else', `const int ${code} = ${chosen};`, '#endif'],
  };
}

/** What may be chosen, each once. */
function longValues(input: IsfInput): number[] {
  const given = [...new Set(input.values.map(Math.trunc))];
  if (given.length > 0) return given;
  const [min, max] = [input.min?.[0], input.max?.[0]];
  if (min !== undefined && max !== undefined && max >= min && max - min < MOST_CHOICES) {
    return Array.from(
      { length: Math.trunc(max) - Math.trunc(min) + 1 },
      (_, place) => Math.trunc(min) + place,
    );
  }
  return input.labels.map((_, place) => place);
}

/** A number as a part of a macro's name. */
function optionWord(value: number): string {
  return value < 0 ? `m${-value}` : String(value);
}

/** The number that stands behind an option, for the sizes of passes. */
export function optionNumber(option: string): number {
  return option.startsWith('m') ? -Number(option.slice(1)) : Number(option);
}

function readColor(input: IsfInput, code: string): ReadInput {
  const parts = input.initial ?? [1, 1, 1, 1];
  const alpha = Math.min(1, Math.max(0, parts[3] ?? 1));
  return {
    param: { type: 'color', name: sameInAll(input.label), default: hexOf(parts), animatable: true },
    variable: { code: `vec4(${code}, ${alpha.toFixed(4)})`, type: 'vec4', constant: false },
    declarations: [],
  };
}

function readPoint(input: IsfInput, code: string, header: IsfHeader): ReadInput {
  const [minX = 0, minY = minX] = input.min ?? [];
  const [maxX = 1, maxY = maxX] = input.max ?? [];
  const given = input.initial;
  const isPixels = isInPixels(input, header);
  const part = (place: 0 | 1, min: number, max: number): number => {
    const value = given?.[place];
    if (value === undefined) return 0.5;
    // Pixels of a picture whose size the author knew and we do not.
    if (isPixels) return value <= 0 ? 0 : value <= 1 ? value : 0.5;
    return max === min ? 0.5 : Math.min(1, Math.max(0, (value - min) / (max - min)));
  };
  const range = `vec2(${[maxX - minX, maxY - minY].map(glslNumber).join(', ')})`;
  const low = `vec2(${[minX, minY].map(glslNumber).join(', ')})`;
  const isUnit = minX === 0 && minY === 0 && maxX === 1 && maxY === 1;
  const full = isPixels ? `(${code} * resolution)` : isUnit ? code : `(${code} * ${range} + ${low})`;
  return {
    param: {
      type: 'point',
      name: sameInAll(input.label),
      default: [part(0, minX, maxX), 1 - part(1, minY, maxY)],
      animatable: true,
    },
    variable: { code: full, type: 'vec2', constant: false },
    declarations: [],
  };
}

/**
 * Points were pixels of the picture in version 1 and may be anything in version 2. Those with a range are in it; the
 * others are pixels when their default is beyond 1, when the program divides them by the size of the picture, or when
 * nothing speaks against it in a file of version 1.
 */
function isInPixels(input: IsfInput, { version, body }: IsfHeader): boolean {
  if (input.min !== null && input.max !== null) return false;
  if (input.initial?.some((value) => Math.abs(value) > 1) === true) return true;
  const divided = new RegExp(`\\b${input.name}(?:\\.\\w+)?\\s*/\\s*(?:RENDERSIZE|IMG_SIZE|_\\w+_imgSize)`);
  if (divided.test(body)) return true;
  return version === 1 && (input.initial === null || input.initial.every((value) => value === 0));
}

/** A number as GLSL writes floats. */
export function glslNumber(value: number): string {
  const text = String(Math.abs(value) < 1e-6 ? 0 : value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}
