/** NAL units: cutting streams into them and joining them (Rec. ITU-T H.264, 7.4.1 and Annex B; ISO/IEC 14496-15). Pure. */
import { StudioError } from '../../core/errors';

/** `nal_unit_type` of what is met in films. */
export const NAL = { slice: 1, idr: 5, sei: 6, sps: 7, pps: 8, delimiter: 9, filler: 12 } as const;

export function nalType(nal: Uint8Array): number {
  return (nal[0] ?? 0) & 31;
}

/** The units between start codes, as parts of `bytes`; zeros behind a unit belong to none. */
export function splitAnnexB(bytes: Uint8Array): Uint8Array[] {
  const nals: Uint8Array[] = [];
  let start = -1;
  for (let at = bytes.indexOf(1, 2); at >= 0; at = bytes.indexOf(1, at + 1)) {
    if (bytes[at - 1] !== 0 || bytes[at - 2] !== 0) continue;
    if (start >= 0) nals.push(withoutZeros(bytes, start, at - 2));
    start = at + 1;
  }
  if (start >= 0) nals.push(withoutZeros(bytes, start, bytes.length));
  return nals.filter(({ length }) => length > 0);
}

function withoutZeros(bytes: Uint8Array, from: number, to: number): Uint8Array {
  let end = to;
  while (end > from && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(from, end);
}

/**
 * The units of a sample in which each has its length before it, as parts of `bytes`.
 * @param lengthSize bytes of a length: 1, 2 or 4
 * @throws StudioError `file-corrupt` for a length that reaches beyond the sample
 */
export function splitLengthPrefixed(bytes: Uint8Array, lengthSize: number): Uint8Array[] {
  const nals: Uint8Array[] = [];
  for (let at = 0; at + lengthSize <= bytes.length;) {
    let length = 0;
    for (let index = 0; index < lengthSize; index += 1) length = length * 256 + (bytes[at + index] ?? 0);
    at += lengthSize;
    if (at + length > bytes.length)
      throw new StudioError('file-corrupt', `A unit of ${length} bytes in ${bytes.length - at}.`);
    if (length > 0) nals.push(bytes.subarray(at, at + length));
    at += length;
  }
  return nals;
}

/** The units with four bytes of length before each. */
export function toLengthPrefixed(nals: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(nals.reduce((sum, { length }) => sum + 4 + length, 0));
  const view = new DataView(joined.buffer);
  let at = 0;
  for (const nal of nals) {
    view.setUint32(at, nal.length);
    joined.set(nal, at + 4);
    at += 4 + nal.length;
  }
  return joined;
}

/** What a unit says: without its header of one byte, and without the threes that keep start codes out. */
export function toRbsp(nal: Uint8Array): Uint8Array<ArrayBuffer> {
  const rbsp = new Uint8Array(nal.length);
  let length = 0;
  let zeros = 0;
  for (let at = 1; at < nal.length; at += 1) {
    const byte = nal[at] ?? 0;
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    rbsp[length] = byte;
    length += 1;
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return rbsp.slice(0, length);
}

/** The unit that says this; a three goes before each byte that would complete a start code. */
export function toNal(header: number, rbsp: Uint8Array): Uint8Array<ArrayBuffer> {
  // Two zeros before each three: it grows by half at most.
  const nal = new Uint8Array(2 + Math.ceil(rbsp.length * 1.5));
  nal[0] = header;
  let length = 1;
  let zeros = 0;
  for (const byte of rbsp) {
    if (zeros >= 2 && byte <= 3) {
      nal[length] = 3;
      length += 1;
      zeros = 0;
    }
    nal[length] = byte;
    length += 1;
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return nal.slice(0, length);
}
