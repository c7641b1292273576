/** Makes an effect of ours from an ISF shader (https://isf.video, specification 1 and 2). */
import type { Size } from '../../core/geometry';
import type { EffectDefinition, EffectNeed, EffectParam, EffectPass, ParamValues } from '../effect';
import { cleanName, oneLine, sameInAll } from './foreign-text';
import { readProgram } from './glsl-program';
import { plainText } from './glsl-tokens';
import { MOST_CALLS, MOST_FREE_TURNS, MOST_SITES, MOST_TOKENS, type Cost } from './glsl-weight';
import { parseSizeExpression } from './isf-expression';
import { parseIsfHeader, type IsfPass } from './isf-header';
import { buffersOf, drawnPasses, imagesOf, roleOf, shown, type DrawnPass, type Role } from './isf-images';
import { optionNumber, readIsfInputs, type IsfInputs } from './isf-inputs';
import { lineOf, translateBoth, varyingDeclaration, type Source } from './isf-programs';
import { ISF_GLOBALS, IsfSurroundings, TURN_GUARD, type ForeignImage } from './isf-surroundings';
import { refuse } from './refusal';

/** A file and, where it has one, its vertex program. */
export interface IsfFile {
  readonly id: string;
  readonly name: string;
  readonly fragment: string;
  readonly vertex?: string | undefined;
}

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
    description: sameInAll(oneLine(header.description, 160) || name),
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
  const make = (
    guardsAll: boolean,
    costs: ReadonlyMap<string, Cost> = new Map(),
  ): ReturnType<typeof translateBoth> => {
    const spare: ForeignImage = {
      name: '',
      color: role === 'transition' ? 'from(uv)' : 'source(uv)',
      size: 'resolution',
    };
    const around = new IsfSurroundings(inputs.variables, images, own.index, renderSize, spare);
    return translateBoth(source, around, guardsAll, costs);
  };
  let made = make(false);
  if (made.isUncounted) made = make(false, made.costs);
  if (made.cost.turns > MOST_FREE_TURNS) made = make(true, made.costs);
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
    ...made.around.imageFunctions(made.text, hidden),
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
