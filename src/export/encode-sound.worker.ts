/** The film's sound as AAC, by ffmpeg: browsers on Linux have no encoder for it. */
import type { Disposable } from '../core/ownership';
import { Scope } from '../core/ownership';
import { frameStart, toSeconds } from '../core/time';
import { planSound } from '../project/plan-sound';
import { withoutPriming } from './adts';
import type { ExportJob } from './export-protocol';
import { startFFmpeg, type FFmpeg } from './ffmpeg/ffmpeg-client.worker';
import { soundWithin, type FilmSound } from './film-sound';
import { startMixing } from './sound-client.worker';

/** The film's sound: as it was mixed, without its bytes, and as the file takes it. Both null where nothing sounds. */
export interface EncodedSound {
  readonly sound: FilmSound | null;
  readonly aac: Uint8Array<ArrayBuffer> | null;
}

/** Mixing and encoding beside the picture. */
export interface SoundMaking extends Disposable {
  /** @throws StudioError what reading the sources throws, `muxer-failed`, `worker-crashed` */
  readonly encoded: Promise<EncodedSound>;
}

/** Begins to mix, and loads ffmpeg meanwhile: 32 MB. A film in which nothing sounds needs neither. */
export function startSound(job: ExportJob): SoundMaking {
  const start = toSeconds(frameStart(job.first, job.fps));
  const duration = toSeconds(frameStart(job.count, job.fps));
  if (soundWithin(planSound(job.project), { start, duration }).pieces.length === 0)
    return { encoded: Promise.resolve({ sound: null, aac: null }), dispose: () => undefined };
  const scope = new Scope();
  const ffmpeg = scope.own(startFFmpeg());
  const mixing = scope.own(startMixing(job, { start, duration }));
  const encode = async (): Promise<EncodedSound> => {
    const sound = await mixing.sound;
    return { sound, aac: sound === null ? null : await encodeSound(ffmpeg, sound, job.audioBitrate) };
  };
  const encoded = encode();
  // Heard of when it is waited for.
  encoded.catch(() => undefined);
  return { encoded, dispose: () => scope.dispose() };
}

/**
 * AAC-LC, 48 kHz stereo. The sound's bytes are given away.
 * @returns an ADTS stream whose first frame is the sound's beginning
 * @throws StudioError `muxer-failed`
 */
export async function encodeSound(
  ffmpeg: FFmpeg,
  sound: FilmSound,
  audioBitrate: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = await ffmpeg.run({
    files: { 'sound.pcm': sound.bytes },
    blobs: {},
    output: 'sound.aac',
    args: [
      ...['-f', 'f32le', '-ar', String(sound.sampleRate), '-ac', '2', '-i', 'sound.pcm'],
      ...['-c:a', 'aac', '-b:a', String(audioBitrate), '-f', 'adts', 'sound.aac'],
    ],
  });
  return withoutPriming(stream, sound.samples);
}
