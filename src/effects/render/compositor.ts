/** Frame plan to pixels: the one compositor of preview, live view, thumbnails and export, in the page and in workers. */
import type { RawShaderMaterial } from 'three';
import type { Size } from '../../core/geometry';
import type { EffectDefinition, EffectInstance } from '../effect';
import { driveParams } from '../drive-params';
import { findEffect } from '../find-effect';
import { NO_IMPORTS, type ImportedAssets } from '../imported-asset';
import type { Compositor, FrameInputs, Picture } from './compositor-types';
import { Crossing } from './crossing';
import { LayerStack } from './layer-stack';
import { Painter } from './painter';
import { refineMatte } from './refine-matte';
import { Programs } from './programs';
import { planSteps, type Step } from './stack-steps';
import { programsOf, transitionProgram } from './step-programs';
import { StepRunner } from './step-runner';
import { AssetTextures } from './asset-textures';
import { watchTextFonts } from './text-fonts';
import { StickerLayer } from './sticker-layer';
import { TextLayer } from './text-layer';
import { createFrameUniforms, setFrameUniforms } from './uniform-values';

export interface CompositorOptions {
  readonly canvas: OffscreenCanvas | HTMLCanvasElement;
  /** Pixels of the output. */
  readonly size: Size;
  /** Where definitions come from; the catalogue and the imports unless a test brings its own. */
  readonly find?: (effectId: string, imports: ImportedAssets) => EffectDefinition | undefined;
  /** false draws each effect by itself: slower, and the same picture. */
  readonly fuse?: boolean;
}

/**
 * A compositor on this canvas, which must have no 2D context.
 * @throws StudioError `webgl-missing`
 */
export function createCompositor(options: CompositorOptions): Compositor {
  return new WebGLCompositor(options);
}

const NO_PICTURES: ReadonlyMap<string, Picture> = new Map();

/** What is lost with the context, and made anew when it returns. */
interface Parts {
  readonly programs: Programs;
  readonly assets: AssetTextures;
  readonly layers: LayerStack;
  readonly crossing: Crossing;
  readonly runner: StepRunner;
  readonly stickers: StickerLayer;
  readonly texts: TextLayer;
}

class WebGLCompositor implements Compositor {
  readonly canvas: OffscreenCanvas | HTMLCanvasElement;
  readonly #painter: Painter;
  readonly #uniforms = createFrameUniforms();
  readonly #find: NonNullable<CompositorOptions['find']>;
  readonly #fuse: boolean;
  readonly #stopWatchingFonts: () => void;
  #size: Size;
  #parts: Parts;
  #lost = false;
  #disposed = false;

  constructor({ canvas, size, find = findEffect, fuse = true }: CompositorOptions) {
    this.canvas = canvas;
    this.#find = find;
    this.#fuse = fuse;
    this.#size = size;
    this.#painter = new Painter(canvas);
    this.#painter.renderer.setSize(size.width, size.height, false);
    this.#parts = this.#createParts();
    canvas.addEventListener('webglcontextlost', this.#onLost);
    canvas.addEventListener('webglcontextrestored', this.#onRestored);
    this.#stopWatchingFonts = watchTextFonts(() => this.#parts.texts.clear());
    this.#painter.clear(null);
  }

  get lost(): boolean {
    return this.#lost;
  }

  resize(size: Size): void {
    if (size.width === this.#size.width && size.height === this.#size.height) return;
    this.#size = size;
    this.#painter.renderer.setSize(size.width, size.height, false);
    this.#painter.dropTargets();
    this.#parts.runner.dropHistory();
    this.#painter.clear(null);
  }

  async warm(effects: readonly EffectInstance[], imports: ImportedAssets = NO_IMPORTS): Promise<void> {
    if (this.#lost || this.#disposed) return;
    const { programs } = this.#parts;
    // The whole stack as it will be drawn, and each effect by itself as it is when the others are off.
    const stacks = [effects, ...effects.map((effect) => [effect])];
    const materials = stacks.flatMap((stack) => this.#programsOf(programs, stack, imports));
    await programs.warm([...new Set(materials)], this.#painter.triangle);
    if (this.#lost || this.#disposed || programs !== this.#parts.programs) return;
    // A driver may leave the last of the work to the first drawing; one pixel is enough for that.
    const pixel = this.#painter.borrow({ width: 1, height: 1 });
    for (const material of new Set(materials)) {
      this.#painter.draw(material, pixel);
      programs.check(material);
    }
    this.#painter.giveBack(pixel);
  }

  prerollFrames(effects: readonly EffectInstance[], imports: ImportedAssets = NO_IMPORTS): number {
    // A chain of temporal effects reaches back through all of them: the last one keeps what the others made.
    return effects
      .filter(({ enabled, strength }) => enabled && strength > 0)
      .map(({ effectId }) => this.#find(effectId, imports))
      .reduce((sum, definition) => sum + (definition?.history ?? 0) + (definition?.memory ?? 0), 0);
  }

  render(inputs: FrameInputs): void {
    if (this.#lost || this.#disposed) return;
    const { programs, assets, layers, crossing, runner, stickers, texts } = this.#parts;
    const { plan, signals } = inputs;
    const stage = this.#size;
    const find = (effectId: string): EffectDefinition | undefined => this.#find(effectId, plan.imports);
    const effects = plan.effects.map((effect) => {
      const definition = find(effect.effectId);
      return definition === undefined
        ? effect
        : driveParams(effect, definition, signals, stage.width / stage.height);
    });
    assets.use(plan.imports, inputs.assetPictures ?? NO_PICTURES);
    setFrameUniforms(this.#uniforms, plan, signals, stage);
    const placed = layers.upload(inputs, stage);
    const view = crossing.view(placed, plan, find, stage);
    const wantsMatte = inputs.mattes.size > 0 && effects.length > 0;
    const rough = wantsMatte ? crossing.matte(inputs, placed, stage) : null;
    const drawing = { painter: this.#painter, programs, uniforms: this.#uniforms };
    const matte = rough === null ? null : refineMatte(drawing, view, rough, stage);
    this.#uniforms.hostMatte.value = matte?.texture ?? null;
    this.#uniforms.hostHasMatte.value = matte === null ? 0 : 1;
    if (matte !== null) this.#uniforms.hostMatteMap.value.set(...matte.map);
    const steps = planSteps(effects, find, { matte: matte !== null }, this.#fuse);
    const plain: Step = { draw: { kind: 'copy' }, lights: [], opensLook: false };
    runner.run(steps.length > 0 ? steps : [plain], view, inputs, stage);
    this.#painter.giveBack(matte?.target ?? null);
    stickers.draw(plan.stickers, stage, signals.pose);
    texts.draw(plan.texts, stage, signals.beat?.phase ?? null);
  }

  readPixels(): Uint8ClampedArray {
    return this.#painter.readCanvas(this.#size);
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#stopWatchingFonts();
    this.canvas.removeEventListener('webglcontextlost', this.#onLost);
    this.canvas.removeEventListener('webglcontextrestored', this.#onRestored);
    this.#disposeParts();
    this.#painter.dispose();
  }

  readonly #onLost = (event: Event): void => {
    // Without this the context would never come back.
    event.preventDefault();
    this.#lost = true;
  };

  readonly #onRestored = (): void => {
    // Nothing survived: programs, pictures, targets and history all start again.
    this.#disposeParts();
    this.#painter.dropTargets();
    this.#parts = this.#createParts();
    this.#lost = false;
  };

  #createParts(): Parts {
    const programs = new Programs(this.#painter.renderer, this.#uniforms);
    const assets = new AssetTextures(this.#painter.renderer);
    const layers = new LayerStack(this.#painter, programs);
    return {
      programs,
      assets,
      layers,
      crossing: new Crossing(this.#painter, programs, this.#uniforms, layers, assets),
      runner: new StepRunner(this.#painter, programs, this.#uniforms, assets),
      stickers: new StickerLayer(this.#painter, programs, assets),
      texts: new TextLayer(this.#painter, programs),
    };
  }

  #disposeParts(): void {
    const { programs, assets, layers, runner, stickers, texts } = this.#parts;
    stickers.dispose();
    texts.dispose();
    runner.dispose();
    layers.dispose();
    assets.dispose();
    programs.dispose();
  }

  #programsOf(
    programs: Programs,
    stack: readonly EffectInstance[],
    imports: ImportedAssets,
  ): RawShaderMaterial[] {
    const find = (effectId: string): EffectDefinition | undefined => this.#find(effectId, imports);
    // Sides are warmed as if there were a matte, and whatever is off as if it were on.
    const ready = stack.map((effect) => ({ ...effect, enabled: true, strength: effect.strength || 1 }));
    const transitions = ready.flatMap((instance) => {
      const definition = find(instance.effectId);
      return definition?.kind === 'transition' ? [transitionProgram(programs, { definition, instance })] : [];
    });
    return [...programsOf(programs, planSteps(ready, find, { matte: true }, this.#fuse)), ...transitions];
  }
}
