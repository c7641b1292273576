/** Draws programs onto targets, and lends targets: all that touches the renderer in a frame goes through here. */
import {
  BufferAttribute,
  BufferGeometry,
  Camera,
  HalfFloatType,
  LinearFilter,
  LinearSRGBColorSpace,
  Mesh,
  NoColorSpace,
  NoToneMapping,
  Scene,
  UnsignedByteType,
  WebGLRenderer,
  WebGLRenderTarget,
  type RawShaderMaterial,
  type WebGLArrayRenderTarget,
} from 'three';
import { StudioError } from '../../core/errors';
import type { Size } from '../../core/geometry';

/** null is the canvas. */
export type Target = WebGLRenderTarget | null;

/** A slot of a ring of pictures. */
export interface RingSlot {
  readonly ring: WebGLArrayRenderTarget;
  readonly slot: number;
}

/** Owns the renderer and its targets. */
export class Painter {
  readonly renderer: WebGLRenderer;
  readonly triangle = createTriangle();
  readonly #scene = new Scene();
  readonly #mesh = new Mesh();
  readonly #camera = new Camera();
  #free: WebGLRenderTarget[] = [];
  #all = new Set<WebGLRenderTarget>();

  /**
   * @throws StudioError `webgl-missing`
   */
  constructor(canvas: OffscreenCanvas | HTMLCanvasElement) {
    try {
      this.renderer = new WebGLRenderer({
        canvas,
        alpha: false,
        antialias: false,
        depth: false,
        stencil: false,
        // The canvas keeps its picture between frames: it is read for thumbnails and shown while paused.
        preserveDrawingBuffer: true,
        powerPreference: 'high-performance',
      });
    } catch (cause) {
      throw new StudioError('webgl-missing', 'The canvas gave no WebGL2 context.', { cause });
    }
    this.renderer.autoClear = false;
    this.renderer.outputColorSpace = LinearSRGBColorSpace;
    this.renderer.toneMapping = NoToneMapping;
    this.renderer.setPixelRatio(1);
    this.renderer.setClearColor(0x000000, 1);
    // The canvas may have had another owner, who left its switches set.
    this.renderer.resetState();
    this.#mesh.frustumCulled = false;
    this.#mesh.matrixAutoUpdate = false;
    this.#scene.matrixWorldAutoUpdate = false;
    this.#scene.add(this.#mesh);
  }

  get gl(): WebGL2RenderingContext {
    return this.renderer.getContext() as WebGL2RenderingContext;
  }

  /** Fills `target` with `material`, or draws `geometry` with it. */
  draw(
    material: RawShaderMaterial,
    target: Target | RingSlot,
    geometry: BufferGeometry = this.triangle,
  ): void {
    if (target !== null && 'ring' in target) this.renderer.setRenderTarget(target.ring, target.slot);
    else this.renderer.setRenderTarget(target);
    this.#mesh.material = material;
    this.#mesh.geometry = geometry;
    this.renderer.render(this.#scene, this.#camera);
  }

  /** Makes `target` black; opaque unless `alpha` says otherwise. */
  clear(target: Target, alpha = 1): void {
    this.renderer.setRenderTarget(target);
    this.renderer.setClearAlpha(alpha);
    this.renderer.clear(true, false, false);
    this.renderer.setClearAlpha(1);
  }

  /** Lends a target; give it back with `giveBack` once nothing reads it in this frame. */
  borrow(size: Size, halfFloat = false): WebGLRenderTarget {
    const type = halfFloat ? HalfFloatType : UnsignedByteType;
    const index = this.#free.findIndex(
      (target) =>
        target.width === size.width && target.height === size.height && target.texture.type === type,
    );
    const [found] = index < 0 ? [] : this.#free.splice(index, 1);
    if (found !== undefined) return found;
    const target = new WebGLRenderTarget(size.width, size.height, {
      type,
      colorSpace: NoColorSpace,
      minFilter: LinearFilter,
      magFilter: LinearFilter,
      depthBuffer: false,
      generateMipmaps: false,
    });
    this.#all.add(target);
    return target;
  }

  giveBack(target: Target): void {
    if (target !== null && this.#all.has(target) && !this.#free.includes(target)) this.#free.push(target);
  }

  /** Frees every target: after a change of size, or because the context took them along. */
  dropTargets(): void {
    for (const target of this.#all) target.dispose();
    this.#all.clear();
    this.#free = [];
  }

  /** The canvas as RGBA bytes, rows from the top. */
  readCanvas(size: Size): Uint8ClampedArray {
    const { gl } = this;
    this.renderer.setRenderTarget(null);
    const upward = new Uint8Array(size.width * size.height * 4);
    gl.readPixels(0, 0, size.width, size.height, gl.RGBA, gl.UNSIGNED_BYTE, upward);
    const rows = new Uint8ClampedArray(upward.length);
    const stride = size.width * 4;
    for (let row = 0; row < size.height; row += 1) {
      const from = (size.height - 1 - row) * stride;
      rows.set(upward.subarray(from, from + stride), row * stride);
    }
    return rows;
  }

  dispose(): void {
    this.dropTargets();
    this.triangle.dispose();
    this.renderer.dispose();
  }
}

/** One triangle that covers the target: no seam down the diagonal. */
function createTriangle(): BufferGeometry {
  const geometry = new BufferGeometry();
  const corners = new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]);
  geometry.setAttribute('position', new BufferAttribute(corners, 3));
  return geometry;
}
