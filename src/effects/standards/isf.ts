/** Makes an effect of ours from an ISF shader (https://isf.video, specification 1 and 2). */
import type { Size } from '../../core/geometry';
import type { EffectDefinition, EffectNeed, EffectParam, EffectPass, ParamValues } from '../effect';
import { cleanName, sameInAll } from './foreign-text';
import { NO_COST, sum } from './glsl-expressions';
import { readProgram, translateProgram, type ProgramOptions, type TranslatedProgram } from './glsl-program';
import type { Cost } from './glsl-scope';
import { plainText, type Token } from './glsl-tokens';
import { parseSizeExpression } from './isf-expression';
import { parseIsfHeader, type IsfHeader, type IsfPass } from './isf-header';
import { optionNumber, readIsfInputs, type IsfInputs } from './isf-inputs';
import { ISF_GLOBALS, IsfSurroundings, TURN_GUARD, type ForeignImage } from './isf-surroundings';
import { refuse } from './refusal';

/** A file and, where it has one, its vertex program. */
export interface IsfFile {
  readonly id: string;
  readonly name: string;
  readonly fragment: string;
  readonly vertex?: string | undefined;
}

/** Lines of the vertex program are counted from here in what the driver says. */
export const VERTEX_LINES = 100_000;

/** Pixels of a pass's longer side at most. */
const LONGEST_SIDE = 4096;

/** Frames that a picture stays in sight in buffers that last: feedback has faded by then, or never does. */
const BUFFER_MEMORY = 60;

/**
 * Shaders fill their lasting buffers in the frame of number 0, which for us is the first frame in which the buffers
 * were empty, wherever that is in the film. A pass of one pixel counts so far; beyond, frames have their own numbers.
 */
const AGE_PASS: EffectPass = {
  id: 'age',
  size: () => ({ width: 1, height: 1 }),
  halfFloat: true,
  persistent: true,
  fragment: 'vec4 effect(vec2 uv) { return vec4(min(pass_age(vec2(0.5)).r + 1.0, 3.0)); }',
};
const FRAME_INDEX_BY_AGE = `int isfFrameIndex() {
  float age = pass_age(vec2(0.5)).r;
  return age < 2.5 ? int(age - 0.5) : max(2, int(frame));
}`;
const FRAME_INDEX = 'int isfFrameIndex() { return int(frame); }';

/** Above this many turns in all, also short loops are guarded. */
export const MOST_FREE_TURNS = 50_000;
/** Words that all passes together may have: each is translated by itself, because it leaves out what is not its own. */
const MOST_TOKENS = 1_000_000;
/** Above this many calls at run time no guard helps. */
export const MOST_CALLS = 300_000;
/** Above this many calls written out in place the driver itself would not come to an end. */
export const MOST_SITES = 20_000;

/** What the well-known varyings hold when a shader asks for them and its vertex program did not come along. */
const NEIGHBOUR_VERTEX = `
varying vec2 left_coord; varying vec2 right_coord; varying vec2 above_coord; varying vec2 below_coord;
varying vec2 lefta_coord; varying vec2 righta_coord; varying vec2 leftb_coord; varying vec2 rightb_coord;
void main() {
  vec2 d = 1.0 / RENDERSIZE;
  left_coord = clamp(isf_FragNormCoord + vec2(-d.x, 0.0), 0.0, 1.0);
  right_coord = clamp(isf_FragNormCoord + vec2(d.x, 0.0), 0.0, 1.0);
  above_coord = clamp(isf_FragNormCoord + vec2(0.0, d.y), 0.0, 1.0);
  below_coord = clamp(isf_FragNormCoord + vec2(0.0, -d.y), 0.0, 1.0);
  lefta_coord = clamp(isf_FragNormCoord + vec2(-d.x, d.y), 0.0, 1.0);
  righta_coord = clamp(isf_FragNormCoord + vec2(d.x, d.y), 0.0, 1.0);
  leftb_coord = clamp(isf_FragNormCoord + vec2(-d.x, -d.y), 0.0, 1.0);
  rightb_coord = clamp(isf_FragNormCoord + vec2(d.x, -d.y), 0.0, 1.0);
}`;
const NEIGHBOUR_VARYINGS = /\b(?:left|right|above|below|lefta|righta|leftb|rightb)_coord\b/;

type Role = 'filter' | 'generator' | 'transition';

/** Both programs of a file, read once for all passes. */
interface Source {
  readonly header: IsfHeader;
  readonly fragment: readonly Token[];
  readonly vertex: readonly Token[] | null;
}

/** A pass that is really drawn: its place in the file and the name that we read it by. */
interface DrawnPass {
  readonly index: number;
  readonly pass: IsfPass;
  readonly id: string;
}

/**
 * @throws StudioError `effect-unreadable` with line and reason
 */
export function parseIsf(file: IsfFile): EffectDefinition {
  const header = parseIsfHeader(plainText(file.fragment));
  const source: Source = {
    header,
    fragment: readProgram(header.body),
    vertex: file.vertex === undefined ? null : readProgram(plainText(file.vertex)),
  };
  const role = roleOf(header);
  const inputs = readIsfInputs(header, role === 'transition');
  if (role === 'transition' && header.passes.length > 1) refuse('transition-passes', 1);
  const drawn = drawnPasses(header.passes);
  if (drawn.length * source.fragment.length > MOST_TOKENS) refuse('too-heavy', 1);
  const lasting = new Set<string>();
  const texts = drawn.map((own) => {
    const text = passText(source, inputs, role, drawn, own);
    for (const id of text.kept) lasting.add(id);
    return text;
  });
  for (const { id, pass } of drawn) if (pass.target !== null && pass.persistent) lasting.add(id);
  const hasAge = lasting.size > 0 && texts.some(({ countsFrames }) => countsFrames);
  const passes = drawn.map(({ id, pass }, place): EffectPass => {
    const isLast = place === drawn.length - 1 && pass.target === null;
    return {
      id,
      fragment: `${hasAge ? FRAME_INDEX_BY_AGE : FRAME_INDEX}\n${texts[place]?.fragment ?? ''}`,
      ...(isLast ? {} : { size: sizeOf(pass, inputs) }),
      ...(pass.float && !isLast ? { halfFloat: true } : {}),
      ...(lasting.has(id) ? { persistent: true } : {}),
    };
  });
  if (hasAge) passes.unshift(AGE_PASS);
  const last = drawn.at(-1);
  if (last !== undefined && last.pass.target !== null) {
    passes.push({
      id: 'result',
      fragment: `vec4 effect(vec2 uv) { return ${shown(`pass_${last.id}(uv)`, role)}; }`,
    });
  }
  const name = cleanName(file.name, 'ISF');
  const hears = header.inputs.some(({ type }) => type === 'audio' || type === 'audioFFT');
  const needs: EffectNeed[] = hears ? ['audio'] : [];
  return {
    id: file.id,
    name: sameInAll(name),
    description: sameInAll(header.description.replace(/\s+/g, ' ').trim().slice(0, 160) || name),
    category: role === 'transition' ? 'transition' : 'imported',
    kind: role === 'transition' ? 'transition' : 'sample',
    needs,
    seeded: false,
    params: inputs.params,
    presets: [],
    passes,
    ...(passes.some(({ persistent }) => persistent === true) ? { memory: BUFFER_MEMORY } : {}),
  };
}

function roleOf(header: IsfHeader): Role {
  const has = (name: string): boolean => header.inputs.some((input) => input.name === name);
  if (has('startImage') && has('endImage') && has('progress')) return 'transition';
  return header.inputs.some(({ type }) => type === 'image') ? 'filter' : 'generator';
}

/** Passes into buffers, and the last if it draws the result: what is drawn over unseen is left out. */
function drawnPasses(passes: readonly IsfPass[]): DrawnPass[] {
  return passes
    .map((pass, index) => ({ index, pass, id: pass.target === null ? 'result' : `b${index}` }))
    .filter(({ index, pass }) => pass.target !== null || index === passes.length - 1);
}

/** One pass as a fragment of ours, and the buffers whose earlier picture it reads. */
function passText(
  source: Source,
  inputs: IsfInputs,
  role: Role,
  drawn: readonly DrawnPass[],
  own: DrawnPass,
): { fragment: string; kept: readonly string[]; countsFrames: boolean } {
  const { header } = source;
  const renderSize = role === 'transition' ? 'resolution' : 'passSize';
  const buffers = buffersOf(drawn, own);
  const images = [...imagesOf(header, role), ...buffers.map(({ image }) => image)];
  const make = (guardsAll: boolean): ReturnType<typeof translateBoth> => {
    const spare: ForeignImage = {
      name: '',
      color: role === 'transition' ? 'from(uv)' : 'source(uv)',
      size: 'resolution',
    };
    const around = new IsfSurroundings(inputs.variables, images, own.index, renderSize, spare);
    return translateBoth(source, around, guardsAll);
  };
  let made = make(false);
  if (made.isUncounted || made.cost.turns > MOST_FREE_TURNS) made = make(true);
  if (made.cost.calls > MOST_CALLS || made.sites > MOST_SITES) refuse('too-heavy', 1);
  const missing = header.imported.find((name) => made.reads.has(name));
  if (missing !== undefined) refuse('needs-picture', lineOf(header.body, missing), missing);
  const kept = buffers
    .filter(({ image, isEarlier }) => isEarlier && made.reads.has(image.name))
    .map(({ id }) => id);
  // A buffer that is not read here may not be there at all.
  const hidden = new Set(
    buffers
      .filter(({ image, isEarlier }) => isEarlier && !made.reads.has(image.name))
      .map(({ image }) => image.name),
  );
  const isResult = own.pass.target === null;
  const entry = role === 'transition' ? 'transition' : 'effect';
  const fragment = [
    ...ISF_GLOBALS,
    TURN_GUARD,
    ...inputs.declarations,
    ...made.around.imageFunctions(hidden),
    ...[...made.around.varyings].map(([code, { type }]) => varyingDeclaration(code, type)),
    made.text,
    '#line 1',
    `vec4 ${entry}(vec2 uv) {`,
    ...(role === 'transition'
      ? ['  if (progress <= 0.0) return from(uv);', '  if (progress >= 1.0) return to(uv);']
      : []),
    '  isfUv = uv;',
    '  isfTexCoord[0] = vec4(uv, 0.0, 1.0);',
    ...made.beginning.map((line) => (line.startsWith('#') ? line : `  ${line}`)),
    '  u_main();',
    ...(/\bisfData\b/.test(made.text) ? ['  isfColor = isfData[0];'] : []),
    '  if (isfGone) isfColor = vec4(0.0);',
    `  return ${isResult ? shown('isfColor', role) : 'isfColor'};`,
    '}',
  ].join('\n');
  return { fragment, kept, countsFrames: made.around.countsFrames };
}

/** Both programs as one text. */
function translateBoth(
  { header, fragment: tokens, vertex }: Source,
  around: IsfSurroundings,
  guardsAll: boolean,
): {
  around: IsfSurroundings;
  text: string;
  beginning: readonly string[];
  reads: ReadonlySet<string>;
  cost: Cost;
  sites: number;
  isUncounted: boolean;
} {
  const options = (stage: 'fragment' | 'vertex'): ProgramOptions => ({
    stage,
    guardsAll,
    prefix: stage === 'vertex' ? 'v_' : 'u_',
  });
  const fragment = translateProgram(tokens, around, options('fragment'));
  if (!fragment.functions.has('main')) refuse('glsl-no-main', 1);
  const awaited = [...around.varyings].filter(([code]) => new RegExp(`\\b${code}\\b`).test(fragment.code));
  const areKnown = awaited.every(([, { name }]) => NEIGHBOUR_VARYINGS.test(name));
  if (vertex === null && !areKnown) refuse('needs-vertex', lineOf(header.body, awaited[0]?.[1].name ?? ''));
  const vertexTokens = vertex ?? (awaited.length > 0 ? readProgram(NEIGHBOUR_VERTEX) : null);
  const second: TranslatedProgram | null =
    vertexTokens === null ? null : translateProgram(vertexTokens, around, options('vertex'));
  const programs = second === null ? [fragment] : [second, fragment];
  return {
    around,
    text: programs
      .map((program) => `#line ${program === fragment ? 1 : VERTEX_LINES + 1}\n${program.code}`)
      .join('\n'),
    // What the vertex program hands on may be what the fragment's variables begin with.
    beginning: programs.flatMap((program) =>
      program === second && second.functions.has('main')
        ? [...program.beginning, 'v_main();']
        : program.beginning,
    ),
    reads: new Set(programs.flatMap((program) => [...program.readsOf('main')])),
    cost: programs.reduce((all, program) => sum(all, program.costOf('main')), NO_COST),
    sites: programs.reduce((all, program) => all + program.sitesOf('main'), 0),
    isUncounted: programs.some((program) => program.isUncounted),
  };
}

function varyingDeclaration(code: string, type: string): string {
  const [element = type, ...brackets] = type.split('[');
  return `${element} ${code}${brackets.map((part) => `[${part}`).join('')};`;
}

function lineOf(text: string, word: string): number {
  const place = text.search(new RegExp(`\\b${word.replace(/\W/g, '')}\\b`));
  return place < 0 ? 1 : 1 + (text.slice(0, place).match(/\n/g)?.length ?? 0);
}

/** The buffers as the pass `own` sees them: as the last pass before it left them, or as they were a frame ago. */
function buffersOf(
  drawn: readonly DrawnPass[],
  own: DrawnPass,
): { image: ForeignImage; id: string; isEarlier: boolean }[] {
  const names = [...new Set(drawn.flatMap(({ pass }) => (pass.target === null ? [] : [pass.target])))];
  return names.flatMap((name) => {
    const writers = drawn.filter(({ pass }) => pass.target === name);
    const before = writers.filter(({ index }) => index < own.index).at(-1);
    const seen = before ?? writers.at(-1);
    if (seen === undefined) return [];
    const isEarlier = before === undefined;
    const image = {
      name,
      color: `pass_${seen.id}(uv)`,
      size: `vec2(textureSize(sampler_${seen.id}, 0))`,
    };
    return [{ image, id: seen.id, isEarlier }];
  });
}

/** The pictures and sounds that the description names. */
function imagesOf(header: IsfHeader, role: Role): ForeignImage[] {
  const images = header.inputs.flatMap(({ name, type }): ForeignImage[] => {
    if (type === 'audio') {
      return [{ name, color: 'vec4(vec3(wave(uv.x) * 0.5 + 0.5), 1.0)', size: 'vec2(64.0, 1.0)' }];
    }
    if (type === 'audioFFT') return [{ name, color: FFT_COLOR, size: 'vec2(64.0, 1.0)' }];
    if (type !== 'image') return [];
    const picture = role === 'transition' ? (name === 'endImage' ? 'to(uv)' : 'from(uv)') : 'source(uv)';
    return [{ name, color: picture, size: 'resolution' }];
  });
  const missing = header.imported.map((name) => ({ name, color: 'vec4(0.0)', size: 'vec2(1.0)' }));
  return [...images, ...missing];
}

/** The eight bands, straight between their middles. */
const FFT_COLOR =
  'vec4(vec3(mix(audioBands[int(clamp(uv.x, 0.0, 1.0) * 7.0)], ' +
  'audioBands[min(int(clamp(uv.x, 0.0, 1.0) * 7.0) + 1, 7)], fract(clamp(uv.x, 0.0, 1.0) * 7.0))), 1.0)';

/** What is seen of a result with holes: filters have cut them, what draws by itself lies on the picture. */
function shown(color: string, role: Role): string {
  if (role === 'transition') return color;
  const alpha = `clamp(${color}.a, 0.0, 1.0)`;
  return role === 'filter'
    ? `vec4(${color}.rgb * ${alpha}, 1.0)`
    : `vec4(mix(source(uv).rgb, ${color}.rgb, ${alpha}), 1.0)`;
}

/** The size of a buffer in pixels, for the stage and the parameters. */
function sizeOf(pass: IsfPass, inputs: IsfInputs): (stage: Size, params: ParamValues) => Size {
  const [width, height] = [pass.width, pass.height].map((text) => {
    const read = text === null ? null : parseSizeExpression(text);
    if (text !== null && read === null) refuse('pass-size', 1, text);
    return read;
  });
  return (stage, params) => {
    const values: Record<string, number> = { WIDTH: stage.width, HEIGHT: stage.height };
    for (const [name, own] of inputs.sizes) values[name] = numberOf(inputs.params[own], params[own]);
    const side = (value: number | undefined, full: number): number => {
      const plain = value === undefined || !Number.isFinite(value) ? full : Math.floor(value);
      return Math.min(LONGEST_SIDE, Math.max(1, plain));
    };
    return { width: side(width?.(values), stage.width), height: side(height?.(values), stage.height) };
  };
}

/** A parameter as a number in the calculation of a size. */
function numberOf(param: EffectParam | undefined, given: ParamValues[string] | undefined): number {
  const value = given ?? param?.default;
  if (param?.type === 'choice' && typeof value === 'string') return optionNumber(value);
  return typeof value === 'number' ? value : Number(value === true);
}
