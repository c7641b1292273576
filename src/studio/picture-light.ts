/** Whether there is light enough to be seen by, measured on the picture itself. */

/** The picture is looked at this small: light is a matter of the whole. */
const WIDTH = 24;
const HEIGHT = 32;
/** Part of full brightness below which a picture is dark, and its spread below which it is flat. */
const DARK = 0.13;
const FLAT = 0.035;

/** Looks at pictures through one small canvas. */
export class PictureLight {
  readonly #context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true });

  /** True where the picture is too dark, or so flat that nobody stands out of it. */
  isPoor(picture: CanvasImageSource): boolean {
    const context = this.#context;
    if (context === null) return false;
    context.drawImage(picture, 0, 0, WIDTH, HEIGHT);
    const { data } = context.getImageData(0, 0, WIDTH, HEIGHT);
    let sum = 0;
    let squares = 0;
    for (let at = 0; at < data.length; at += 4) {
      // Luma of BT.709.
      const luma =
        (0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0)) / 255;
      sum += luma;
      squares += luma * luma;
    }
    const pixels = WIDTH * HEIGHT;
    const mean = sum / pixels;
    return mean < DARK || Math.sqrt(Math.max(0, squares / pixels - mean * mean)) < FLAT;
  }
}
