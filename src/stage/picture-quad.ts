/** The player's picture as the back of the stage: fills it, cropped not squeezed, mirrored on request, colours untouched. */
import {
  BufferAttribute,
  BufferGeometry,
  ExternalTexture,
  Mesh,
  ShaderMaterial,
  Vector2,
  type WebGLRenderer,
} from 'three';
import { fitSource, type Size } from '../core/geometry';
import type { Disposable } from '../core/ownership';

const VERTEX = /* glsl */ `
  uniform vec2 part;
  uniform float mirror;
  varying vec2 at;
  void main() {
    gl_Position = vec4(position.xy, 0.0, 1.0);
    // The picture's first row is its top.
    at = vec2(0.5) + vec2(mirror, -1.0) * position.xy * 0.5 * part;
  }
`;

const FRAGMENT = /* glsl */ `
  uniform sampler2D picture;
  varying vec2 at;
  void main() { gl_FragColor = vec4(texture2D(picture, at).rgb, 1.0); }
`;

/** Draws one picture over the whole viewport. */
export class PictureQuad implements Disposable {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #renderer: WebGLRenderer;
  #texture: WebGLTexture;
  readonly #wrapped: ExternalTexture;
  readonly #part = new Vector2(1, 1);

  constructor(renderer: WebGLRenderer) {
    this.#renderer = renderer;
    const gl = renderer.getContext();
    this.#texture = gl.createTexture();
    this.#wrapped = new ExternalTexture(this.#texture);
    const geometry = new BufferGeometry();
    geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3),
    );
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      depthTest: false,
      depthWrite: false,
      uniforms: { picture: { value: this.#wrapped }, part: { value: this.#part }, mirror: { value: 1 } },
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
  }

  /**
   * Takes the picture's present content; null, or a video without a first frame, hides the quad.
   * @param stage size of the viewport, for its aspect
   * @returns the picture's displayed size, null when nothing is shown
   */
  show(picture: CanvasImageSource | null, mirror: boolean, stage: Size): Size | null {
    const size = picture === null ? null : pictureSize(picture);
    this.mesh.visible = size !== null;
    if (picture === null || size === null) return null;
    const { from } = fitSource(size, stage, 'cover');
    this.#part.set(from.width, from.height);
    const uniform = this.mesh.material.uniforms['mirror'];
    if (uniform !== undefined) uniform.value = mirror ? -1 : 1;
    this.#upload(picture);
    return size;
  }

  /** After the GPU was lost and came back: the old texture is gone with it. */
  restore(): void {
    this.#texture = this.#renderer.getContext().createTexture();
    this.#wrapped.sourceTexture = this.#texture;
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.#wrapped.dispose();
    this.#renderer.getContext().deleteTexture(this.#texture);
  }

  /** three re-uses a texture's storage and knows no VideoFrame beside a video; both are simple by hand. */
  #upload(picture: CanvasImageSource): void {
    const gl = this.#renderer.getContext() as WebGL2RenderingContext;
    this.#renderer.state.activeTexture(gl.TEXTURE0);
    this.#renderer.state.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.BROWSER_DEFAULT_WEBGL);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture as TexImageSource);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  }
}

/** Displayed size in pixels; null while there is nothing to show. */
function pictureSize(picture: CanvasImageSource): Size | null {
  let size: Size;
  if (picture instanceof HTMLVideoElement) {
    if (picture.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    size = { width: picture.videoWidth, height: picture.videoHeight };
  } else if (typeof VideoFrame !== 'undefined' && picture instanceof VideoFrame) {
    size = { width: picture.displayWidth, height: picture.displayHeight };
  } else if (picture instanceof HTMLImageElement) {
    size = { width: picture.naturalWidth, height: picture.naturalHeight };
  } else {
    const { width, height } = picture as HTMLCanvasElement | ImageBitmap | OffscreenCanvas;
    size = { width, height };
  }
  return size.width > 0 && size.height > 0 ? size : null;
}
