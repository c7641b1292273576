/** Waits until the GPU is done: reading one pixel cannot be answered before. */
export function finishGpu(canvas: HTMLCanvasElement | OffscreenCanvas): void {
  const gl: unknown = canvas.getContext('webgl2');
  if (gl instanceof WebGL2RenderingContext)
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}
