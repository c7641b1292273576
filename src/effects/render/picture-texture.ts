/**
 * Uploads pictures and mattes as they are: display-referred bytes, first row at v = 0, alpha premultiplied.
 * By hand rather than through the library's textures, which decode some sources to linear light and others not.
 */
import { ExternalTexture, LinearFilter, type WebGLRenderer } from 'three';
import type { Size } from '../../core/geometry';
import type { Matte, Picture } from './compositor-types';

/** One texture whose contents are replaced. */
export class PictureTexture {
  readonly texture: ExternalTexture;
  readonly #gl: WebGL2RenderingContext;
  readonly #handle: WebGLTexture;
  /** What was uploaded last, to skip what cannot have changed. */
  #last: Picture | Matte | null = null;

  constructor(private readonly renderer: WebGLRenderer) {
    this.#gl = renderer.getContext() as WebGL2RenderingContext;
    this.#handle = this.#gl.createTexture();
    this.texture = new ExternalTexture(this.#handle);
    this.texture.minFilter = LinearFilter;
    const gl = this.#gl;
    this.#bind();
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  }

  /** Replaces the contents by a picture. */
  uploadPicture(picture: Picture): void {
    // Frames and bitmaps never change; a video and a canvas may.
    if (picture === this.#last && (isVideoFrame(picture) || isBitmap(picture))) return;
    const gl = this.#gl;
    this.#bind();
    // A bitmap is premultiplied already and ignores the switch; so all kinds arrive alike.
    this.#unpack(true, 4);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture as TexImageSource);
    this.#last = picture;
  }

  /** Replaces the contents by a matte, read in the red channel. */
  uploadMatte(matte: Matte): void {
    if (matte === this.#last) return;
    const gl = this.#gl;
    this.#bind();
    this.#unpack(false, 1);
    gl.texImage2D(
      gl.TEXTURE_2D,
      0,
      gl.R8,
      matte.width,
      matte.height,
      0,
      gl.RED,
      gl.UNSIGNED_BYTE,
      matte.data,
    );
    this.#last = matte;
  }

  /** Makes it one opaque black pixel. */
  uploadBlack(): void {
    const gl = this.#gl;
    this.#bind();
    this.#unpack(false, 4);
    const black = new Uint8Array([0, 0, 0, 255]);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 1, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, black);
  }

  dispose(): void {
    this.#last = null;
    this.#gl.deleteTexture(this.#handle);
    this.texture.dispose();
  }

  #bind(): void {
    const { state } = this.renderer;
    state.activeTexture(this.#gl.TEXTURE0);
    state.bindTexture(this.#gl.TEXTURE_2D, this.#handle);
  }

  #unpack(premultiply: boolean, alignment: number): void {
    const { state } = this.renderer;
    const gl = this.#gl;
    state.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    state.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, premultiply);
    state.pixelStorei(gl.UNPACK_ALIGNMENT, alignment);
    state.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.BROWSER_DEFAULT_WEBGL);
  }
}

/** Whether there is something to upload: a video before its first frame has nothing. */
export function hasPixels(picture: Picture): boolean {
  if ('readyState' in picture) return picture.readyState >= 2 && picture.videoWidth > 0;
  if (isVideoFrame(picture)) return picture.codedWidth > 0;
  return picture.width > 0 && picture.height > 0;
}

/** Pixels of a picture as it is shown. */
export function sizeOfPicture(picture: Picture): Size {
  if ('readyState' in picture) return { width: picture.videoWidth, height: picture.videoHeight };
  if (isVideoFrame(picture)) return { width: picture.displayWidth, height: picture.displayHeight };
  return { width: picture.width, height: picture.height };
}

function isVideoFrame(picture: Picture | Matte): picture is VideoFrame {
  return typeof VideoFrame !== 'undefined' && picture instanceof VideoFrame;
}

function isBitmap(picture: Picture | Matte): picture is ImageBitmap {
  return typeof ImageBitmap !== 'undefined' && picture instanceof ImageBitmap;
}
