/** A piece of a film's picture, encoded, as it is kept on disk while the film is being made. Pure. */
import { StudioError } from '../../core/errors';

/** Who made the packets. */
export type ChunkMaker = 'copy' | 'webcodecs' | 'x264';

export type PictureCodec = 'avc' | 'vp9' | 'vp8';

/** One encoded picture. */
export interface ChunkSample {
  /** Frame of the film at which it is shown. */
  readonly frame: number;
  readonly isKey: boolean;
  readonly bytes: number;
}

/** Whole groups of pictures: nothing in it needs what lies before or after. */
export interface FilmChunk {
  /** Frames of the film: [first, first + count). */
  readonly first: number;
  readonly count: number;
  readonly maker: ChunkMaker;
  readonly codec: PictureCodec;
  /** Parameter sets of H.264, without start codes; none for others. */
  readonly sps: readonly Uint8Array[];
  readonly pps: readonly Uint8Array[];
  /** In the order of decoding. */
  readonly samples: readonly ChunkSample[];
  /** What some of its frames looked like when they were drawn, by frame. */
  readonly signatures: ReadonlyMap<number, Uint8ClampedArray>;
  /** The samples one after another; of H.264 with four bytes of length before each NAL unit. */
  readonly data: Uint8Array<ArrayBuffer>;
}

/** A chunk where it lies, and what must be known of it before the first of the film is written. */
export interface StoredChunk {
  readonly first: number;
  readonly count: number;
  readonly sps: readonly Uint8Array[];
  readonly pps: readonly Uint8Array[];
  /** @throws StudioError `file-corrupt`, `file-unreadable` */
  read(): Promise<FilmChunk>;
}

/** "F15C": a file that begins otherwise is none of ours. */
const MAGIC = 0x46313543;

const FIXED_BYTES = 8;

/** Headers beyond this are damage. */
const LONGEST_HEADER_BYTES = 4 * 1024 * 1024;

interface Header {
  readonly first: number;
  readonly count: number;
  readonly maker: ChunkMaker;
  readonly codec: PictureCodec;
  readonly sps: readonly string[];
  readonly pps: readonly string[];
  /** Frame, 1 for a key picture, bytes. */
  readonly samples: readonly (readonly [number, number, number])[];
  readonly signatures: readonly (readonly [number, string])[];
}

/** The chunk as bytes: magic, length of the header, header as JSON, samples. */
export function packChunk(chunk: FilmChunk): Uint8Array<ArrayBuffer> {
  const header: Header = {
    first: chunk.first,
    count: chunk.count,
    maker: chunk.maker,
    codec: chunk.codec,
    sps: chunk.sps.map(toText),
    pps: chunk.pps.map(toText),
    samples: chunk.samples.map(({ frame, isKey, bytes }) => [frame, isKey ? 1 : 0, bytes]),
    signatures: [...chunk.signatures].map(([frame, pixels]) => [frame, toText(pixels)]),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const packed = new Uint8Array(FIXED_BYTES + text.length + chunk.data.length);
  const view = new DataView(packed.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, text.length);
  packed.set(text, FIXED_BYTES);
  packed.set(chunk.data, FIXED_BYTES + text.length);
  return packed;
}

/**
 * Reads a chunk back.
 * @throws StudioError `file-corrupt` for a file that a killed tab left half written, or that is none of ours
 */
export function unpackChunk(packed: Uint8Array<ArrayBuffer>): FilmChunk {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const length = packed.length < FIXED_BYTES || view.getUint32(0) !== MAGIC ? Infinity : view.getUint32(4);
  if (length > Math.min(LONGEST_HEADER_BYTES, packed.length - FIXED_BYTES))
    throw new StudioError('file-corrupt', `No chunk of a film in ${packed.length} bytes.`);
  const header = readHeader(packed.subarray(FIXED_BYTES, FIXED_BYTES + length));
  const data = packed.subarray(FIXED_BYTES + length);
  const samples = header.samples.map(([frame, key, bytes]) => ({ frame, isKey: key === 1, bytes }));
  const expected = samples.reduce((sum, { bytes }) => sum + bytes, 0);
  if (expected !== data.length || samples.length !== header.count)
    throw new StudioError('file-corrupt', `A chunk says ${expected} bytes and has ${data.length}.`);
  return {
    ...header,
    sps: header.sps.map(toBytes),
    pps: header.pps.map(toBytes),
    samples,
    signatures: new Map(
      header.signatures.map(([frame, pixels]) => [frame, new Uint8ClampedArray(toBytes(pixels))]),
    ),
    data,
  };
}

function readHeader(bytes: Uint8Array): Header {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Header;
  } catch (cause) {
    throw new StudioError('file-corrupt', 'The header of a chunk is damaged.', { cause });
  }
}

function toText(bytes: Uint8Array | Uint8ClampedArray): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
