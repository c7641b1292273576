/** What the first effect reads: the layers of a frame, or two of them on the way from one to the other. */
import type { Size } from '../../core/geometry';
import type { FramePlan, PlannedTransition } from '../../project/frame-plan';
import type { EffectDefinition } from '../effect';
import type { FrameInputs } from './compositor-types';
import type { LayerStack, PlacedLayer, StageView, View } from './layer-stack';
import type { Painter } from './painter';
import { IDENTITY_MAP } from './placement';
import type { Programs } from './programs';
import { fadeMatteProgram, transitionProgram } from './step-programs';
import type { AssetTextures } from './asset-textures';
import { setEffectUniforms, type FrameUniforms } from './uniform-values';

/** Mattes of two clips meet at this part of the stage. */
const MATTE_SCALE = 0.5;

export class Crossing {
  constructor(
    private readonly painter: Painter,
    private readonly programs: Programs,
    private readonly uniforms: FrameUniforms,
    private readonly layers: LayerStack,
    private readonly assets: AssetTextures,
  ) {}

  /** The stage before the first effect. A transition whose definition or one of whose pictures is missing is a cut. */
  view(
    placed: readonly PlacedLayer[],
    plan: FramePlan,
    find: (effectId: string) => EffectDefinition | undefined,
    stage: Size,
  ): StageView {
    const { transition } = plan;
    const sides = sidesOf(placed, transition);
    const definition = transition === null ? undefined : find(transition.effect.effectId);
    if (transition === null || sides === null || definition?.kind !== 'transition')
      return this.layers.view(sides === null ? placed : lateSide(sides, transition), stage);
    const effect = { definition, instance: transition.effect };
    const from = this.layers.view(sides.from, stage);
    const to = this.layers.view(sides.to, stage);
    this.#read(from, to);
    const material = transitionProgram(this.programs, effect);
    setEffectUniforms(material.uniforms, effect, 0, plan.seed, this.assets);
    const target = this.painter.borrow(stage);
    this.painter.draw(material, target);
    this.programs.check(material);
    for (const view of [from, to]) this.painter.giveBack(view.target);
    return { texture: target.texture, map: IDENTITY_MAP, target };
  }

  /** The body as the effects read it; null when no layer has a matte. */
  matte(inputs: FrameInputs, placed: readonly PlacedLayer[], stage: Size): StageView | null {
    const sides = sidesOf(placed, inputs.plan.transition);
    if (sides === null) return this.layers.matte(inputs, placed, stage);
    const from = this.layers.matte(inputs, sides.from, stage);
    const to = this.layers.matte(inputs, sides.to, stage);
    if (from === null || to === null) return from ?? to;
    this.#read(from, to);
    const target = this.painter.borrow({
      width: Math.max(1, Math.round(stage.width * MATTE_SCALE)),
      height: Math.max(1, Math.round(stage.height * MATTE_SCALE)),
    });
    this.painter.draw(this.programs.get('host/fade-matte', fadeMatteProgram), target);
    for (const view of [from, to]) this.painter.giveBack(view.target);
    return { texture: target.texture, map: IDENTITY_MAP, target };
  }

  #read(from: View, to: View): void {
    this.uniforms.hostFrom.value = from.texture;
    this.uniforms.hostFromMap.value.set(...from.map);
    this.uniforms.hostTo.value = to.texture;
    this.uniforms.hostToMap.value.set(...to.map);
  }
}

interface Sides {
  readonly from: readonly PlacedLayer[];
  readonly to: readonly PlacedLayer[];
}

/** The layers without the one that comes, and without the one that goes; null when one of the two is not there. */
function sidesOf(placed: readonly PlacedLayer[], transition: PlannedTransition | null): Sides | null {
  if (transition === null) return null;
  const { fromClipId, toClipId } = transition;
  const has = (clipId: string): boolean => placed.some((layer) => layer.clipId === clipId);
  if (!has(fromClipId) || !has(toClipId)) return null;
  return {
    from: placed.filter(({ clipId }) => clipId !== toClipId),
    to: placed.filter(({ clipId }) => clipId !== fromClipId),
  };
}

/** What a cut in the middle would show. */
function lateSide(sides: Sides, transition: PlannedTransition | null): readonly PlacedLayer[] {
  return (transition?.progress ?? 1) < 0.5 ? sides.from : sides.to;
}
