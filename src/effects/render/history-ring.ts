/** Past pictures of one effect's input, at half the width and height (a quarter of the pixels), made only when asked for. */
import type { Vector3 } from 'three';
import { LinearFilter, NoColorSpace, WebGLArrayRenderTarget, type RawShaderMaterial } from 'three';
import type { Size } from '../../core/geometry';
import type { Painter } from './painter';

/** Ring of `reach` past frames. */
export class HistoryRing {
  readonly #ring: WebGLArrayRenderTarget;
  readonly #slots: number;
  #frame = Number.NaN;
  #count = 0;

  constructor(
    private readonly painter: Painter,
    readonly reach: number,
    stage: Size,
  ) {
    // One slot more than the reach, so that the newest can be drawn again without losing the oldest.
    this.#slots = reach + 1;
    const width = Math.max(1, Math.round(stage.width / 2));
    const height = Math.max(1, Math.round(stage.height / 2));
    this.#ring = new WebGLArrayRenderTarget(width, height, this.#slots, {
      colorSpace: NoColorSpace,
      minFilter: LinearFilter,
      magFilter: LinearFilter,
      depthBuffer: false,
      generateMipmaps: false,
    });
  }

  get texture(): WebGLArrayRenderTarget['texture'] {
    return this.#ring.texture;
  }

  /** Gets ready for `frame`: anything but the next frame (or the same one again) forgets the past. */
  begin(frame: number): void {
    if (frame === this.#frame) return;
    if (frame === this.#frame + 1) this.#count = Math.min(this.reach, this.#count + 1);
    else this.#count = 0;
    this.#frame = frame;
  }

  /** (slot of this frame, how many past frames there are, number of slots), as `history` reads it. */
  state(into: Vector3): Vector3 {
    return into.set(this.#slot, this.#count, this.#slots);
  }

  /** Keeps this frame's input. */
  keep(copy: RawShaderMaterial): void {
    this.painter.draw(copy, { ring: this.#ring, slot: this.#slot });
  }

  dispose(): void {
    this.#ring.dispose();
  }

  get #slot(): number {
    return ((this.#frame % this.#slots) + this.#slots) % this.#slots;
  }
}
