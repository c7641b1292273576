/** The description at the beginning of an ISF file, versions 1 and 2, as plain data. */
import { oneLine } from './foreign-text';
import { parseLooseJson, type LooseObject, type LooseValue } from './loose-json';
import { refuse } from './refusal';

export const ISF_INPUT_TYPES = [
  'event',
  'bool',
  'long',
  'float',
  'point2D',
  'color',
  'image',
  'audio',
  'audioFFT',
] as const;

export type IsfInputType = (typeof ISF_INPUT_TYPES)[number];

/** Words of GLSL that people write for types of ISF. */
const GLSL_WORDS: Readonly<Record<string, string>> = {
  int: 'long',
  vec2: 'point2d',
  vec3: 'color',
  vec4: 'color',
  sampler2d: 'image',
};

/** One input. Numbers are lists of one; what is not said is null. */
export interface IsfInput {
  readonly name: string;
  readonly type: IsfInputType;
  readonly label: string;
  readonly initial: readonly number[] | null;
  readonly min: readonly number[] | null;
  readonly max: readonly number[] | null;
  /** Of a `long`: what may be chosen. */
  readonly values: readonly number[];
  readonly labels: readonly string[];
}

/** One pass. */
export interface IsfPass {
  /** The buffer that it draws to; null draws the result. */
  readonly target: string | null;
  readonly persistent: boolean;
  readonly float: boolean;
  /** Expressions in `$WIDTH`, `$HEIGHT` and inputs; null is the size of the result. */
  readonly width: string | null;
  readonly height: string | null;
}

/** All that we take from the description. */
export interface IsfHeader {
  readonly version: 1 | 2;
  readonly description: string;
  readonly categories: readonly string[];
  readonly inputs: readonly IsfInput[];
  readonly passes: readonly IsfPass[];
  /** Names of pictures that lie beside the file. */
  readonly imported: readonly string[];
  /** The text without the description, with as many lines. */
  readonly body: string;
}

/** More passes than the largest public shaders have, fewer than a frame has time for. */
const MOST_PASSES = 32;
const MOST_INPUTS = 128;
const NAME = /^[A-Za-z_]\w{0,79}$/;

/**
 * @param text as `plainText` gives it
 * @throws StudioError `effect-unreadable` with the line
 */
export function parseIsfHeader(text: string): IsfHeader {
  // The first comment should be it; some put a licence before.
  const found = [...text.matchAll(/\/\*([\s\S]*?)\*\//g)].find(([, inner]) => /^\s*\{/.test(inner ?? ''));
  if (found?.[1] === undefined) return refuse('header-missing', 1);
  const before = text.slice(0, found.index);
  const line = 1 + (before.match(/\n/g)?.length ?? 0);
  const start = found[1].indexOf('{');
  const skipped = found[1].slice(0, start).match(/\n/g)?.length ?? 0;
  const json = parseLooseJson(found[1].slice(start), line + skipped);
  if (!isObject(json)) return refuse('header-broken', line);
  const body = before + found[0].replace(/[^\n]/g, '') + text.slice(found.index + found[0].length);
  const inputs = listOf(json['INPUTS']).map((input) => readInput(input, line));
  if (inputs.length > MOST_INPUTS) refuse('too-many-inputs', line);
  const passes = readPasses(json, line);
  return {
    version: json['PERSISTENT_BUFFERS'] !== undefined || /\bvv_/.test(body) ? 1 : 2,
    description: typeof json['DESCRIPTION'] === 'string' ? json['DESCRIPTION'] : '',
    categories: listOf(json['CATEGORIES']).filter((category) => typeof category === 'string'),
    inputs: inputs.filter((input, index) => inputs.findIndex(({ name }) => name === input.name) === index),
    passes,
    imported: readImported(json['IMPORTED']),
    body,
  };
}

function isObject(value: LooseValue | undefined): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: LooseValue | undefined): readonly LooseValue[] {
  return Array.isArray(value) ? (value as readonly LooseValue[]) : [];
}

function readInput(value: LooseValue, line: number): IsfInput {
  if (!isObject(value)) return refuse('header-input', line);
  const { NAME: name, TYPE: typeWord, LABEL: label } = value;
  const word = textOf(typeWord).toLowerCase();
  const meant = Object.hasOwn(GLSL_WORDS, word) ? GLSL_WORDS[word] : word;
  const type = ISF_INPUT_TYPES.find((known) => known.toLowerCase() === meant);
  if (typeof name !== 'string' || !NAME.test(name) || type === undefined) {
    return refuse('header-input', line, JSON.stringify(name ?? typeWord ?? null));
  }
  const listed = listOf(value['VALUES']);
  // Some hosts let names stand where numbers should; those are counted.
  const areNames = listed.some((entry) => numberOf(entry) === null);
  return {
    name,
    type,
    label: oneLine(textOf(label), 60) || name,
    initial: areNames ? [Math.max(0, listed.indexOf(value['DEFAULT'] ?? null))] : numbersOf(value['DEFAULT']),
    min: numbersOf(value['MIN']),
    max: numbersOf(value['MAX']),
    values: listed.map((entry, place) => (areNames ? place : (numberOf(entry) ?? 0))),
    labels: (areNames ? listed : listOf(value['LABELS'])).map((entry) => oneLine(textOf(entry), 60)),
  };
}

/** A text, or a number as one; nothing for what is neither. */
function textOf(value: LooseValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A number, a truth value or a text that holds a number. */
function numberOf(value: LooseValue | undefined): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function numbersOf(value: LooseValue | undefined): readonly number[] | null {
  const list = Array.isArray(value) ? (value as readonly LooseValue[]) : [value];
  const numbers = list.map(numberOf);
  return numbers.length > 0 && numbers.every((number) => number !== null) ? numbers : null;
}

function readPasses(json: LooseObject, line: number): IsfPass[] {
  const old = json['PERSISTENT_BUFFERS'];
  // Version 1 says beside the passes which buffers last, as a list or with their sizes.
  const lasting = new Map<string, LooseObject>(
    isObject(old)
      ? Object.entries(old).map(([name, value]) => [name, isObject(value) ? value : {}])
      : listOf(old).map((name) => [textOf(name), {}]),
  );
  const passes = listOf(json['PASSES']).map((value): IsfPass => {
    if (!isObject(value)) return refuse('header-pass', line);
    const target = typeof value['TARGET'] === 'string' && value['TARGET'] !== '' ? value['TARGET'] : null;
    if (target !== null && !NAME.test(target)) return refuse('header-pass', line, target);
    const buffer = target === null ? undefined : lasting.get(target);
    return {
      target,
      persistent: isSet(value['PERSISTENT']) || buffer !== undefined,
      float: isSet(value['FLOAT']) || isSet(buffer?.['FLOAT']),
      width: sizeOf(value['WIDTH'] ?? buffer?.['WIDTH'], line),
      height: sizeOf(value['HEIGHT'] ?? buffer?.['HEIGHT'], line),
    };
  });
  if (passes.length > MOST_PASSES) refuse('too-many-passes', line);
  const single = { target: null, persistent: false, float: false, width: null, height: null };
  return passes.length === 0 ? [single] : passes;
}

function isSet(value: LooseValue | undefined): boolean {
  return typeof value === 'string' ? /^(?:true|yes|1)$/i.test(value) : value === true || value === 1;
}

function sizeOf(value: LooseValue | undefined, line: number): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'number' && typeof value !== 'string') return refuse('header-pass', line);
  return String(value);
}

function readImported(value: LooseValue | undefined): string[] {
  if (isObject(value)) return Object.keys(value);
  return listOf(value).flatMap((entry) => {
    const name = isObject(entry) ? entry['NAME'] : entry;
    return typeof name === 'string' ? [name] : [];
  });
}
