/** Reads a canvas back without making the GPU wait: into buffers of its own first, from there later. */
import { StudioError } from '../../core/errors';
import type { Size } from '../../core/geometry';
import type { Disposable } from '../../core/ownership';

const SLOTS = 2;

/** Two pictures may be on their way at a time. */
export class PixelReader implements Disposable {
  readonly #gl: WebGL2RenderingContext;
  readonly #canvas: OffscreenCanvas;
  /** Slots with a picture on its way. What was sent before a loss never arrives. */
  readonly #sent = new Set<number>();
  #buffers: (WebGLBuffer | null)[] = [];

  /** @throws StudioError `gpu-lost` for a canvas without a WebGL 2 context */
  constructor(
    canvas: OffscreenCanvas,
    readonly size: Size,
  ) {
    const gl = canvas.getContext('webgl2');
    if (gl === null) throw new StudioError('gpu-lost', 'The compositor has no WebGL context.');
    this.#gl = gl;
    this.#canvas = canvas;
    canvas.addEventListener('webglcontextlost', this.#onLost);
  }

  get isLost(): boolean {
    return this.#gl.isContextLost();
  }

  /** Queues the copy of what is on the canvas now. */
  send(slot: number): void {
    const gl = this.#gl;
    if (gl.isContextLost()) {
      this.#onLost();
      return;
    }
    const { width, height } = this.size;
    const bound = gl.getParameter(gl.READ_FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, this.#buffer(slot));
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, 0);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, bound);
    // Without it the commands would wait in the page until the next read.
    gl.flush();
    this.#sent.add(slot);
  }

  /**
   * Waits for the copy and gives it out: RGBA rows from the bottom up.
   * @returns false when the GPU was taken away meanwhile
   */
  fetch(slot: number, out: Uint8Array): boolean {
    const gl = this.#gl;
    const buffer = this.#buffers[slot] ?? null;
    const isSent = this.#sent.delete(slot);
    if (buffer === null || !isSent || gl.isContextLost()) return false;
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, out);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    if (!gl.isContextLost()) return true;
    this.#onLost();
    return false;
  }

  dispose(): void {
    this.#canvas.removeEventListener('webglcontextlost', this.#onLost);
    for (const buffer of this.#buffers) this.#gl.deleteBuffer(buffer);
    this.#buffers = [];
  }

  /** A context may be lost and back before anybody looks: its buffers are gone all the same. */
  readonly #onLost = (): void => {
    this.#buffers = [];
    this.#sent.clear();
  };

  #buffer(slot: number): WebGLBuffer | null {
    const gl = this.#gl;
    if (this.#buffers.length === 0) {
      this.#buffers = Array.from({ length: SLOTS }, () => {
        const buffer = gl.createBuffer();
        gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
        gl.bufferData(gl.PIXEL_PACK_BUFFER, this.size.width * this.size.height * 4, gl.STREAM_READ);
        return buffer;
      });
    }
    return this.#buffers[slot] ?? null;
  }
}
