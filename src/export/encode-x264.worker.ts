/** The picture by x264 as WebAssembly: for browsers without an encoder of their own. In chunks, so that raw frames never pile up. */
import { StudioError } from '../core/errors';
import { groupLength } from './encode-webcodecs.worker';
import type { ExportJob } from './export-protocol';
import { startFFmpeg, type FFmpeg } from './ffmpeg/ffmpeg-client.worker';
import type { FilmFrames } from './film-frames.worker';
import type { Stopwatch } from './stopwatch';
import { copyI420 } from './video-frame';
import { i420Bytes } from './yuv';

/** A chunk is a second: 41 MB of raw pictures at 720×1280, and a whole number of groups of pictures. */
const CHUNK_SECONDS = 1;

/** Encoders side by side. x264 has no hand-written code in WebAssembly and one thread; more cores help. */
function encoderCount(): number {
  return navigator.hardwareConcurrency >= 4 ? 3 : 2;
}

/**
 * Encodes all frames.
 * @returns an H.264 Annex B stream
 * @throws StudioError `muxer-failed`, `worker-crashed`; what drawing throws
 */
export async function encodeWithX264(
  job: ExportJob,
  frames: FilmFrames,
  stopwatch: Stopwatch,
  onFrame: (done: number) => void,
): Promise<Blob> {
  const chunkFrames = Math.round(job.fps * CHUNK_SECONDS);
  const encoders = Array.from(
    { length: Math.min(encoderCount(), Math.ceil(frames.count / chunkFrames)) },
    startFFmpeg,
  );
  const parts: Promise<Blob>[] = [];
  let done = 0;
  try {
    for (let first = 0; first < frames.count; first += chunkFrames) {
      const length = Math.min(chunkFrames, frames.count - first);
      const raw = await drawChunk(job, frames, first, length, stopwatch);
      // The encoder that was given a chunk longest ago; it must have finished that one.
      const turn = parts.length;
      const encoder = encoders[turn % encoders.length];
      await stopwatch.time('encode', () => parts[turn - encoders.length]);
      if (encoder === undefined) throw new StudioError('unexpected', 'No encoder was started.');
      const part = encodeChunk(encoder, job, raw).then((bytes) => {
        onFrame((done += length));
        return new Blob([bytes]);
      });
      // A chunk that fails is heard of when it is waited for.
      part.catch(() => undefined);
      parts.push(part);
    }
    return new Blob(await stopwatch.time('encode', () => Promise.all(parts)));
  } finally {
    for (const encoder of encoders) encoder.dispose();
  }
}

async function drawChunk(
  { size }: ExportJob,
  frames: FilmFrames,
  first: number,
  length: number,
  stopwatch: Stopwatch,
): Promise<Uint8Array<ArrayBuffer>> {
  const frameBytes = i420Bytes(size);
  const raw = new Uint8Array(frameBytes * length);
  for (let index = 0; index < length; index += 1) {
    const frame = await frames.draw(first + index);
    const room = raw.subarray(index * frameBytes, (index + 1) * frameBytes);
    if (frame.kind === 'bytes') room.set(frame.bytes);
    else await stopwatch.time('read', () => copyI420(frame.picture, size, room));
  }
  return raw;
}

function encodeChunk(
  encoder: FFmpeg,
  { size, fps, videoBitrate }: ExportJob,
  raw: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const group = String(groupLength(fps));
  return encoder.run({
    files: { 'chunk.yuv': raw },
    blobs: {},
    output: 'chunk.h264',
    args: [
      ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${size.width}x${size.height}`, '-r', String(fps)],
      ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
      ...[
        '-i',
        'chunk.yuv',
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
        '-threads',
        '1',
        '-profile:v',
        'high',
      ],
      // Constant quality under a ceiling, so that quiet films stay small. Each chunk begins with a full reserve: half a
      // second of it keeps a chunk from taking twice its share.
      ...['-crf', '20', '-maxrate', String(videoBitrate), '-bufsize', String(Math.round(videoBitrate / 2))],
      // Chunks are joined byte by byte: each begins with a whole picture, and none is out of order.
      ...['-g', group, '-keyint_min', group, '-sc_threshold', '0', '-bf', '0', '-flags', '+cgop'],
      ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
      ...['-f', 'h264', 'chunk.h264'],
    ],
  });
}
