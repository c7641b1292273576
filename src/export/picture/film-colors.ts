/** From the colours of camera films to those of the file, without going through RGB. Pure. */
import type { Size } from '../../core/geometry';

/** How a decoded picture's numbers are meant. */
export interface YuvMeaning {
  readonly matrix: 'bt709' | 'bt601';
  readonly isFullRange: boolean;
}

/** Luma weights of red and blue: ITU-R BT.709-6 and BT.601-7. */
const WEIGHTS = { bt709: { red: 0.2126, blue: 0.0722 }, bt601: { red: 0.299, blue: 0.114 } } as const;

/** Whether pictures of this meaning go into the file as they are. */
export function isFilmColor({ matrix, isFullRange }: YuvMeaning): boolean {
  return matrix === 'bt709' && !isFullRange;
}

/**
 * Converts a 4:2:0 picture to BT.709 limited range, in place. Both meanings are linear in Y, U and V and keep grey grey, so that
 * a 3×3 matrix with two zeros does it; chroma counts for the 2×2 pixels it belongs to.
 * @param picture Y, then U, then V, without gaps
 */
export function toFilmColors(picture: Uint8Array, { width, height }: Size, from: YuvMeaning): void {
  if (isFilmColor(from)) return;
  const { black, luma, lumaOfU, lumaOfV, uOfU, uOfV, vOfU, vOfV } = conversion(from);
  const uPlane = width * height;
  const vPlane = uPlane + uPlane / 4;
  const half = width / 2;
  const lumaTable = Float32Array.from({ length: 256 }, (_, value) => (value - black) * luma + 16.5);
  const clamped = new Uint8ClampedArray(picture.buffer, picture.byteOffset, picture.length);
  for (let row = 0; row < height / 2; row += 1) {
    for (let column = 0; column < half; column += 1) {
      const at = row * half + column;
      const u = picture[uPlane + at]! - 128;
      const v = picture[vPlane + at]! - 128;
      const shift = lumaOfU * u + lumaOfV * v;
      const y = row * 2 * width + column * 2;
      // The half that rounds is in the table, and floor is what a cast to int does for what is not negative.
      clamped[y] = Math.floor(lumaTable[picture[y]!]! + shift);
      clamped[y + 1] = Math.floor(lumaTable[picture[y + 1]!]! + shift);
      clamped[y + width] = Math.floor(lumaTable[picture[y + width]!]! + shift);
      clamped[y + width + 1] = Math.floor(lumaTable[picture[y + width + 1]!]! + shift);
      clamped[uPlane + at] = Math.round(uOfU * u + uOfV * v + 128);
      clamped[vPlane + at] = Math.round(vOfU * u + vOfV * v + 128);
    }
  }
}

interface Conversion {
  readonly black: number;
  readonly luma: number;
  readonly lumaOfU: number;
  readonly lumaOfV: number;
  readonly uOfU: number;
  readonly uOfV: number;
  readonly vOfU: number;
  readonly vOfV: number;
}

/** Through RGB once, with unit chroma: R = Y + 2(1−Kr)V, B = Y + 2(1−Kb)U, G from the rest. */
function conversion({ matrix, isFullRange }: YuvMeaning): Conversion {
  const from = WEIGHTS[matrix];
  const to = WEIGHTS.bt709;
  const lumaScale = isFullRange ? 255 : 219;
  const chromaScale = isFullRange ? 255 : 224;
  const ofChroma = (u: number, v: number): { y: number; u: number; v: number } => {
    const red = 2 * (1 - from.red) * v;
    const blue = 2 * (1 - from.blue) * u;
    const green = -(from.red * red + from.blue * blue) / (1 - from.red - from.blue);
    const y = to.red * red + (1 - to.red - to.blue) * green + to.blue * blue;
    return { y, u: (blue - y) / (2 * (1 - to.blue)), v: (red - y) / (2 * (1 - to.red)) };
  };
  const unit = 1 / chromaScale;
  const [ofU, ofV] = [ofChroma(unit, 0), ofChroma(0, unit)];
  return {
    black: isFullRange ? 0 : 16,
    luma: 219 / lumaScale,
    lumaOfU: ofU.y * 219,
    lumaOfV: ofV.y * 219,
    uOfU: ofU.u * 224,
    uOfV: ofV.u * 224,
    vOfU: ofU.v * 224,
    vOfV: ofV.v * 224,
  };
}
