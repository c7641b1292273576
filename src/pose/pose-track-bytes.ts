/** A pose track as compact bytes for storage: a small header, then the columns as they are in memory (little-endian). */
import { StudioError } from '../core/errors';
import { LANDMARK_COUNT } from './landmarks';
import type { PoseTrack } from './pose-track';

/** "15PT" in ASCII, then the version. */
const MAGIC = 0x54503531;
const VERSION = 1;
const HEADER_BYTES = 32;

/** Bytes of one row without its time and flag: image, world and visibility as 32-bit floats. */
const COORDINATES = LANDMARK_COUNT * 3;

/** Packs a track. Lossless. */
export function encodePoseTrack(track: PoseTrack): Uint8Array {
  const source = new TextEncoderLite().encode(track.source);
  const { length } = track;
  const floats = length * (COORDINATES * 2 + LANDMARK_COUNT);
  const bytes = new Uint8Array(HEADER_BYTES + length * 8 + floats * 4 + length + source.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, length, true);
  view.setUint32(12, source.length, true);
  view.setFloat64(16, track.fps, true);
  view.setFloat64(24, track.aspect, true);
  let at = HEADER_BYTES;
  for (const column of [track.times, track.image, track.world, track.visibility, track.present]) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  bytes.set(source, at);
  return bytes;
}

/**
 * Unpacks a track.
 * @throws StudioError `file-corrupt` when the bytes are no pose track, or cut off
 */
export function decodePoseTrack(bytes: Uint8Array): PoseTrack {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (
    bytes.length < HEADER_BYTES ||
    view.getUint32(0, true) !== MAGIC ||
    view.getUint32(4, true) !== VERSION
  ) {
    throw new StudioError('file-corrupt', 'Not a pose track.');
  }
  const length = view.getUint32(8, true);
  const sourceLength = view.getUint32(12, true);
  const expected =
    HEADER_BYTES + length * 8 + length * (COORDINATES * 2 + LANDMARK_COUNT) * 4 + length + sourceLength;
  if (bytes.length !== expected) {
    throw new StudioError(
      'file-corrupt',
      `A pose track of ${length} rows has ${expected} bytes, not ${bytes.length}.`,
    );
  }
  let at = HEADER_BYTES;
  const take = (size: number): ArrayBuffer => {
    const part = bytes.slice(at, at + size).buffer;
    at += size;
    return part;
  };
  return {
    fps: view.getFloat64(16, true),
    aspect: view.getFloat64(24, true),
    length,
    times: new Float64Array(take(length * 8)),
    image: new Float32Array(take(length * COORDINATES * 4)),
    world: new Float32Array(take(length * COORDINATES * 4)),
    visibility: new Float32Array(take(length * LANDMARK_COUNT * 4)),
    present: new Uint8Array(take(length)),
    source: new TextEncoderLite().decode(bytes.subarray(at)),
  };
}

/** Source names are short and plain; pure code has no TextEncoder. Characters beyond Latin-1 become "?". */
class TextEncoderLite {
  encode(text: string): Uint8Array {
    return Uint8Array.from([...text], (character) => {
      const code = character.codePointAt(0) ?? 63;
      return code < 256 ? code : 63;
    });
  }

  decode(bytes: Uint8Array): string {
    return [...bytes].map((byte) => String.fromCharCode(byte)).join('');
  }
}
