/**
 * Writes the program of one unit of the stack. Each effect keeps its everyday names (`intensity`, `color`, `hash2`…):
 * the preprocessor gives them a prefix of their own while the effect's text lasts, so that several fit in one program,
 * and `#line` makes the driver count lines inside the effect.
 */
import type { EffectDefinition, EffectInstance, EffectPass, ParamValue } from '../effect';
import {
  BLEND_GLSL,
  BODY_PRELUDE,
  COACH_PRELUDE,
  HISTORY_PRELUDE,
  HOST_PRELUDE,
  LUT_PRELUDE,
  TRANSITION_PRELUDE,
  WAVE_PRELUDE,
} from './host-glsl';

/** An instance with its definition. */
export interface StackedEffect {
  readonly definition: EffectDefinition;
  readonly instance: EffectInstance;
}

/** A value as the effect should see it: the instance's, or the default. */
export function paramValue({ definition, instance }: StackedEffect, name: string): ParamValue {
  const value = instance.params[name];
  const param = definition.params[name];
  if (param === undefined) throw new RangeError(`${definition.id} has no parameter ${name}.`);
  return value !== undefined && typeof value === typeof param.default ? value : param.default;
}

/** Names that an effect's choices and flags define, such as `STYLE_NEON`; another set is another program. */
export function definesOf(effect: StackedEffect): string[] {
  const names: string[] = [];
  for (const [name, param] of Object.entries(effect.definition.params)) {
    const value = paramValue(effect, name);
    if (param.type === 'flag' && value === true) names.push(macroName(name));
    if (param.type === 'choice') names.push(macroName(`${name}_${String(value)}`));
  }
  return names;
}

/** What tells one program from another: effect, variant, blend mode and side. */
export function programKey(effects: readonly StackedEffect[], passId: string): string {
  const parts = effects.map((effect) =>
    [effect.definition.id, ...definesOf(effect), effect.instance.blend, effect.instance.side].join('.'),
  );
  return `${parts.join('+')}/${passId}`;
}

/** A run of `coord` and `color` effects as one program: coordinates are followed backwards, colours forwards. */
export function pointwiseSource(effects: readonly StackedEffect[]): string {
  const parts = [preludeOf(effects)];
  effects.forEach((effect, index) => {
    const pass = effect.definition.passes[0];
    if (pass !== undefined) parts.push(effectText(effect, index, pass, []));
  });
  parts.push(...effects.map(meetText));
  const first = effects[0];
  parts.push('void main() {');
  if (effects.length === 1 && first?.definition.kind === 'coord') {
    parts.push('  vec3 rgb = hostMeet0(hostUv, source(clamp(e0_coord(hostUv), 0.0, 1.0)).rgb);');
  } else {
    parts.push(`  vec2 uv${effects.length} = hostUv;`);
    for (let index = effects.length - 1; index >= 0; index -= 1) {
      const isCoord = effects[index]?.definition.kind === 'coord';
      const place = isCoord ? `clamp(e${index}_coord(uv${index + 1}), 0.0, 1.0)` : `uv${index + 1}`;
      parts.push(`  vec2 uv${index} = ${place};`);
    }
    parts.push('  vec3 rgb = source(uv0).rgb;');
    effects.forEach((effect, index) => {
      if (effect.definition.kind !== 'color') return;
      const after = `e${index}_color(vec4(rgb, 1.0), uv${index + 1}).rgb`;
      parts.push(`  rgb = hostMeetColor${index}(uv${index + 1}, rgb, clamp(${after}, 0.0, 1.0));`);
    });
  }
  parts.push('  hostColor = vec4(rgb, 1.0);', '}');
  return parts.join('\n');
}

/** One pass of one effect; the last pass also meets the input (strength, blend, side). */
export function passSource(effect: StackedEffect, passIndex: number): string {
  const { passes } = effect.definition;
  const pass = passes[passIndex];
  if (pass === undefined) throw new RangeError(`${effect.definition.id} has no pass ${passIndex}.`);
  const isLast = passIndex === passes.length - 1;
  return [
    preludeOf([effect]),
    effectText(effect, 0, pass, readablePasses(effect.definition, passIndex)),
    isLast ? meetText(effect, 0) : '',
    'void main() {',
    '  vec4 rgba = e0_effect(hostUv);',
    isLast ? '  hostColor = vec4(hostMeet0(hostUv, clamp(rgba.rgb, 0.0, 1.0)), 1.0);' : '  hostColor = rgba;',
    '}',
  ].join('\n');
}

/** From one picture to another: the whole program of a transition. */
export function transitionSource(effect: StackedEffect): string {
  const pass = effect.definition.passes[0];
  if (pass === undefined) throw new RangeError(`${effect.definition.id} has no pass.`);
  return [
    preludeOf([effect]),
    effectText(effect, 0, pass, []),
    'void main() { hostColor = vec4(clamp(e0_transition(hostUv).rgb, 0.0, 1.0), 1.0); }',
  ].join('\n');
}

/** The passes that pass `index` may read: those before it, and all that keep their picture. */
export function readablePasses(definition: EffectDefinition, index: number): readonly EffectPass[] {
  return definition.passes.filter((pass, place) => place < index || pass.persistent === true);
}

/** What the effects of one program may call. */
function preludeOf(effects: readonly StackedEffect[]): string {
  const definitions = effects.map(({ definition }) => definition);
  const needs = (need: EffectDefinition['needs'][number]): boolean =>
    definitions.some((definition) => definition.needs.includes(need));
  const hasTable = definitions.some(({ params }) => Object.values(params).some(({ type }) => type === 'lut'));
  return [
    HOST_PRELUDE,
    definitions.some(({ history = 0 }) => history > 0) ? HISTORY_PRELUDE : '',
    needs('pose') ? BODY_PRELUDE : '',
    needs('coach') ? COACH_PRELUDE : '',
    needs('audio') ? WAVE_PRELUDE : '',
    hasTable ? LUT_PRELUDE : '',
    definitions.some(({ kind }) => kind === 'transition') ? TRANSITION_PRELUDE : '',
  ].join('');
}

/** The effect's text between its names' definitions and their end. */
function effectText(
  effect: StackedEffect,
  index: number,
  pass: EffectPass,
  readable: readonly EffectPass[],
): string {
  const prefix = `e${index}_`;
  const uniforms = [`uniform float ${prefix}seed;`, `uniform float ${prefix}strength;`];
  const renamed = new Set(['seed']);
  for (const [name, param] of Object.entries(effect.definition.params)) {
    const type = {
      number: 'float',
      color: 'vec3',
      point: 'vec2',
      choice: '',
      flag: '',
      lut: '',
      picture: '',
    }[param.type];
    if (param.type === 'lut') {
      uniforms.push(...tableText(`${prefix}${name}`));
      renamed.add(name);
    }
    if (param.type === 'picture') {
      uniforms.push(...pictureText(`${prefix}${name}`));
      renamed.add(name);
    }
    if (type === '') continue;
    uniforms.push(`uniform ${type} ${prefix}${name};`);
    renamed.add(name);
  }
  for (const { id } of readable) {
    uniforms.push(`uniform sampler2D ${prefix}sampler_${id};`);
    uniforms.push(`vec4 ${prefix}pass_${id}(vec2 uv) { return texture(${prefix}sampler_${id}, uv); }`);
    renamed.add(`pass_${id}`);
    renamed.add(`sampler_${id}`);
  }
  for (const name of globalNames(pass.fragment)) renamed.add(name);
  const defines = definesOf(effect);
  const macros = [...pass.fragment.matchAll(/^\s*#define\s+(\w+)/gm)].map((match) => match[1] ?? '');
  return [
    ...uniforms,
    ...[...renamed].map((name) => `#define ${name} ${prefix}${name}`),
    ...defines.map((name) => `#define ${name}`),
    `#line 1 ${index + 1}`,
    pass.fragment,
    '#line 1 0',
    ...[...renamed, ...defines, ...macros].map((name) => `#undef ${name}`),
  ].join('\n');
}

/** A table's uniforms and the function that looks it up. */
function tableText(name: string): string[] {
  return [
    `uniform sampler3D ${name}_table;`,
    `uniform float ${name}_size;`,
    `uniform vec3 ${name}_low;`,
    `uniform vec3 ${name}_high;`,
    `vec3 ${name}(vec3 rgb) { return hostLookUp(${name}_table, ${name}_size, ${name}_low, ${name}_high, rgb); }`,
  ];
}

/** A picture's uniforms and the function that fills the stage with it. */
function pictureText(name: string): string[] {
  return [
    `uniform sampler2D ${name}_picture;`,
    `uniform vec2 ${name}_size;`,
    `vec4 ${name}(vec2 uv) {`,
    `  if (${name}_size.x < 0.5) return vec4(0.0);`,
    `  float shape = (${name}_size.x * resolution.y) / (${name}_size.y * resolution.x);`,
    `  vec2 place = (uv - 0.5) * vec2(min(1.0, 1.0 / shape), min(1.0, shape)) + 0.5;`,
    `  return vec4(texture(${name}_picture, vec2(place.x, 1.0 - place.y)).rgb, 1.0);`,
    `}`,
  ];
}

/** Names of the functions and constants that a text declares outside any function. */
function globalNames(fragment: string): string[] {
  const declaration =
    /^[ \t]*(?:const\s+)?(?:void|bool|int|uint|float|[iu]?vec[234]|mat[234])\s+(\w+)\s*(?:\(|=|\[)/gm;
  const outside = withoutBodies(fragment);
  return [...outside.matchAll(declaration)].map((match) => match[1] ?? '');
}

/** The text with everything between braces taken out, so that only declarations at the top are left. */
function withoutBodies(text: string): string {
  let depth = 0;
  let outside = '';
  for (const character of text) {
    if (character === '{') depth += 1;
    if (depth === 0) outside += character;
    if (character === '}') depth -= 1;
  }
  return outside;
}

/** How the result of effect `index` meets its input. */
function meetText(effect: StackedEffect, index: number): string {
  const { blend, side } = effect.instance;
  const amount = {
    everything: `e${index}_strength`,
    body: `e${index}_strength * matte(uv)`,
    background: `e${index}_strength * (1.0 - matte(uv))`,
  }[side];
  const isPlain = blend === 'normal' && side === 'everything';
  return [
    `vec3 hostMeetColor${index}(vec2 uv, vec3 below, vec3 above) {`,
    `  return mix(below, ${BLEND_GLSL[blend]}, ${amount});`,
    '}',
    `vec3 hostMeet${index}(vec2 uv, vec3 above) {`,
    // At full strength the input need not be read again.
    isPlain ? `  if (e${index}_strength >= 1.0) return above;` : '',
    `  return hostMeetColor${index}(uv, source(uv).rgb, above);`,
    '}',
  ].join('\n');
}

function macroName(name: string): string {
  return name.replace(/[^a-zA-Z0-9]/g, '_').toUpperCase();
}
