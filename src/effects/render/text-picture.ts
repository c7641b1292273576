/** Draws a text item with the 2D canvas, tight around its letters. */
import type { Size } from '../../core/geometry';
import type { TextItem } from '../../project/project';
import { requestTextFont, TEXT_FAMILIES } from './text-fonts';
import { wrapText } from './text-layout';

/** The faces of the app, then whatever the device has. */
const TEXT_FONTS = [...TEXT_FAMILIES.map((family) => `"${family}"`), 'system-ui', 'sans-serif'].join(', ');

/** The widest line, as a part of the stage's width. */
const WIDEST = 0.88;
/** Letters as a part of the line height. */
const LETTER_SIZE = 0.78;

/** What a text looks like; two items with the same key have the same picture. */
export function textKey(item: TextItem, stage: Size): string {
  const { text, lineHeight, color, style, weight } = item;
  return JSON.stringify([text, lineHeight, color, style, weight, stage.width, stage.height]);
}

/** The text on a transparent canvas of its own, in pixels of the stage; null when there is nothing to see. */
export function drawText(item: TextItem, stage: Size): OffscreenCanvas | null {
  if (item.text.trim() === '') return null;
  const line = item.lineHeight * stage.height;
  const letters = line * LETTER_SIZE;
  const font = `${item.weight} ${letters}px ${TEXT_FONTS}`;
  const ruler = contextOf(new OffscreenCanvas(1, 1));
  ruler.font = font;
  requestTextFont(font, item.text);
  const lines = wrapText(item.text, stage.width * WIDEST, (text) => ruler.measureText(text).width);
  const widest = Math.max(...lines.map((text) => ruler.measureText(text).width));
  const pad = Math.ceil(line * (item.style === 'box' ? 0.42 : 0.28)) + 2;
  const width = Math.ceil(widest) + pad * 2;
  const height = Math.ceil(line * lines.length) + pad * 2;
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  if (item.style === 'box') {
    context.fillStyle = boxColor(item.color);
    context.beginPath();
    const inset = pad * 0.3;
    context.roundRect(inset, inset, width - inset * 2, height - inset * 2, line * 0.26);
    context.fill();
  }
  // The middle of the capitals lies in the middle of the line, whatever the face says its ascent is.
  const capitals = ruler.measureText('H').actualBoundingBoxAscent;
  lines.forEach((text, index) => {
    const x = width / 2;
    const y = pad + line * (index + 0.5) + capitals / 2;
    if (item.style === 'outline') {
      context.strokeStyle = outlineColor(item.color);
      context.lineWidth = letters * 0.2;
      context.shadowColor = 'rgba(0,0,0,0.35)';
      context.shadowBlur = letters * 0.12;
      context.shadowOffsetY = letters * 0.05;
      context.strokeText(text, x, y);
      context.shadowColor = 'transparent';
    }
    context.fillStyle = item.color;
    context.fillText(text, x, y);
  });
  return canvas;
}

/** Black round light letters, white round dark ones. */
function outlineColor(color: string): string {
  return isDark(color) ? '#ffffff' : '#101014';
}

function boxColor(color: string): string {
  return isDark(color) ? 'rgba(255,255,255,0.92)' : 'rgba(16,16,20,0.78)';
}

function isDark(color: string): boolean {
  const channel = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) < 90;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('An offscreen canvas must give a 2D context.');
  return context;
}
