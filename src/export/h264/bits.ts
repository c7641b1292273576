/** Bits of H.264 headers: fixed lengths and Exp-Golomb codes (Rec. ITU-T H.264, 9.1). Pure. */
import { StudioError } from '../../core/errors';

/** Reads an RBSP from its first bit. */
export class BitReader {
  #position = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** Bits read so far. */
  get position(): number {
    return this.#position;
  }

  /** @throws StudioError `file-corrupt` behind the end */
  bit(): number {
    const byte = this.bytes[this.#position >> 3];
    if (byte === undefined) throw new StudioError('file-corrupt', 'A header of the stream is cut off.');
    const bit = (byte >> (7 - (this.#position & 7))) & 1;
    this.#position += 1;
    return bit;
  }

  /** An unsigned number of `count` ≤ 32 bits. */
  bits(count: number): number {
    let value = 0;
    for (let index = 0; index < count; index += 1) value = value * 2 + this.bit();
    return value;
  }

  /** ue(v). */
  ue(): number {
    let zeros = 0;
    while (this.bit() === 0) {
      zeros += 1;
      if (zeros > 32) throw new StudioError('file-corrupt', 'A number in the stream has no end.');
    }
    return 2 ** zeros - 1 + this.bits(zeros);
  }

  /** se(v). */
  se(): number {
    const code = this.ue();
    return code % 2 === 1 ? (code + 1) / 2 : -code / 2;
  }

  /** Bits up to the trailing one, which ends what is said. */
  get dataBits(): number {
    for (let index = this.bytes.length - 1; index >= 0; index -= 1) {
      const byte = this.bytes[index] ?? 0;
      if (byte === 0) continue;
      return index * 8 + 7 - Math.log2(byte & -byte);
    }
    return 0;
  }
}

/** Writes an RBSP. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #length = 0;

  bit(value: number): void {
    if ((this.#length & 7) === 0) this.#bytes.push(0);
    const last = this.#bytes.length - 1;
    if (value !== 0) this.#bytes[last] = (this.#bytes[last] ?? 0) | (0x80 >> (this.#length & 7));
    this.#length += 1;
  }

  bits(value: number, count: number): void {
    for (let index = count - 1; index >= 0; index -= 1) this.bit(Math.floor(value / 2 ** index) % 2);
  }

  /** ue(v). */
  ue(value: number): void {
    const length = ueLength(value);
    this.bits(value + 1, length);
  }

  /** Bits [from, to) of another RBSP. */
  copy(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.bit(((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
  }

  /** Ends with a one and zeros up to the next byte. */
  toRbsp(): Uint8Array<ArrayBuffer> {
    this.bit(1);
    return Uint8Array.from(this.#bytes);
  }
}

/** Bits of a number as ue(v): as many zeros as the number has bits after its first, and the number itself. */
export function ueLength(value: number): number {
  return 2 * Math.floor(Math.log2(value + 1)) + 1;
}
