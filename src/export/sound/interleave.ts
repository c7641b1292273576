/** Sound as bytes for ffmpeg: left, right, left, right. Pure. */
import type { Pcm } from '../../media/pcm';

/** Little-endian 32-bit floats of a stereo sound, or of a mono sound on both sides. */
export function interleave(pcm: Pcm): Uint8Array<ArrayBuffer> {
  const [left = new Float32Array(0), right = left] = pcm.channels;
  const samples = new Float32Array(left.length * 2);
  for (let index = 0; index < left.length; index += 1) {
    samples[index * 2] = left[index]!;
    samples[index * 2 + 1] = right[index]!;
  }
  return new Uint8Array(samples.buffer);
}
