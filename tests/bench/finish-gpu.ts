/** Waits until the GPU is done: reading one pixel cannot be answered before. */
export function finishGpu(canvas: HTMLCanvasElement | OffscreenCanvas): void {
  const gl = canvas.getContext('webgl2') as WebGL2RenderingContext | null;
  gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}
