/** Opus for WebM, by the encoder that every browser with WebCodecs has. */
import { StudioError } from '../../core/errors';
import type { SoundPacket, SoundPackets } from './sound-packets';
import type { FilmSound } from './film-sound';

/** Samples that are handed over at a time. */
const PORTION = 48_000;

const CHANNELS = 2;

/**
 * Opus at 48 kHz, stereo; the header says how much of the beginning a player skips.
 * @param audioBitrate bits a second
 * @throws StudioError `encoder-unsupported` where there is no encoder for Opus, `export-failed`
 */
export async function encodeOpus(sound: FilmSound, audioBitrate: number): Promise<SoundPackets> {
  const { sampleRate } = sound;
  const config = { codec: 'opus', sampleRate, numberOfChannels: CHANNELS, bitrate: audioBitrate };
  if (typeof AudioEncoder === 'undefined' || !(await AudioEncoder.isConfigSupported(config)).supported)
    throw new StudioError('encoder-unsupported', 'This browser has no encoder for Opus.');
  const packets: SoundPacket[] = [];
  let heard: AudioDecoderConfig | null = null;
  let failure: unknown = null;
  const encoder = new AudioEncoder({
    output: (chunk, metadata) => {
      heard ??= metadata?.decoderConfig ?? null;
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      packets.push({ data, start: chunk.timestamp / 1e6, duration: (chunk.duration ?? 0) / 1e6 });
    },
    error: (error) => (failure = error),
  });
  try {
    encoder.configure(config);
    for (const portion of portionsOf(sound)) {
      try {
        encoder.encode(portion);
      } finally {
        portion.close();
      }
    }
    await encoder.flush();
  } catch (cause) {
    throw failed(failure ?? cause);
  } finally {
    if (encoder.state !== 'closed') encoder.close();
  }
  if (heard === null || packets.length === 0) throw failed(failure);
  return { codec: 'opus', config: heard, packets };
}

function* portionsOf({ bytes, samples, sampleRate }: FilmSound): Generator<AudioData, void, void> {
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, samples * CHANNELS);
  for (let start = 0; start < samples; start += PORTION) {
    const numberOfFrames = Math.min(PORTION, samples - start);
    yield new AudioData({
      format: 'f32',
      sampleRate,
      numberOfChannels: CHANNELS,
      numberOfFrames,
      timestamp: Math.round((start / sampleRate) * 1e6),
      data: all.slice(start * CHANNELS, (start + numberOfFrames) * CHANNELS),
    });
  }
}

function failed(cause: unknown): StudioError {
  return new StudioError('export-failed', 'The sound could not be encoded as Opus.', { cause });
}
