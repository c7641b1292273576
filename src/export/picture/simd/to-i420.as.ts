/**
 * `toI420` of `../yuv.ts` on 16 bytes at a time, bit for bit the same. AssemblyScript, not TypeScript: compiled by
 * `npx tsx scripts/build-simd.ts` into `to-i420-wasm.ts`, so that nothing has to be compiled to build the app.
 */

// As in `../yuv.ts`. Greens that no signed 16 bits hold are given in two halves, to be added up by a dot product.
const YR = 11966;
const YG_HALF = 20127;
const YB = 4064;
const UR = -6596;
const UG_HALF = -11094;
const UB = 28784;
const VR = 28784;
const VG_ONE = -13073;
const VG_TWO = -13072;
const VB = -2639;
const LUMA_OFFSET = (16 << 16) + (1 << 15);
const CHROMA_OFFSET = (128 << 18) + (1 << 17);

/** Pixels of one step. */
const STEP = 8;

/** Two numbers of 16 bits in turns. */
function turns(first: i32, second: i32): v128 {
  return i32x4.splat((second << 16) | (first & 0xffff));
}

/** Red and blue of four pixels, each in 16 bits: r b r b r b r b. */
function redBlue(pixels: v128): v128 {
  return v128.and(pixels, i32x4.splat(0x00ff00ff));
}

/** Green of four pixels, twice each, in 16 bits: g g g g g g g g. */
function green(pixels: v128): v128 {
  return i8x16.swizzle(pixels, i8x16(1, -1, 1, -1, 5, -1, 5, -1, 9, -1, 9, -1, 13, -1, 13, -1));
}

/** Luma of four pixels in 32 bits. */
function luma(rb: v128, gg: v128): v128 {
  const ofRedBlue = i32x4.dot_i16x8_s(rb, turns(YR, YB));
  const ofGreen = i32x4.dot_i16x8_s(gg, turns(YG_HALF, YG_HALF));
  return i32x4.shr_s(i32x4.add(i32x4.add(ofRedBlue, ofGreen), i32x4.splat(LUMA_OFFSET)), 16);
}

/** Four numbers of 32 bits as four bytes, stored at `out`. */
function storeFour(values: v128, out: usize): void {
  const words = i16x8.narrow_i32x4_s(values, values);
  v128.store_lane<u32>(out, i8x16.narrow_i16x8_u(words, words), 0);
}

/** Sums of neighbours: of the four pairs in two vectors of four pixels. */
function pairs(a: v128, b: v128): v128 {
  return i16x8.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7));
}

/**
 * @param rgba address of `width × height × 4` bytes, rows from the bottom up
 * @param width a multiple of 8
 * @param height even
 * @param out address of `width × height × 3 / 2` bytes
 */
export function toI420(rgba: usize, width: i32, height: i32, out: usize): void {
  let u: usize = out + width * height;
  let v: usize = u + ((width * height) >> 2);
  for (let row = 0; row < height; row += 2) {
    let top: usize = rgba + (height - 1 - row) * width * 4;
    let bottom: usize = top - width * 4;
    let y: usize = out + row * width;
    for (let column = 0; column < width; column += STEP) {
      const topA = v128.load(top);
      const topB = v128.load(top, 16);
      const bottomA = v128.load(bottom);
      const bottomB = v128.load(bottom, 16);
      const rbTopA = redBlue(topA);
      const rbTopB = redBlue(topB);
      const rbBottomA = redBlue(bottomA);
      const rbBottomB = redBlue(bottomB);
      const ggTopA = green(topA);
      const ggTopB = green(topB);
      const ggBottomA = green(bottomA);
      const ggBottomB = green(bottomB);
      const lumaTop = i16x8.narrow_i32x4_s(luma(rbTopA, ggTopA), luma(rbTopB, ggTopB));
      const lumaBottom = i16x8.narrow_i32x4_s(luma(rbBottomA, ggBottomA), luma(rbBottomB, ggBottomB));
      v128.store_lane<u64>(y, i8x16.narrow_i16x8_u(lumaTop, lumaTop), 0);
      v128.store_lane<u64>(y + width, i8x16.narrow_i16x8_u(lumaBottom, lumaBottom), 0);
      const rb = pairs(i16x8.add(rbTopA, rbBottomA), i16x8.add(rbTopB, rbBottomB));
      const gg = pairs(i16x8.add(ggTopA, ggBottomA), i16x8.add(ggTopB, ggBottomB));
      const offset = i32x4.splat(CHROMA_OFFSET);
      const blueness = i32x4.add(
        i32x4.dot_i16x8_s(rb, turns(UR, UB)),
        i32x4.dot_i16x8_s(gg, turns(UG_HALF, UG_HALF)),
      );
      const redness = i32x4.add(
        i32x4.dot_i16x8_s(rb, turns(VR, VB)),
        i32x4.dot_i16x8_s(gg, turns(VG_ONE, VG_TWO)),
      );
      storeFour(i32x4.shr_s(i32x4.add(blueness, offset), 18), u);
      storeFour(i32x4.shr_s(i32x4.add(redness, offset), 18), v);
      top += STEP * 4;
      bottom += STEP * 4;
      y += STEP;
      u += STEP / 2;
      v += STEP / 2;
    }
  }
}
