/**
 * Past pictures of one effect's input, at half the width and height (a quarter of the pixels), made only when asked for.
 * With a stride only frames whose number is a multiple of it are kept.
 */
import type { Vector4 } from 'three';
import { LinearFilter, NoColorSpace, WebGLArrayRenderTarget, type RawShaderMaterial } from 'three';
import type { Size } from '../../core/geometry';
import { modulo } from '../../core/scalar';
import type { Painter } from './painter';

/** Ring of the kept ones among `reach` past frames. */
export class HistoryRing {
  readonly #ring: WebGLArrayRenderTarget;
  readonly #slots: number;
  #frame = Number.NaN;
  #count = 0;

  constructor(
    private readonly painter: Painter,
    readonly reach: number,
    readonly stride: number,
    stage: Size,
  ) {
    // One slot more than the reach, so that the newest can be drawn again without losing the oldest.
    this.#slots = Math.floor(reach / stride) + 1;
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

  /** (this frame's number in strides, how many past frames there are, number of slots, stride), as `history` reads it. */
  state(into: Vector4): Vector4 {
    // Held small, so that a float tells neighbours apart in a long film.
    return into.set(modulo(this.#frame, this.#slots * this.stride), this.#count, this.#slots, this.stride);
  }

  /** Keeps this frame's input, if its turn is now. */
  keep(copy: RawShaderMaterial): void {
    if (this.#frame % this.stride !== 0) return;
    this.painter.draw(copy, { ring: this.#ring, slot: modulo(this.#frame / this.stride, this.#slots) });
  }

  dispose(): void {
    this.#ring.dispose();
  }
}
