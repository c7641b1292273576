/** The picture by x264 as WebAssembly: for browsers without an encoder of their own. In chunks, so that raw frames never pile up. */
import { StudioError } from '../../core/errors';
import { pictureOf, splitPictures } from '../chunks/annex-b-picture';
import { ChunkAssembler } from '../chunks/chunk-assembler';
import type { FilmChunk } from '../chunks/film-chunk';
import type { ExportJob } from '../export-protocol';
import type { FFmpeg } from '../ffmpeg/ffmpeg-client.worker';
import type { FilmStretch } from '../routes/stretch';
import { signatureOfFrame } from './frame-signature.worker';
import { groupLength, isGroupStart } from './group-length';
import type { PictureMaking } from './make-picture.worker';
import { spansOf, type FrameSpan } from './missing-stretches';
import { x264Count } from './x264-count';
import { i420Bytes } from './yuv';

/** Raw pictures of a chunk that is being gathered. */
interface RawChunk {
  readonly span: FrameSpan;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly signatures: Map<number, Uint8ClampedArray>;
}

/** Rooms for raw chunks, used again and again. */
class RawRooms {
  readonly #free: Uint8Array<ArrayBuffer>[] = [];

  /** @returns room of so many bytes, with anything in it */
  take(bytes: number): Uint8Array<ArrayBuffer> {
    const at = this.#free.findIndex(({ length }) => length === bytes);
    return this.#free.splice(at, at < 0 ? 0 : 1)[0] ?? new Uint8Array(bytes);
  }

  give(rooms: readonly Uint8Array<ArrayBuffer>[]): void {
    this.#free.push(...rooms);
  }
}

/**
 * Lets x264 encode.
 * @throws StudioError `muxer-failed`, `worker-crashed`; what drawing and keeping throw
 */
export async function makeWithX264(making: PictureMaking): Promise<void> {
  const { job, stretches, stopwatch, keep, onFrames } = making;
  const rooms = new RawRooms();
  const turns = new EncoderTurns(job, making.takeFFmpeg, rooms);
  try {
    for (const stretch of stretches) {
      for await (const raw of rawChunks(making, stretch, rooms)) {
        await stopwatch.time('encode', () =>
          turns.encode(raw, async (chunk) => {
            await keep(chunk);
            onFrames(chunk.count);
          }),
        );
      }
    }
    await stopwatch.time('encode', () => turns.finish());
  } finally {
    turns.dispose();
  }
}

async function* rawChunks(
  { job, frames, stopwatch }: PictureMaking,
  stretch: FilmStretch,
  rooms: RawRooms,
): AsyncGenerator<RawChunk, void, void> {
  const frameBytes = i420Bytes(job.size);
  const spans = spansOf(stretch, groupLength(job.fps));
  let open: RawChunk | null = null;
  /** Frames are written where the encoder will find them. */
  const roomFor = (frame: number): Uint8Array<ArrayBuffer> => {
    const span = spans.find(({ first, count }) => frame >= first && frame < first + count);
    if (span === undefined) throw new StudioError('unexpected', `Frame ${frame} lies in no chunk.`);
    if (open?.span !== span)
      open = { span, bytes: rooms.take(frameBytes * span.count), signatures: new Map() };
    const at = (frame - span.first) * frameBytes;
    return open.bytes.subarray(at, at + frameBytes);
  };
  let frame = stretch.first;
  for await (const picture of frames.framesOf(stretch, frame, { canScale: false, roomFor })) {
    const chunk = open as RawChunk | null;
    if (chunk === null || picture.kind !== 'bytes')
      throw new StudioError('unexpected', `Frame ${frame} cannot be encoded by x264.`);
    const { first, count } = chunk.span;
    if (isGroupStart(frame - first, job.fps) || frame === job.count - 1)
      chunk.signatures.set(frame, await signatureOfFrame(picture, job.size, stopwatch));
    if (frame === first + count - 1) yield chunk;
    frame += 1;
  }
}

/** Encoders that take chunks in turn; each has one at a time, and its next waits for it. */
class EncoderTurns {
  readonly #encoders: FFmpeg[];
  readonly #done: Promise<void>[] = [];

  constructor(
    readonly job: ExportJob,
    takeFFmpeg: () => FFmpeg,
    private readonly rooms: RawRooms,
  ) {
    this.#encoders = Array.from({ length: x264Count() }, takeFFmpeg);
  }

  /** Waits for a free encoder, and lets it work. */
  async encode(raw: RawChunk, keep: (chunk: FilmChunk) => Promise<void>): Promise<void> {
    const turn = this.#done.length;
    const encoder = this.#encoders[turn % this.#encoders.length];
    // The one that was given a chunk longest ago must have finished that one.
    await this.#done[turn - this.#encoders.length];
    if (encoder === undefined) throw new StudioError('unexpected', 'No encoder was started.');
    const done = encodeChunk(encoder, this.job, raw, this.rooms).then(keep);
    // A chunk that fails is heard of when it is waited for.
    done.catch(() => undefined);
    this.#done.push(done);
  }

  async finish(): Promise<void> {
    await Promise.all(this.#done);
  }

  dispose(): void {
    for (const encoder of this.#encoders) encoder.dispose();
  }
}

async function encodeChunk(
  encoder: FFmpeg,
  job: ExportJob,
  raw: RawChunk,
  rooms: RawRooms,
): Promise<FilmChunk> {
  const { first, count } = raw.span;
  const stream = await encoder.run(
    { files: { 'chunk.yuv': raw.bytes }, blobs: {}, output: 'chunk.h264', args: encoderArguments(job) },
    (files) => rooms.give(files),
  );
  const chunk = new ChunkAssembler(first, count, 'x264', 'avc');
  raw.signatures.forEach((pixels, frame) => chunk.signatures.set(frame, pixels));
  for (const [index, nals] of splitPictures(stream).entries()) {
    const { sps, pps, data, isKey } = pictureOf(nals);
    if (chunk.sps.length === 0) [chunk.sps, chunk.pps] = [sps, pps];
    chunk.add({ frame: first + index, isKey, data });
  }
  return chunk.toChunk();
}

function encoderArguments({ size, fps, videoBitrate }: ExportJob): string[] {
  const group = String(groupLength(fps));
  const color = [
    '-color_range',
    'tv',
    '-colorspace',
    'bt709',
    '-color_primaries',
    'bt709',
    '-color_trc',
    'bt709',
  ];
  return [
    ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${size.width}x${size.height}`, '-r', String(fps)],
    ...color,
    ...['-i', 'chunk.yuv', '-c:v', 'libx264', '-preset', 'ultrafast', '-threads', '1', '-profile:v', 'high'],
    // Constant quality under a ceiling, so that quiet films stay small. Each chunk begins with a full reserve: half a
    // second of it keeps a chunk from taking twice its share.
    ...['-crf', '20', '-maxrate', String(videoBitrate), '-bufsize', String(Math.round(videoBitrate / 2))],
    // Chunks are joined byte by byte: each begins with a whole picture, and none is out of order.
    ...['-g', group, '-keyint_min', group, '-sc_threshold', '0', '-bf', '0', '-flags', '+cgop'],
    ...color,
    ...['-f', 'h264', 'chunk.h264'],
  ];
}
