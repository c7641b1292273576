/** A matte track as compact bytes for storage. */
import { StudioError } from '../core/errors';
import type { MatteTrack } from './matte-track';

/** "15MT" in ASCII, then the version. */
const MAGIC = 0x544d3531;
const VERSION = 1;
const HEADER_BYTES = 24;

/** A track may claim no more than this: ten minutes of 320×320 at 30 a second would be 1.8 GB and is refused. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** Packs a track, without loss: header, times, mattes deflated. Mattes are mostly flat, so they shrink about tenfold. */
export async function encodeMatteTrack(track: MatteTrack): Promise<Uint8Array> {
  const packed = await through(track.data, new CompressionStream('deflate-raw'), Infinity);
  const bytes = new Uint8Array(HEADER_BYTES + track.times.byteLength + packed.length);
  const view = new DataView(bytes.buffer);
  [MAGIC, VERSION, track.width, track.height, track.times.length].forEach((value, index) =>
    view.setUint32(index * 4, value, true),
  );
  track.times.forEach((time, row) => view.setFloat64(HEADER_BYTES + row * 8, time, true));
  bytes.set(packed, HEADER_BYTES + track.times.byteLength);
  return bytes;
}

/**
 * Unpacks a track.
 * @throws StudioError `file-corrupt` when the bytes are no matte track, or cut off
 */
export async function decodeMatteTrack(bytes: Uint8Array): Promise<MatteTrack> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== VERSION)
    throw new StudioError('file-corrupt', 'Not a matte track.');
  const width = view.getUint32(8, true);
  const height = view.getUint32(12, true);
  const length = view.getUint32(16, true);
  const expected = width * height * length;
  if (expected > MOST_BYTES || bytes.length < HEADER_BYTES + length * 8)
    throw new StudioError('file-corrupt', `A matte track of ${length} × ${width}×${height} cannot be.`);
  const times = Float64Array.from({ length }, (_, row) => view.getFloat64(HEADER_BYTES + row * 8, true));
  let data: Uint8Array;
  try {
    data = await through(
      bytes.subarray(HEADER_BYTES + length * 8),
      new DecompressionStream('deflate-raw'),
      expected,
    );
  } catch (cause) {
    throw new StudioError('file-corrupt', 'The mattes cannot be unpacked.', { cause });
  }
  if (data.length !== expected)
    throw new StudioError('file-corrupt', `Expected ${expected} bytes of mattes, got ${data.length}.`);
  return { width, height, times, data };
}

/** All that comes out of a (de)compressor, stopping at `most` bytes: what a file declares is not believed. */
async function through(
  bytes: Uint8Array,
  transform: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(transform).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError(`More than ${most} bytes.`);
    }
    chunks.push(value);
  }
  const joined = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
