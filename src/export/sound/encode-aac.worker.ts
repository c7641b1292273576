/** AAC by ffmpeg: browsers on Linux have no encoder for it. */
import type { FFmpeg } from '../ffmpeg/ffmpeg-client.worker';
import { AAC_CODEC, AAC_CONFIG, AAC_FRAME_SAMPLES } from './aac';
import { adtsFrames, rawFrame, withoutPriming } from './adts';
import type { FilmSound } from './film-sound';
import type { SoundPackets } from './sound-packets';

/** From so many bits a second on, the quick coder is also the better one. */
const QUICK_BITRATE = 96_000;

/** How quantisers are chosen: @see https://ffmpeg.org/ffmpeg-codecs.html#aac */
function coderFor(audioBitrate: number): 'fast' | 'twoloop' {
  return audioBitrate >= QUICK_BITRATE ? 'fast' : 'twoloop';
}

/**
 * AAC-LC, 48 kHz stereo. The sound's bytes are given away.
 * @param audioBitrate bits a second
 * @returns packets whose first is the sound's beginning
 * @throws StudioError `muxer-failed`, `worker-crashed`
 */
export async function encodeAac(
  ffmpeg: FFmpeg,
  sound: FilmSound,
  audioBitrate: number,
): Promise<SoundPackets> {
  const { sampleRate } = sound;
  const input = ['-f', 'f32le', '-ar', String(sampleRate), '-ac', '2', '-i', 'sound.pcm'];
  const stream = await ffmpeg.run({
    files: { 'sound.pcm': sound.bytes },
    blobs: {},
    output: 'sound.aac',
    args: [
      ...input,
      ...['-c:a', 'aac', '-aac_coder', coderFor(audioBitrate), '-b:a', String(audioBitrate)],
      ...['-f', 'adts', 'sound.aac'],
    ],
  });
  const duration = AAC_FRAME_SAMPLES / sampleRate;
  return {
    codec: 'aac',
    config: { codec: AAC_CODEC, sampleRate, numberOfChannels: 2, description: AAC_CONFIG },
    packets: adtsFrames(withoutPriming(stream, sound.samples)).map((frame, index) => ({
      data: rawFrame(frame),
      start: index * duration,
      duration,
    })),
  };
}
