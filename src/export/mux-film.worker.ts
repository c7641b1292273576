/** Sound and picture into one file that every service takes as it is. */
import { withoutPriming } from './adts';
import type { ExportJob } from './export-protocol';
import type { FFmpeg } from './ffmpeg/ffmpeg-client.worker';
import type { FilmSound } from './film-sound';

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

/**
 * MP4 with the index first, no edit lists, and BT.709 said in the stream and in the container.
 * @param picture H.264 Annex B without pictures out of order
 * @param sound from `encodeSound`, null for a silent film
 * @throws StudioError `muxer-failed`
 */
export async function muxFilm(
  ffmpeg: FFmpeg,
  { fps }: Pick<ExportJob, 'fps'>,
  picture: Blob,
  sound: Uint8Array<ArrayBuffer> | null,
): Promise<Blob> {
  const bytes = await ffmpeg.run({
    files: sound === null ? {} : { 'sound.aac': sound },
    blobs: { 'picture.h264': picture },
    output: 'film.mp4',
    args: [
      ...['-f', 'h264', '-r', String(fps), '-i', '/blobs/picture.h264'],
      ...(sound === null ? [] : ['-f', 'aac', '-i', 'sound.aac']),
      ...['-map', '0:v:0', ...(sound === null ? [] : ['-map', '1:a:0']), '-c', 'copy'],
      '-bsf:v',
      'h264_metadata=colour_primaries=1:transfer_characteristics=1:matrix_coefficients=1:video_full_range_flag=0',
      // Nothing of the device or the moment goes into the file.
      ...['-map_metadata', '-1', '-fflags', '+bitexact'],
      ...['-movflags', '+faststart', '-use_editlist', '0', '-f', 'mp4', 'film.mp4'],
    ],
  });
  return new Blob([bytes], { type: 'video/mp4' });
}
