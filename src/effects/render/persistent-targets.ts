/** Pictures that passes of one effect keep from frame to frame. */
import type { WebGLRenderTarget } from 'three';
import type { Size } from '../../core/geometry';
import type { Painter } from './painter';

interface Kept {
  /** As the frame before left it. */
  before: WebGLRenderTarget;
  /** As this frame draws it. */
  now: WebGLRenderTarget;
  readonly halfFloat: boolean;
  isDrawn: boolean;
}

/** Owns two targets a persistent pass: one is read while the other is drawn. */
export class PersistentTargets {
  readonly #kept = new Map<string, Kept>();
  #frame = Number.NaN;

  constructor(private readonly painter: Painter) {}

  /** Gets ready for `frame`: the next one reads what the last one drew, the same one is drawn again, any other begins empty. */
  begin(frame: number): void {
    const isAgain = frame === this.#frame;
    const isNext = frame === this.#frame + 1;
    this.#frame = frame;
    for (const kept of this.#kept.values()) {
      if (isNext && kept.isDrawn) [kept.before, kept.now] = [kept.now, kept.before];
      else if (!isAgain) this.painter.clear(kept.before, 0);
      kept.isDrawn = false;
    }
  }

  /** Where pass `id` draws in this frame. A change of size begins with an empty picture. */
  target(id: string, size: Size, halfFloat: boolean): WebGLRenderTarget {
    const known = this.#kept.get(id);
    if (known?.now.width === size.width && known.now.height === size.height && known.halfFloat === halfFloat)
      return known.now;
    if (known !== undefined) this.#giveBack(known);
    const kept: Kept = {
      before: this.painter.borrow(size, halfFloat),
      now: this.painter.borrow(size, halfFloat),
      halfFloat,
      isDrawn: false,
    };
    this.painter.clear(kept.before, 0);
    this.#kept.set(id, kept);
    return kept.now;
  }

  /** From here on pass `id` is read as this frame drew it. */
  drawn(id: string): void {
    const kept = this.#kept.get(id);
    if (kept !== undefined) kept.isDrawn = true;
  }

  /** What pass `id` shows right now; null while it never was. */
  read(id: string): WebGLRenderTarget | null {
    const kept = this.#kept.get(id);
    if (kept === undefined) return null;
    return kept.isDrawn ? kept.now : kept.before;
  }

  dispose(): void {
    for (const kept of this.#kept.values()) this.#giveBack(kept);
    this.#kept.clear();
  }

  #giveBack(kept: Kept): void {
    this.painter.giveBack(kept.before);
    this.painter.giveBack(kept.now);
  }
}
