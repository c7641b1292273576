/** The programs that steps are drawn with, by key. */
import type { RawShaderMaterial } from 'three';
import type { EffectInstance } from '../effect';
import { FULLSCREEN_VERTEX, HOST_PRELUDE, TRANSITION_PRELUDE } from './host-glsl';
import type { Blending } from './blending';
import type { Programs, ProgramText } from './programs';
import { refineMatteProgram } from './refine-matte';
import {
  passSource,
  pointwiseSource,
  programKey,
  transitionSource,
  type StackedEffect,
} from './shader-source';
import { shapeFragment, SHAPE_VERTEX } from './shape-batch';
import type { Step } from './stack-steps';

/** The picture as it is. */
export function copyProgram(): ProgramText {
  const fragment = `${HOST_PRELUDE}\nvoid main() { hostColor = source(hostUv); }`;
  return { vertex: FULLSCREEN_VERTEX, fragment, effectIds: [] };
}

/** The picture with the body in alpha, as the history keeps it. */
export function keepProgram(): ProgramText {
  const kept = 'vec4(source(hostUv).rgb, hostHasMatte * matte(hostUv))';
  const fragment = `${HOST_PRELUDE}\nvoid main() { hostColor = ${kept}; }`;
  return { vertex: FULLSCREEN_VERTEX, fragment, effectIds: [] };
}

/** What a look made, mixed with what it began with. */
export function mixProgram(): ProgramText {
  const fragment = `${HOST_PRELUDE}
uniform sampler2D hostBegun;
uniform vec4 hostBegunMap;
uniform float hostAmount;
void main() {
  vec3 begun = texture(hostBegun, hostUv * hostBegunMap.xy + hostBegunMap.zw).rgb;
  hostColor = vec4(mix(begun, source(hostUv).rgb, hostAmount), 1.0);
}`;
  return { vertex: FULLSCREEN_VERTEX, fragment, effectIds: [] };
}

/** One picture giving way to another. */
export function transitionProgram(programs: Programs, effect: StackedEffect): RawShaderMaterial {
  const { definition, instance } = effect;
  // Blend modes and sides do not count between two clips.
  const plain: StackedEffect = {
    definition,
    instance: { ...instance, blend: 'normal', side: 'everything' },
  };
  return programs.get(programKey([plain], 'transition'), () => ({
    vertex: FULLSCREEN_VERTEX,
    fragment: transitionSource(plain),
    effectIds: [definition.id],
  }));
}

/** The matte of one picture giving way to that of another. */
export function fadeMatteProgram(): ProgramText {
  const fragment = `${HOST_PRELUDE}${TRANSITION_PRELUDE}
void main() { hostColor = vec4(mix(from(hostUv).r, to(hostUv).r, progress)); }`;
  return { vertex: FULLSCREEN_VERTEX, fragment, effectIds: [] };
}

/** A run of pointwise effects. */
export function pointwiseProgram(programs: Programs, effects: readonly StackedEffect[]): RawShaderMaterial {
  return programs.get(programKey(effects, 'run'), () => ({
    vertex: FULLSCREEN_VERTEX,
    fragment: pointwiseSource(effects),
    effectIds: effects.map(({ definition }) => definition.id),
  }));
}

/** One pass of an effect. */
export function passProgram(programs: Programs, effect: StackedEffect, index: number): RawShaderMaterial {
  const { passes, id } = effect.definition;
  return programs.get(programKey([effect], passes[index]?.id ?? String(index)), () => ({
    vertex: FULLSCREEN_VERTEX,
    fragment: passSource(effect, index),
    effectIds: [id],
  }));
}

/** Lights laid straight over a target; without an instance at full strength everywhere. */
export function lightProgram(programs: Programs, instance: EffectInstance | null): RawShaderMaterial {
  const side = instance?.side ?? 'everything';
  const blending: Blending =
    instance?.blend === 'add' ? 'add' : instance?.blend === 'lighten' ? 'lighten' : 'light';
  return programs.get(`host/light.${blending}.${side}`, () => ({
    vertex: SHAPE_VERTEX,
    fragment: shapeFragment(
      { everything: '1.0', body: 'matte(hostUv)', background: '1.0 - matte(hostUv)' }[side],
    ),
    effectIds: [],
    blending,
  }));
}

/** A picture with lights on it meets the picture without. */
export function meetProgram(programs: Programs, effect: StackedEffect): RawShaderMaterial {
  const { definition, instance } = effect;
  const fragment = `uniform sampler2D hostLit;\nvec4 effect(vec2 uv) { return texture(hostLit, uv); }`;
  const meeting: StackedEffect = {
    instance,
    definition: { ...definition, params: {}, history: 0, passes: [{ id: 'meet', fragment }] },
  };
  return programs.get(`host/meet.${instance.blend}.${instance.side}`, () => ({
    vertex: FULLSCREEN_VERTEX,
    fragment: passSource(meeting, 0),
    effectIds: [],
  }));
}

/** All programs that these steps draw with. */
export function programsOf(programs: Programs, steps: readonly Step[]): RawShaderMaterial[] {
  const materials = [
    programs.get('host/copy', copyProgram),
    programs.get('host/keep', keepProgram),
    programs.get('host/refine-matte', refineMatteProgram),
  ];
  for (const { draw, lights } of steps) {
    if (draw.kind === 'pointwise') materials.push(pointwiseProgram(programs, draw.effects));
    if (draw.kind === 'passes') {
      draw.effect.definition.passes.forEach((_pass, index) => {
        materials.push(passProgram(programs, draw.effect, index));
      });
    }
    if (draw.kind === 'mix') materials.push(programs.get('host/mix', mixProgram));
    if (draw.kind === 'shapes') {
      materials.push(lightProgram(programs, null), meetProgram(programs, draw.effect));
    }
    for (const { instance } of lights) materials.push(lightProgram(programs, instance));
  }
  return materials;
}
