/** Short runs that make ffmpeg's code fast before it is needed: what runs for the first time is only compiled in haste. */
import type { FFmpeg } from './ffmpeg-client.worker';
import type { FFmpegRun } from './ffmpeg-protocol';

/** Samples a second of the sound that is thrown away. */
const RATE = 48_000;

/** Pixels of the pictures that are thrown away. */
const SIDE = 512;

/** As many pixels as of fourteen pictures of 720×1280: fewer leave parts of x264 slow (measured: 28 ms a picture against 12). */
const PICTURES = 48;

/** Runs the encoder of sound and, where it will be needed, that of pictures. Resolves when done; a failure is left to the real run. */
export async function warmUp(ffmpeg: FFmpeg, withPictures: boolean): Promise<void> {
  const runs = withPictures ? [soundRun(), pictureRun()] : [soundRun()];
  await Promise.allSettled(runs.map((run) => ffmpeg.run(run)));
}

function soundRun(): FFmpegRun {
  const sound = Float32Array.from({ length: 2 * RATE * 2 }, (_, at) => 0.3 * Math.sin(at * at));
  const input = ['-f', 'f32le', '-ar', String(RATE), '-ac', '2', '-i', 'warm.pcm'];
  return {
    files: { 'warm.pcm': new Uint8Array(sound.buffer) },
    blobs: {},
    output: 'warm.aac',
    args: [...input, '-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '128000', '-f', 'adts', 'warm.aac'],
  };
}

function pictureRun(): FFmpegRun {
  const luma = SIDE * SIDE;
  const pictures = new Uint8Array((PICTURES * luma * 3) / 2);
  for (let at = 0; at < pictures.length; at += 1) pictures[at] = (at >> 5) + (at % 97);
  return {
    files: { 'warm.yuv': pictures },
    blobs: {},
    output: 'warm.h264',
    args: [
      ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${SIDE}x${SIDE}`, '-r', '30', '-i', 'warm.yuv'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-threads', '1', '-bf', '0', '-g', '15'],
      ...['-crf', '20', '-maxrate', '4000000', '-bufsize', '2000000', '-f', 'h264', 'warm.h264'],
    ],
  };
}
