/** Frame plan to pixels: the one compositor of preview, live view, thumbnails and export, in the page and in workers. */
import type { Size } from '../../core/geometry';
import type { EffectDefinition, EffectInstance } from '../effect';
import { effectById } from '../registry';
import type { Compositor, FrameInputs } from './compositor-types';
import { LayerStack } from './layer-stack';
import { Painter } from './painter';
import { Programs } from './programs';
import { planSteps } from './stack-steps';
import { programsOf } from './step-programs';
import { StepRunner } from './step-runner';
import { watchTextFonts } from './text-fonts';
import { TextLayer } from './text-layer';
import { createFrameUniforms, setFrameUniforms } from './uniform-values';

export interface CompositorOptions {
  readonly canvas: OffscreenCanvas | HTMLCanvasElement;
  /** Pixels of the output. */
  readonly size: Size;
  /** Where definitions come from; the registry unless a test brings its own. */
  readonly find?: (effectId: string) => EffectDefinition | undefined;
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

/** What is lost with the context, and made anew when it returns. */
interface Parts {
  readonly programs: Programs;
  readonly layers: LayerStack;
  readonly runner: StepRunner;
  readonly texts: TextLayer;
}

class WebGLCompositor implements Compositor {
  readonly canvas: OffscreenCanvas | HTMLCanvasElement;
  readonly #painter: Painter;
  readonly #uniforms = createFrameUniforms();
  readonly #find: (effectId: string) => EffectDefinition | undefined;
  readonly #fuse: boolean;
  readonly #stopWatchingFonts: () => void;
  #size: Size;
  #parts: Parts;
  #lost = false;
  #disposed = false;

  constructor({ canvas, size, find = effectById, fuse = true }: CompositorOptions) {
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

  async warm(effects: readonly EffectInstance[]): Promise<void> {
    if (this.#lost || this.#disposed) return;
    const { programs } = this.#parts;
    // The whole stack as it will be drawn, and each effect by itself as it is when the others are off.
    const stacks = [effects, ...effects.map((effect) => [effect])];
    const materials = stacks.flatMap((stack) => this.#programsOf(programs, stack));
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

  prerollFrames(effects: readonly EffectInstance[]): number {
    // A chain of temporal effects reaches back through all of them: the last one keeps what the others made.
    return effects
      .filter(({ enabled, strength }) => enabled && strength > 0)
      .reduce((sum, { effectId }) => sum + (this.#find(effectId)?.history ?? 0), 0);
  }

  render(inputs: FrameInputs): void {
    if (this.#lost || this.#disposed) return;
    const { layers, runner, texts } = this.#parts;
    const stage = this.#size;
    setFrameUniforms(this.#uniforms, inputs.plan, inputs.signals, stage);
    const placed = layers.upload(inputs, stage);
    const wantsMatte = inputs.mattes.size > 0 && inputs.plan.effects.length > 0;
    const matte = wantsMatte ? layers.matte(inputs, placed, stage) : null;
    this.#uniforms.hostMatte.value = matte?.texture ?? null;
    this.#uniforms.hostHasMatte.value = matte === null ? 0 : 1;
    if (matte !== null) this.#uniforms.hostMatteMap.value.set(...matte.map);
    const steps = planSteps(inputs.plan.effects, this.#find, { matte: matte !== null }, this.#fuse);
    const view = layers.view(placed, stage);
    runner.run(steps.length > 0 ? steps : [{ draw: { kind: 'copy' }, lights: [] }], view, inputs, stage);
    this.#painter.giveBack(matte?.target ?? null);
    texts.draw(inputs.plan.texts, stage);
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
    return {
      programs,
      layers: new LayerStack(this.#painter, programs),
      runner: new StepRunner(this.#painter, programs, this.#uniforms),
      texts: new TextLayer(this.#painter, programs),
    };
  }

  #disposeParts(): void {
    const { programs, layers, runner, texts } = this.#parts;
    texts.dispose();
    runner.dispose();
    layers.dispose();
    programs.dispose();
  }

  #programsOf(programs: Programs, stack: readonly EffectInstance[]): ReturnType<typeof programsOf> {
    // Sides are warmed as if there were a matte, and whatever is off as if it were on.
    const ready = stack.map((effect) => ({ ...effect, enabled: true, strength: effect.strength || 1 }));
    return programsOf(programs, planSteps(ready, this.#find, { matte: true }, this.#fuse));
  }
}
