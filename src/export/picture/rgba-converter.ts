/** The compositor's pixels become 4:2:0: sixteen bytes at a time where the browser can, else one. */
import type { Size } from '../../core/geometry';
import { TO_I420_WASM } from './simd/to-i420-wasm';
import { i420Bytes, toI420 } from './yuv';

/** Converts pictures of one size. */
export interface RgbaConverter {
  /** Room for one picture: RGBA rows from the bottom up. */
  readonly rgba: Uint8Array<ArrayBuffer>;
  /**
   * What lies in `rgba`, as `toI420` converts it.
   * @param out `i420Bytes(size)` bytes; without it the result is valid until the next
   */
  convert(out?: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
}

/** The vector code takes so many pixels of a row at a time. */
const STEP = 8;

const PAGE_BYTES = 65_536;

/** Below this the module keeps what is its own. */
const ROOM_START = 1024;

/** What `simd/to-i420.as.ts` exports. */
interface SimdExports {
  readonly memory: WebAssembly.Memory;
  toI420(rgba: number, width: number, height: number, out: number): void;
}

let compiled: WebAssembly.Module | null | undefined;

/** @param size even width and height */
export function createRgbaConverter(size: Size): RgbaConverter {
  if (compiled === undefined) compiled = compile();
  return compiled === null || size.width % STEP !== 0 ? bytewise(size) : vectorised(size, compiled);
}

/** null where there are no vectors, or no WebAssembly may be compiled. */
function compile(): WebAssembly.Module | null {
  const bytes = Uint8Array.from(atob(TO_I420_WASM), (letter) => letter.charCodeAt(0));
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
}

function bytewise(size: Size): RgbaConverter {
  const rgba = new Uint8Array(size.width * size.height * 4);
  const own = new Uint8Array(i420Bytes(size));
  return {
    rgba,
    convert(out = own) {
      toI420(rgba, size, out);
      return out;
    },
  };
}

function vectorised(size: Size, module: WebAssembly.Module): RgbaConverter {
  const simd = new WebAssembly.Instance(module).exports as unknown as SimdExports;
  const { memory } = simd;
  const rgbaBytes = size.width * size.height * 4;
  const made = i420Bytes(size);
  const needed = Math.ceil((ROOM_START + rgbaBytes + made) / PAGE_BYTES);
  memory.grow(Math.max(0, needed - memory.buffer.byteLength / PAGE_BYTES));
  const rgba = new Uint8Array(memory.buffer, ROOM_START, rgbaBytes);
  const i420 = new Uint8Array(memory.buffer, ROOM_START + rgbaBytes, made);
  return {
    rgba,
    convert(out) {
      simd.toI420(ROOM_START, size.width, size.height, ROOM_START + rgbaBytes);
      out?.set(i420);
      return out ?? i420;
    },
  };
}
