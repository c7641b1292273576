/** Streams that native x264 makes, and what native ffmpeg decodes. */
import { spawnSync } from 'node:child_process';

/** What ffmpeg writes to its standard output, the one output of these arguments. @throws Error with its words */
export function ffmpegOutput(args: readonly string[], input?: Uint8Array): Buffer {
  const { status, stdout, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args], {
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
}

/** Half a second of 96×128 at 30 a second as H.264 in Annex B. @param hue turns the colours, so that streams differ */
export function x264Stream(encoding: readonly string[], hue = 0): Uint8Array {
  const picture = `testsrc2=size=96x128:rate=30:duration=0.5,hue=h=${hue}`;
  const source = ['-f', 'lavfi', '-i', picture, '-pix_fmt', 'yuv420p', '-c:v', 'libx264'];
  return new Uint8Array(ffmpegOutput([...source, ...encoding, '-f', 'h264', '-']));
}

/** All pictures of a film or stream, one after another: 4:2:0. */
export function decodedPictures(film: Uint8Array, format: 'h264' | 'mp4'): Buffer {
  return ffmpegOutput(
    ['-f', format, '-i', '-', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-vsync', 'passthrough', '-'],
    film,
  );
}
