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
 * @param rgba `width × height × 4` bytes; alpha is ignored
 * @param out `i420Bytes(size)` bytes: Y, then U, then V
 * @param size even width and height
 */
export function toI420(rgba: Uint8Array, size: Size, out: Uint8Array): void {
  const { width, height } = size;
  let u = width * height;
  let v = u + u / 4;
  for (let row = 0; row < height; row += 2) {
    let top = (height - 1 - row) * width * 4;
    let bottom = top - width * 4;
    let y = row * width;
    for (let column = 0; column < width; column += 2) {
      // All indices are inside by construction; checking each would cost speed in the hottest loop of the export.
      const r0 = rgba[top]!;
      const g0 = rgba[top + 1]!;
      const b0 = rgba[top + 2]!;
      const r1 = rgba[top + 4]!;
      const g1 = rgba[top + 5]!;
      const b1 = rgba[top + 6]!;
      const r2 = rgba[bottom]!;
      const g2 = rgba[bottom + 1]!;
      const b2 = rgba[bottom + 2]!;
      const r3 = rgba[bottom + 4]!;
      const g3 = rgba[bottom + 5]!;
      const b3 = rgba[bottom + 6]!;
      out[y] = (YR * r0 + YG * g0 + YB * b0 + LUMA_OFFSET) >> 16;
      out[y + 1] = (YR * r1 + YG * g1 + YB * b1 + LUMA_OFFSET) >> 16;
      out[y + width] = (YR * r2 + YG * g2 + YB * b2 + LUMA_OFFSET) >> 16;
      out[y + width + 1] = (YR * r3 + YG * g3 + YB * b3 + LUMA_OFFSET) >> 16;
      const r = r0 + r1 + r2 + r3;
      const g = g0 + g1 + g2 + g3;
      const b = b0 + b1 + b2 + b3;
      out[u] = (UR * r + UG * g + UB * b + CHROMA_OFFSET) >> 18;
      out[v] = (VR * r + VG * g + VB * b + CHROMA_OFFSET) >> 18;
      top += 8;
      bottom += 8;
      y += 2;
      u += 1;
      v += 1;
    }
  }
}
