/**
 * From the compositor's pixels to what encoders take: BT.709, limited range, 4:2:0. Pure.
 *
 * Done here and not by the browser, because browsers differ: Chromium turns a canvas into full-range pictures with
 * tags that players read differently (measured; see the test of colours). On a software GPU it is also four times as
 * fast as a shader, and never slower than the browser's own conversion.
 */
import type { Size } from '../../core/geometry';

/** How a frame of the film is stored; what the file is tagged with. */
export const FILM_COLOR_SPACE = {
  primaries: 'bt709',
  transfer: 'bt709',
  matrix: 'bt709',
  fullRange: false,
} as const;

/** Bytes of one 4:2:0 picture. Width and height are even. */
export function i420Bytes({ width, height }: Size): number {
  return (width * height * 3) / 2;
}

/*
 * ITU-R BT.709: Y = 0.2126 R + 0.7152 G + 0.0722 B; U = (B − Y) / 1.8556; V = (R − Y) / 1.5748,
 * scaled to 16..235 and 16..240. In 16-bit fixed point; each row of U and V sums to 0, so that grey stays grey.
 */
const YR = 11966;
const YG = 40254;
const YB = 4064;
const UR = -6596;
const UG = -22188;
const UB = 28784;
const VR = 28784;
const VG = -26145;
const VB = -2639;

/** 16 and a half, shifted. */
const LUMA_OFFSET = (16 << 16) + (1 << 15);

/** 128 and a half, shifted by two more for the sum of four pixels. */
const CHROMA_OFFSET = (128 << 18) + (1 << 17);

/**
 * Converts RGBA rows that run from the bottom up, as WebGL reads them. Chroma is the mean of each 2×2 block.
 *
 * Pixels are read and luma is written two bytes and more at a time, red and blue of four pixels are summed up in one word:
 * a quarter faster than byte by byte, in the hottest loop of the export. All indices are inside by construction; checking each
 * would cost speed.
 * @param rgba `width × height × 4` bytes from a multiple of 4 on; alpha is ignored
 * @param out `i420Bytes(size)` bytes from a multiple of 2 on: Y, then U, then V
 * @param size even width and height
 */
export function toI420(rgba: Uint8Array, { width, height }: Size, out: Uint8Array): void {
  const pixels = new Int32Array(rgba.buffer, rgba.byteOffset, width * height);
  const luma = new Uint16Array(out.buffer, out.byteOffset, (width * height) >> 1);
  const half = width >> 1;
  let u = width * height;
  let v = u + (u >> 2);
  for (let row = 0; row < height; row += 2) {
    let top = (height - 1 - row) * width;
    let bottom = top - width;
    let y = row * half;
    for (let column = 0; column < half; column += 1) {
      // Words are little-endian: alpha, blue, green, red from the highest byte down.
      const p0 = pixels[top]!;
      const p1 = pixels[top + 1]!;
      const p2 = pixels[bottom]!;
      const p3 = pixels[bottom + 1]!;
      const rb0 = p0 & 0xff00ff;
      const rb1 = p1 & 0xff00ff;
      const rb2 = p2 & 0xff00ff;
      const rb3 = p3 & 0xff00ff;
      const g0 = (p0 >>> 8) & 255;
      const g1 = (p1 >>> 8) & 255;
      const g2 = (p2 >>> 8) & 255;
      const g3 = (p3 >>> 8) & 255;
      luma[y] = lumaOf(rb0, g0) | (lumaOf(rb1, g1) << 8);
      luma[y + half] = lumaOf(rb2, g2) | (lumaOf(rb3, g3) << 8);
      const rb = rb0 + rb1 + rb2 + rb3;
      const r = rb & 0xffff;
      const b = rb >>> 16;
      const g = g0 + g1 + g2 + g3;
      out[u] = (Math.imul(UR, r) + Math.imul(UG, g) + Math.imul(UB, b) + CHROMA_OFFSET) >> 18;
      out[v] = (Math.imul(VR, r) + Math.imul(VG, g) + Math.imul(VB, b) + CHROMA_OFFSET) >> 18;
      top += 2;
      bottom += 2;
      y += 1;
      u += 1;
      v += 1;
    }
  }
}

/** @param redBlue blue above 16 bits, red below */
function lumaOf(redBlue: number, green: number): number {
  const sum = Math.imul(YR, redBlue & 255) + Math.imul(YG, green) + Math.imul(YB, redBlue >>> 16);
  return (sum + LUMA_OFFSET) >> 16;
}
