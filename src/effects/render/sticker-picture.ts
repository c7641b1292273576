/** Draws a sticker of the app or a sign of a font with the 2D canvas. */
import { PAPER, PAPER_WIDTH, type StickerArt } from '../stickers/sticker-art';

/** Side of the square in which art is drawn. */
const ART_SIDE = 100;

/** Room round the art for its paper edge. */
const MARGIN = PAPER_WIDTH;

/** A bundled sticker, with its paper edge, on a square canvas of `side` pixels. */
export function drawArt({ shapes }: StickerArt, side: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(side, side);
  const context = contextOf(canvas);
  context.scale(side / (ART_SIDE + 2 * MARGIN), side / (ART_SIDE + 2 * MARGIN));
  context.translate(MARGIN, MARGIN);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const paths = shapes.map(({ path }) => new Path2D(path));
  context.strokeStyle = PAPER;
  shapes.forEach(({ width = 0 }, index) => {
    const path = paths[index];
    if (path === undefined) return;
    context.lineWidth = width + PAPER_WIDTH * 2;
    context.stroke(path);
  });
  shapes.forEach(({ fill, stroke, width = 0 }, index) => {
    const path = paths[index];
    if (path === undefined) return;
    if (fill !== undefined) {
      context.fillStyle = fill;
      context.fill(path);
    }
    if (stroke === undefined) return;
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke(path);
  });
  return canvas;
}

/** A sign in the device's own colours, on a square canvas of `side` pixels. */
export function drawEmoji(emoji: string, side: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(side, side);
  const context = contextOf(canvas);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `${side * 0.78}px system-ui, "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif`;
  context.fillStyle = PAPER;
  context.fillText(emoji, side / 2, side * 0.54, side);
  return canvas;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('An offscreen canvas must give a 2D context.');
  return context;
}
