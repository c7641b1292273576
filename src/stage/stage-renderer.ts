/** Opens three.js on a canvas the way the whole stage needs it: colours written as they are, nothing cleared behind our back. */
import { LinearSRGBColorSpace, NoToneMapping, WebGLRenderer } from 'three';
import { StudioError } from '../core/errors';
import type { Size } from '../core/geometry';

/** Seen pixels are drawn 1:1: the caller decides on the size in device pixels. */
export function createStageRenderer(
  canvas: HTMLCanvasElement,
  size: Size,
  options: { readonly antialias: boolean },
): WebGLRenderer {
  let renderer: WebGLRenderer;
  try {
    renderer = new WebGLRenderer({ canvas, antialias: options.antialias, alpha: false, stencil: false });
  } catch (error) {
    throw new StudioError('webgl-missing', 'three.js could not get a WebGL 2 context.', { cause: error });
  }
  // Our shaders write display-referred sRGB themselves.
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.toneMapping = NoToneMapping;
  renderer.autoClear = false;
  renderer.setPixelRatio(1);
  renderer.setSize(size.width, size.height, false);
  return renderer;
}
