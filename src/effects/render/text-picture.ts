/** Draws a text item with the 2D canvas, tight around its letters: as a whole, or each part where it is just now. */
import type { Size } from '../../core/geometry';
import type { TextItem } from '../../project/project';
import type { PartPose } from '../text-motion';
import { familiesOf, requestTextFont } from './text-fonts';
import { wrapText } from './text-layout';
import { partsOfLines, type TextPart } from './text-parts';

/** The widest line, as a part of the stage's width. */
const WIDEST = 0.88;
/** Letters as a part of the line height. */
const LETTER_SIZE = 0.78;
/** Room round words whose parts move, in lines. */
const MOTION_ROOM = 1.6;

/** What a text looks like at rest; two items with the same key have the same picture. */
export function textKey(item: TextItem, stage: Size): string {
  const { text, lineHeight, color, style, weight, font, align, shadow } = item;
  return JSON.stringify([
    text,
    lineHeight,
    color,
    style,
    weight,
    font,
    align,
    shadow,
    stage.width,
    stage.height,
  ]);
}

/** Pixels of the stage that a text takes at rest, with the room round its letters; nothing for an empty one. */
export function measureText(item: TextItem, stage: Size): Size {
  const { line, lines, widest, pad } = layText(item, stage);
  if (item.text.trim() === '') return { width: 0, height: 0 };
  return { width: Math.ceil(widest) + pad * 2, height: Math.ceil(line * lines.length) + pad * 2 };
}

/** Where a part lies just now. */
export type PoseOfPart = (index: number, count: number) => PartPose;

/**
 * The text on a transparent canvas of its own, in pixels of the stage; null when there is nothing to see.
 * @param poseOf for words that move; without, they are drawn in one piece
 */
export function drawText(item: TextItem, stage: Size, poseOf?: PoseOfPart): OffscreenCanvas | null {
  if (item.text.trim() === '') return null;
  const { line, letters, font, ruler, widthOf, lines, widest, pad } = layText(item, stage);
  requestTextFont(font, item.text);
  const room = poseOf === undefined ? 0 : Math.ceil(line * MOTION_ROOM);
  const width = Math.ceil(widest) + (pad + room) * 2;
  const height = Math.ceil(line * lines.length) + (pad + room) * 2;
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  context.font = font;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  if (item.style === 'box')
    drawBox(context, item, { line, inset: room + pad * 0.3, alpha: boxAlpha(poseOf) });
  // The middle of the capitals lies in the middle of the line, whatever the face says its ascent is.
  const capitals = ruler.measureText('H').actualBoundingBoxAscent;
  const parts = partsOfLines(lines, poseOf === undefined ? 'line' : (item.motion?.unit ?? 'line'), widthOf);
  parts.forEach((part, index) => {
    const x = room + pad + edgeOf(item, widest - widthOf(part.line)) + part.x;
    const y = room + pad + line * (part.row + 0.5) + capitals / 2;
    const pose = poseOf?.(index, parts.length);
    drawPart(context, item, part, { x, y, line, letters, capitals }, pose);
  });
  return canvas;
}

interface LaidText {
  /** Pixels. */
  readonly line: number;
  readonly letters: number;
  readonly pad: number;
  readonly widest: number;
  readonly font: string;
  readonly lines: readonly string[];
  readonly ruler: OffscreenCanvasRenderingContext2D;
  readonly widthOf: (text: string) => number;
}

function layText(item: TextItem, stage: Size): LaidText {
  const line = item.lineHeight * stage.height;
  const letters = line * LETTER_SIZE;
  const font = `${item.weight} ${letters}px ${familiesOf(item.font ?? 'sans')}`;
  const ruler = contextOf(new OffscreenCanvas(1, 1));
  ruler.font = font;
  const widthOf = (text: string): number => ruler.measureText(text).width;
  const lines = wrapText(item.text, stage.width * WIDEST, widthOf);
  const widest = Math.max(...lines.map(widthOf));
  const pad = Math.ceil(line * (item.style === 'box' ? 0.42 : 0.28)) + 2;
  return { line, letters, font, ruler, widthOf, lines, widest, pad };
}

interface PartPlace {
  readonly x: number;
  readonly y: number;
  readonly line: number;
  readonly letters: number;
  readonly capitals: number;
}

function drawPart(
  context: OffscreenCanvasRenderingContext2D,
  item: TextItem,
  part: TextPart,
  { x, y, line, letters, capitals }: PartPlace,
  pose: PartPose | undefined,
): void {
  if (pose !== undefined && (pose.alpha <= 0 || pose.scale <= 0)) return;
  context.save();
  if (pose !== undefined) {
    const [centreX, centreY] = [x + part.width / 2, y - capitals / 2];
    context.globalAlpha = pose.alpha;
    context.translate(centreX + pose.dx * line, centreY + pose.dy * line);
    context.rotate(pose.rotation);
    context.scale(pose.scale, pose.scale);
    context.translate(-centreX, -centreY);
  }
  if (item.style === 'outline' || item.shadow === true) setShadow(context, letters, item.shadow === true);
  if (item.style === 'outline') {
    context.strokeStyle = outlineColor(item.color);
    context.lineWidth = letters * 0.2;
    context.strokeText(part.text, x, y);
    context.shadowColor = 'transparent';
  }
  context.fillStyle = item.color;
  context.fillText(part.text, x, y);
  context.restore();
}

function setShadow(context: OffscreenCanvasRenderingContext2D, letters: number, isStrong: boolean): void {
  context.shadowColor = isStrong ? 'rgba(0,0,0,0.7)' : 'rgba(0,0,0,0.35)';
  context.shadowBlur = letters * (isStrong ? 0.3 : 0.12);
  context.shadowOffsetY = letters * (isStrong ? 0.1 : 0.05);
}

function drawBox(
  context: OffscreenCanvasRenderingContext2D,
  item: TextItem,
  { line, inset, alpha }: { readonly line: number; readonly inset: number; readonly alpha: number },
): void {
  const { width, height } = context.canvas;
  context.globalAlpha = alpha;
  context.fillStyle = boxColor(item.color);
  context.beginPath();
  context.roundRect(inset, inset, width - inset * 2, height - inset * 2, line * 0.26);
  context.fill();
  context.globalAlpha = 1;
}

/** The box comes and goes with the first of its words. */
function boxAlpha(poseOf: PoseOfPart | undefined): number {
  return poseOf === undefined ? 1 : poseOf(0, 1).alpha;
}

/** How far from the left edge a line begins that is so much narrower than the widest. */
function edgeOf({ align = 'center' }: TextItem, spare: number): number {
  return { left: 0, center: spare / 2, right: spare }[align];
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
