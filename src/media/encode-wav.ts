/** Sound as a WAV file of 16-bit samples: what a browser without an audio encoder can always write. */
import type { Pcm } from './pcm';

const HEADER_BYTES = 44;

/** Mono: all channels are mixed. @param from, to seconds of the sound */
export function encodeWav(pcm: Pcm, from: number, to: number): Uint8Array<ArrayBuffer> {
  const { sampleRate, channels } = pcm;
  const first = Math.max(0, Math.round(from * sampleRate));
  const last = Math.min(channels[0]?.length ?? 0, Math.round(to * sampleRate));
  const length = Math.max(0, last - first);
  const bytes = new Uint8Array(HEADER_BYTES + length * 2);
  const view = new DataView(bytes.buffer);
  const tag = (at: number, text: string): void => {
    for (let index = 0; index < 4; index += 1) view.setUint8(at + index, text.charCodeAt(index));
  };
  tag(0, 'RIFF');
  view.setUint32(4, 36 + length * 2, true);
  tag(8, 'WAVE');
  tag(12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  tag(36, 'data');
  view.setUint32(40, length * 2, true);
  for (let index = 0; index < length; index += 1) {
    let sum = 0;
    for (const channel of channels) sum += channel[first + index] ?? 0;
    const sample = Math.max(-1, Math.min(1, sum / Math.max(1, channels.length)));
    view.setInt16(HEADER_BYTES + index * 2, Math.round(sample * 32767), true);
  }
  return bytes;
}
