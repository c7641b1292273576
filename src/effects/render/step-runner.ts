/** Draws the steps of a stack, from the stage's view to the canvas. */
import type { RawShaderMaterial, WebGLRenderTarget } from 'three';
import type { Size } from '../../core/geometry';
import { toSeconds } from '../../core/time';
import type { FrameInputs } from './compositor-types';
import { HistoryRing } from './history-ring';
import type { StageView } from './layer-stack';
import type { Painter, Target } from './painter';
import { IDENTITY_MAP } from './placement';
import { setUniform, type Programs } from './programs';
import { ShapeBatch } from './shape-batch';
import {
  copyProgram,
  keepProgram,
  lightProgram,
  meetProgram,
  passProgram,
  pointwiseProgram,
} from './step-programs';
import type { StackedEffect } from './shader-source';
import type { Step } from './stack-steps';
import { joinSeeds, setEffectUniforms, type FrameUniforms } from './uniform-values';

/** Owns what lives longer than a frame: rings of history and the geometry of shapes. */
export class StepRunner {
  readonly #rings = new Map<string, HistoryRing>();
  readonly #shapes = new ShapeBatch();

  constructor(
    private readonly painter: Painter,
    private readonly programs: Programs,
    private readonly uniforms: FrameUniforms,
  ) {}

  /** Draws all steps; the last one straight onto the canvas. Takes the view's target over. */
  run(steps: readonly Step[], start: StageView, inputs: FrameInputs, stage: Size): void {
    this.#forgetRings(steps);
    let view = start;
    steps.forEach((step, index) => {
      const isLast = index === steps.length - 1;
      const output: Target = isLast ? null : this.painter.borrow(stage);
      this.#read(view);
      this.#drawStep(step, output, inputs, stage, view);
      for (const effect of step.lights) this.#drawLight(effect, output, inputs, stage, 1);
      this.painter.giveBack(view.target);
      if (output !== null) view = { texture: output.texture, map: IDENTITY_MAP, target: output };
    });
  }

  dropHistory(): void {
    for (const ring of this.#rings.values()) ring.dispose();
    this.#rings.clear();
  }

  dispose(): void {
    this.dropHistory();
    this.#shapes.dispose();
  }

  #drawStep({ draw }: Step, output: Target, inputs: FrameInputs, stage: Size, input: StageView): void {
    const { plan } = inputs;
    switch (draw.kind) {
      case 'copy':
        this.#draw(this.programs.get('host/copy', copyProgram), output);
        break;
      case 'pointwise': {
        const material = pointwiseProgram(this.programs, draw.effects);
        draw.effects.forEach((effect, index) => {
          setEffectUniforms(material.uniforms, effect, index, plan.seed);
        });
        this.#draw(material, output);
        break;
      }
      case 'passes':
        this.#drawPasses(draw.effect, output, inputs, stage);
        break;
      case 'shapes': {
        const lit = this.painter.borrow(stage);
        this.#draw(this.programs.get('host/copy', copyProgram), lit);
        this.#drawLight(draw.effect, lit, inputs, stage, 0);
        this.#read(input);
        const material = meetProgram(this.programs, draw.effect);
        setEffectUniforms(material.uniforms, draw.effect, 0, plan.seed);
        setUniform(material, 'hostLit', lit.texture);
        this.#draw(material, output);
        this.painter.giveBack(lit);
        break;
      }
    }
  }

  #drawPasses(effect: StackedEffect, output: Target, inputs: FrameInputs, stage: Size): void {
    const { definition } = effect;
    const ring = this.#ring(effect, stage);
    ring?.begin(inputs.plan.frame);
    const done: { id: string; target: WebGLRenderTarget }[] = [];
    definition.passes.forEach((pass, index) => {
      const material = passProgram(this.programs, effect, index);
      setEffectUniforms(material.uniforms, effect, 0, inputs.plan.seed);
      for (const { id, target } of done) setUniform(material, `e0_sampler_${id}`, target.texture);
      if (ring !== null) {
        this.uniforms.hostHistory.value = ring.texture;
        ring.state(this.uniforms.hostHistoryState.value);
      }
      if (index === definition.passes.length - 1) {
        this.#draw(material, output);
        return;
      }
      const target = this.painter.borrow(scaled(stage, pass.scale ?? 1), pass.halfFloat ?? false);
      this.#draw(material, target);
      done.push({ id: pass.id, target });
    });
    for (const { target } of done) this.painter.giveBack(target);
    ring?.keep(this.programs.get('host/keep', keepProgram));
  }

  /** @param hostSide 1: strength and side are applied here; 0: they are applied by a later meeting */
  #drawLight(effect: StackedEffect, output: Target, inputs: FrameInputs, stage: Size, hostSide: 0 | 1): void {
    const { definition, instance } = effect;
    const shapes =
      definition.draw?.({
        time: toSeconds(inputs.plan.time),
        frame: inputs.plan.frame,
        seed: joinSeeds(inputs.plan.seed, instance.seed),
        size: stage,
        params: { ...defaultsOf(effect), ...instance.params },
        signals: inputs.signals,
      }) ?? [];
    if (shapes.length === 0) return;
    const material = lightProgram(this.programs, hostSide === 1 ? instance : null);
    setUniform(material, 'e0_strength', hostSide === 1 ? Math.min(1, instance.strength) : 1);
    this.painter.draw(material, output, this.#shapes.fill(shapes));
    this.programs.check(material);
  }

  #draw(material: RawShaderMaterial, output: Target): void {
    this.painter.draw(material, output);
    this.programs.check(material);
  }

  #read(view: StageView): void {
    this.uniforms.hostInput.value = view.texture;
    this.uniforms.hostInputMap.value.set(...view.map);
  }

  #ring({ definition, instance }: StackedEffect, stage: Size): HistoryRing | null {
    const reach = definition.history ?? 0;
    if (reach === 0) return null;
    const known = this.#rings.get(instance.id);
    if (known !== undefined) return known;
    const ring = new HistoryRing(this.painter, reach, stage);
    this.#rings.set(instance.id, ring);
    return ring;
  }

  /** Memory of effects that were taken out of the stack is freed at once. */
  #forgetRings(steps: readonly Step[]): void {
    const used = new Set(
      steps.flatMap(({ draw }) => (draw.kind === 'passes' ? [draw.effect.instance.id] : [])),
    );
    for (const [id, ring] of this.#rings) {
      if (used.has(id)) continue;
      ring.dispose();
      this.#rings.delete(id);
    }
  }
}

function scaled(size: Size, scale: number): Size {
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

function defaultsOf({ definition }: StackedEffect): Record<string, EffectDefault> {
  return Object.fromEntries(Object.entries(definition.params).map(([name, param]) => [name, param.default]));
}

type EffectDefault = StackedEffect['definition']['params'][string]['default'];
