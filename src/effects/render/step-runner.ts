/** Draws the steps of a stack, from the stage's view to the canvas. */
import type { RawShaderMaterial, WebGLRenderTarget } from 'three';
import type { Size } from '../../core/geometry';
import { toSeconds } from '../../core/time';
import type { FrameInputs } from './compositor-types';
import { HistoryRing } from './history-ring';
import type { StageView } from './layer-stack';
import type { Painter, Target } from './painter';
import { PersistentTargets } from './persistent-targets';
import { IDENTITY_MAP } from './placement';
import { setUniform, type Programs } from './programs';
import { ShapeBatch } from './shape-batch';
import {
  copyProgram,
  keepProgram,
  lightProgram,
  meetProgram,
  mixProgram,
  passProgram,
  pointwiseProgram,
} from './step-programs';
import { paramValue, readablePasses, type StackedEffect } from './shader-source';
import type { Step } from './stack-steps';
import type { AssetTextures } from './asset-textures';
import { joinSeeds, setEffectUniforms, type FrameUniforms } from './uniform-values';

/** Owns what lives longer than a frame: rings of history and the geometry of shapes. */
export class StepRunner {
  readonly #rings = new Map<string, HistoryRing>();
  readonly #persistent = new Map<string, PersistentTargets>();
  readonly #shapes = new ShapeBatch();

  constructor(
    private readonly painter: Painter,
    private readonly programs: Programs,
    private readonly uniforms: FrameUniforms,
    private readonly assets: AssetTextures,
  ) {}

  /** Draws all steps; the last one straight onto the canvas. Takes the view's target over. */
  run(steps: readonly Step[], start: StageView, inputs: FrameInputs, stage: Size): void {
    this.#forget(steps);
    let view = start;
    /** What the open look began with. */
    let begun: StageView | null = null;
    for (const [index, step] of steps.entries()) {
      const isLast = index === steps.length - 1;
      const output: Target = isLast ? null : this.painter.borrow(stage);
      if (step.opensLook) begun = view;
      this.#read(view);
      if (step.draw.kind === 'mix') {
        this.#drawMix(step.draw.strength, begun ?? view, output);
        this.painter.giveBack(begun?.target ?? null);
        begun = null;
      } else {
        this.#drawStep(step.draw, output, inputs, stage, view);
      }
      for (const effect of step.lights) this.#drawLight(effect, output, inputs, stage, 1);
      if (view !== begun) this.painter.giveBack(view.target);
      if (output !== null) view = { texture: output.texture, map: IDENTITY_MAP, target: output };
    }
  }

  dropHistory(): void {
    for (const owned of [...this.#rings.values(), ...this.#persistent.values()]) owned.dispose();
    this.#rings.clear();
    this.#persistent.clear();
  }

  dispose(): void {
    this.dropHistory();
    this.#shapes.dispose();
  }

  #drawStep(
    draw: Exclude<Step['draw'], { kind: 'mix' }>,
    output: Target,
    inputs: FrameInputs,
    stage: Size,
    input: StageView,
  ): void {
    const { plan } = inputs;
    switch (draw.kind) {
      case 'copy':
        this.#draw(this.programs.get('host/copy', copyProgram), output);
        break;
      case 'pointwise': {
        const material = pointwiseProgram(this.programs, draw.effects);
        draw.effects.forEach((effect, index) => {
          setEffectUniforms(material.uniforms, effect, index, plan.seed, this.assets);
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
        setEffectUniforms(material.uniforms, draw.effect, 0, plan.seed, this.assets);
        setUniform(material, 'hostLit', lit.texture);
        this.#draw(material, output);
        this.painter.giveBack(lit);
        break;
      }
    }
  }

  #drawMix(strength: number, begun: StageView, output: Target): void {
    const material = this.programs.get('host/mix', mixProgram);
    setUniform(material, 'hostBegun', begun.texture);
    setUniform(material, 'hostBegunMap', [...begun.map]);
    setUniform(material, 'hostAmount', strength);
    this.#draw(material, output);
  }

  #drawPasses(effect: StackedEffect, output: Target, inputs: FrameInputs, stage: Size): void {
    const { definition } = effect;
    const { frame, seed } = inputs.plan;
    const ring = this.#ring(effect, stage);
    ring?.begin(frame);
    const kept = this.#keptOf(effect);
    kept?.begin(frame);
    const done = new Map<string, WebGLRenderTarget>();
    definition.passes.forEach((pass, index) => {
      const isLast = index === definition.passes.length - 1;
      const size = isLast ? stage : passSizeOf(effect, index, stage);
      const target: Target = isLast
        ? output
        : pass.persistent === true && kept !== null
          ? kept.target(pass.id, size, pass.halfFloat ?? false)
          : this.painter.borrow(size, pass.halfFloat ?? false);
      const material = passProgram(this.programs, effect, index);
      setEffectUniforms(material.uniforms, effect, 0, seed, this.assets);
      for (const { id } of readablePasses(definition, index)) {
        const read = kept?.read(id) ?? done.get(id);
        setUniform(material, `e0_sampler_${id}`, read?.texture ?? null);
      }
      if (ring !== null) {
        this.uniforms.hostHistory.value = ring.texture;
        ring.state(this.uniforms.hostHistoryState.value);
      }
      this.uniforms.passSize.value.set(size.width, size.height);
      this.#draw(material, target);
      if (target === null || isLast) return;
      if (pass.persistent === true) kept?.drawn(pass.id);
      else done.set(pass.id, target);
    });
    this.uniforms.passSize.value.set(stage.width, stage.height);
    for (const target of done.values()) this.painter.giveBack(target);
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
    const ring = new HistoryRing(this.painter, reach, definition.historyStride ?? 1, stage);
    this.#rings.set(instance.id, ring);
    return ring;
  }

  #keptOf({ definition, instance }: StackedEffect): PersistentTargets | null {
    if (!definition.passes.some(({ persistent }) => persistent === true)) return null;
    const known = this.#persistent.get(instance.id) ?? new PersistentTargets(this.painter);
    this.#persistent.set(instance.id, known);
    return known;
  }

  /** Memory of effects that were taken out of the stack is freed at once. */
  #forget(steps: readonly Step[]): void {
    const used = new Set(
      steps.flatMap(({ draw }) => (draw.kind === 'passes' ? [draw.effect.instance.id] : [])),
    );
    for (const owned of [this.#rings, this.#persistent]) {
      for (const [id, memory] of owned) {
        if (used.has(id)) continue;
        memory.dispose();
        owned.delete(id);
      }
    }
  }
}

/** Most times that a pass of its own size may be as wide or high as the stage. */
const LARGEST_PASS = 4;

function passSizeOf(effect: StackedEffect, index: number, stage: Size): Size {
  const pass = effect.definition.passes[index];
  if (pass?.size === undefined) return scaled(stage, pass?.scale ?? 1);
  const values = Object.fromEntries(
    Object.keys(effect.definition.params).map((name) => [name, paramValue(effect, name)]),
  );
  const { width, height } = pass.size(stage, values);
  const held = (length: number, most: number): number =>
    Number.isFinite(length) ? Math.min(Math.max(1, Math.round(length)), most * LARGEST_PASS) : most;
  return { width: held(width, stage.width), height: held(height, stage.height) };
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
