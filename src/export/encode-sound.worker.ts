/** The film's sound, mixed and encoded beside the picture: AAC by ffmpeg, as browsers on Linux have no encoder for it. */
import type { Disposable } from '../core/ownership';
import { Scope } from '../core/ownership';
import { frameStart, toSeconds } from '../core/time';
import { planSound } from '../project/plan-sound';
import { AAC_FRAME_SAMPLES, adtsFrames, rawFrame, withoutPriming } from './adts';
import { encodeOpus } from './encode-opus.worker';
import type { ExportJob } from './export-protocol';
import { startFFmpeg, type FFmpeg } from './ffmpeg/ffmpeg-client.worker';
import { soundWithin, type FilmSound } from './film-sound';
import { startMixing } from './sound-client.worker';

/** Sound as a container takes it. */
export interface SoundPackets {
  readonly codec: 'aac' | 'opus';
  /** What a decoder is told. */
  readonly config: AudioDecoderConfig;
  /** In order, each with its beginning and length in seconds. */
  readonly packets: readonly SoundPacket[];
}

export interface SoundPacket {
  readonly data: Uint8Array;
  readonly start: number;
  readonly duration: number;
}

/** The film's sound: as it was mixed, without its bytes, and as the file takes it. Both null where nothing sounds. */
export interface EncodedSound {
  readonly sound: FilmSound | null;
  readonly packets: SoundPackets | null;
}

/** Mixing and encoding beside the picture. */
export interface SoundMaking extends Disposable {
  /** @throws StudioError what reading the sources throws, `muxer-failed`, `worker-crashed` */
  readonly encoded: Promise<EncodedSound>;
}

/** Begins to mix, and loads ffmpeg meanwhile where it is needed: 32 MB. A film in which nothing sounds needs neither. */
export function startSound(job: ExportJob): SoundMaking {
  const start = toSeconds(frameStart(job.first, job.fps));
  const duration = toSeconds(frameStart(job.count, job.fps));
  if (soundWithin(planSound(job.project), { start, duration }).pieces.length === 0)
    return { encoded: Promise.resolve({ sound: null, packets: null }), dispose: () => undefined };
  const scope = new Scope();
  const ffmpeg = job.kind === 'webm' ? null : scope.own(startFFmpeg());
  const mixing = scope.own(startMixing(job, { start, duration }));
  const encode = async (): Promise<EncodedSound> => {
    const sound = await mixing.sound;
    if (sound === null) return { sound, packets: null };
    const packets =
      ffmpeg === null
        ? await encodeOpus(sound, job.audioBitrate)
        : await encodeAac(ffmpeg, sound, job.audioBitrate);
    return { sound, packets };
  };
  const encoded = encode();
  // Heard of when it is waited for.
  encoded.catch(() => undefined);
  return { encoded, dispose: () => scope.dispose() };
}

/** Raw sound as ffmpeg is given it. */
function inputOf({ sampleRate }: FilmSound): string[] {
  return ['-f', 'f32le', '-ar', String(sampleRate), '-ac', '2', '-i', 'sound.pcm'];
}

/** AudioSpecificConfig of AAC-LC, 48 kHz, two channels (ISO/IEC 14496-3 1.6.2.1). */
const AAC_CONFIG = new Uint8Array([0x11, 0x90]);

/**
 * AAC-LC, 48 kHz stereo. The sound's bytes are given away.
 * @returns packets whose first is the sound's beginning
 * @throws StudioError `muxer-failed`
 */
async function encodeAac(ffmpeg: FFmpeg, sound: FilmSound, audioBitrate: number): Promise<SoundPackets> {
  const stream = await ffmpeg.run({
    files: { 'sound.pcm': sound.bytes },
    blobs: {},
    output: 'sound.aac',
    args: [...inputOf(sound), '-c:a', 'aac', '-b:a', String(audioBitrate), '-f', 'adts', 'sound.aac'],
  });
  const { sampleRate } = sound;
  const duration = AAC_FRAME_SAMPLES / sampleRate;
  return {
    codec: 'aac',
    config: { codec: 'mp4a.40.2', sampleRate, numberOfChannels: 2, description: AAC_CONFIG },
    packets: adtsFrames(withoutPriming(stream, sound.samples)).map((frame, index) => ({
      data: rawFrame(frame),
      start: index * duration,
      duration,
    })),
  };
}
