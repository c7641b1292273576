/** AAC frames as ADTS carries them. Pure. */
import { StudioError } from '../../core/errors';
import { AAC_FRAME_SAMPLES } from './aac';

const HEADER_BYTES = 7;

const CHECKSUM_BYTES = 2;

/**
 * Cuts a stream into its frames.
 * @throws StudioError `muxer-failed` when the bytes are no ADTS stream, or cut off
 */
export function adtsFrames(bytes: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = frameLength(bytes, at);
    if (length < HEADER_BYTES || at + length > bytes.length)
      throw new StudioError('muxer-failed', `No whole AAC frame at byte ${at} of ${bytes.length}.`);
    frames.push(bytes.subarray(at, at + length));
    at += length;
  }
  return frames;
}

/**
 * A stream that starts with the sound's first sample and is no longer than `samples`.
 *
 * The encoder begins with one frame that only fills its window (1024 samples, 21 ms). Players skip it when an edit list
 * says so; without edit lists, which upload services mis-handle, it would delay the sound. Leaving the frame out puts
 * every sample where it belongs; the first 21 ms fade in.
 */
export function withoutPriming(bytes: Uint8Array, samples: number): Uint8Array<ArrayBuffer> {
  const kept = adtsFrames(bytes).slice(1, 1 + Math.max(1, Math.floor(samples / AAC_FRAME_SAMPLES)));
  const joined = new Uint8Array(kept.reduce((sum, frame) => sum + frame.length, 0));
  let at = 0;
  for (const frame of kept) {
    joined.set(frame, at);
    at += frame.length;
  }
  return joined;
}

/** A frame without its ADTS header, as MP4 stores it. */
export function rawFrame(frame: Uint8Array): Uint8Array {
  const hasChecksum = ((frame[1] ?? 1) & 1) === 0;
  return frame.subarray(HEADER_BYTES + (hasChecksum ? CHECKSUM_BYTES : 0));
}

/** 0 where no frame begins. */
function frameLength(bytes: Uint8Array, at: number): number {
  const byte = (offset: number): number => bytes[at + offset] ?? 0;
  if (byte(0) !== 0xff || (byte(1) & 0xf6) !== 0xf0) return 0;
  return ((byte(3) & 3) << 11) | (byte(4) << 3) | (byte(5) >> 5);
}
