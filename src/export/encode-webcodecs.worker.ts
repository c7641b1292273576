/** The picture by the browser's own encoder: H.264 as Annex B, closed groups of pictures, no pictures out of order. */
import { StudioError } from '../core/errors';
import type { Size } from '../core/geometry';
import type { ExportJob } from './export-protocol';
import type { FilmFrame, FilmFrames } from './film-frames.worker';
import type { Stopwatch } from './stopwatch';
import { toVideoFrame } from './video-frame';
import { i420Bytes } from './yuv';

/** More frames than this in the encoder are not made before some are done: raw frames never pile up. */
const QUEUE_LENGTH = 4;

/** Encoded pieces are handed to the browser as a blob at this size, which may put them on disk. */
const PART_BYTES = 4 * 1024 * 1024;

/** How long a trial of an encoder may take, in milliseconds: some drivers never answer. */
const TRIAL_MS = 8000;

/** A closed group of pictures lasts half a second, as YouTube asks: cuts and seeks are exact. */
export function groupLength(fps: number): number {
  return Math.max(1, Math.round(fps / 2));
}

/**
 * Encodes all frames.
 * @returns an H.264 Annex B stream
 * @throws StudioError `encoder-unsupported` when this browser's encoder does not do what it says; what drawing throws
 */
export async function encodeWithWebCodecs(
  job: ExportJob,
  frames: FilmFrames,
  stopwatch: Stopwatch,
  onFrame: (done: number) => void,
): Promise<Blob> {
  const config = await stopwatch.time('trial', () => chooseConfig(job));
  const stream = new EncodedStream();
  const encoder = new VideoEncoder({
    output: (chunk) => stream.add(chunk),
    error: (error) => stream.fail(error),
  });
  try {
    encoder.configure(config);
    const group = groupLength(job.fps);
    for (let index = 0; index < frames.count; index += 1) {
      const frame = await frames.draw(index);
      await stopwatch.time('encode', () => hasRoom(encoder, stream));
      stream.throwIfFailed();
      const picture = timed(frame, job.size, Math.round((index * 1e6) / job.fps), 1e6 / job.fps);
      encoder.encode(picture, { keyFrame: index % group === 0 });
      picture.close();
      onFrame(index + 1);
    }
    await stopwatch.time('encode', () => encoder.flush());
    stream.throwIfFailed();
    if (stream.count !== frames.count)
      throw new StudioError('encoder-unsupported', `${frames.count} frames in, ${stream.count} out.`);
    return stream.toBlob();
  } catch (error) {
    stream.throwIfFailed();
    if (error instanceof StudioError) throw error;
    throw new StudioError('encoder-unsupported', `The encoder gave up: ${String(error)}`, { cause: error });
  } finally {
    if (encoder.state !== 'closed') encoder.close();
  }
}

/** Settings from the best to the most modest; each is tried, since browsers claim more than they can. */
function ladder({ size, fps, videoBitrate }: ExportJob): VideoEncoderConfig[] {
  // Level 4.0 is enough for 1080×1920 at 30 a second, 5.1 for all that a film may be.
  const level = size.width * size.height <= 1080 * 1920 && fps <= 30 ? '28' : '33';
  const profiles = [`6400${level}`, `4d00${level}`, `42e0${level}`];
  const kinds: HardwareAcceleration[] = ['no-preference', 'prefer-software'];
  return kinds.flatMap((hardwareAcceleration) =>
    profiles.map((profile) => ({
      codec: `avc1.${profile}`,
      ...size,
      bitrate: videoBitrate,
      bitrateMode: 'variable',
      framerate: fps,
      latencyMode: 'quality',
      hardwareAcceleration,
      avc: { format: 'annexb' },
    })),
  );
}

async function chooseConfig(job: ExportJob): Promise<VideoEncoderConfig> {
  if (typeof VideoEncoder === 'undefined')
    throw new StudioError('encoder-unsupported', 'This browser has no VideoEncoder.');
  for (const config of ladder(job)) {
    if (await works(config, job.size)) return config;
  }
  throw new StudioError('encoder-unsupported', 'No H.264 encoder of this browser passed its trial.');
}

/** Encodes two grey frames and looks whether H.264 comes out. */
async function works(config: VideoEncoderConfig, size: Size): Promise<boolean> {
  let first: Uint8Array | null = null;
  let count = 0;
  let encoder: VideoEncoder | null = null;
  try {
    if ((await VideoEncoder.isConfigSupported(config)).supported !== true) return false;
    encoder = new VideoEncoder({
      output(chunk) {
        count += 1;
        first ??= bytesOf(chunk);
      },
      error: () => undefined,
    });
    encoder.configure(config);
    const grey = new Uint8Array(i420Bytes(size)).fill(128);
    for (const index of [0, 1]) {
      const frame = toVideoFrame(grey, size, index * 33_333, 33_333);
      encoder.encode(frame, { keyFrame: index === 0 });
      frame.close();
    }
    const late = new Promise<never>((_, reject) => setTimeout(reject, TRIAL_MS, new Error('No answer.')));
    await Promise.race([encoder.flush(), late]);
    return count === 2 && first !== null && isAnnexB(first);
  } catch {
    // Some browsers throw on settings that they do not know; the next rung is tried.
    return false;
  } finally {
    if (encoder !== null && encoder.state !== 'closed') encoder.close();
  }
}

function isAnnexB(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0 && (bytes[2] === 1 || (bytes[2] === 0 && bytes[3] === 1));
}

function timed(frame: FilmFrame, size: Size, timestamp: number, duration: number): VideoFrame {
  return frame.kind === 'picture'
    ? new VideoFrame(frame.picture, { timestamp, duration })
    : toVideoFrame(frame.bytes, size, timestamp, duration);
}

/** Resolves when the encoder can take a frame, or has failed. */
async function hasRoom(encoder: VideoEncoder, stream: EncodedStream): Promise<void> {
  while (encoder.encodeQueueSize >= QUEUE_LENGTH && !stream.failed) {
    await Promise.race([
      stream.failure,
      new Promise((resolve) => encoder.addEventListener('dequeue', resolve, { once: true })),
    ]);
  }
}

function bytesOf(chunk: EncodedVideoChunk): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunk.byteLength);
  chunk.copyTo(bytes);
  return bytes;
}

/** What came out of the encoder, in order. */
class EncodedStream {
  count = 0;
  failed = false;
  /** Resolves when the encoder fails. */
  readonly failure: Promise<void>;
  #error: unknown = null;
  #onFailure: () => void = () => undefined;
  #parts: Blob[] = [];
  #open: Uint8Array<ArrayBuffer>[] = [];
  #openBytes = 0;
  #lastStamp = -1;

  constructor() {
    this.failure = new Promise((resolve) => (this.#onFailure = resolve));
  }

  add(chunk: EncodedVideoChunk): void {
    // Stamps are not stored in an H.264 stream: only the order tells when a picture is shown.
    if (chunk.timestamp <= this.#lastStamp) this.fail(new Error('Pictures came out of order.'));
    this.#lastStamp = chunk.timestamp;
    this.count += 1;
    this.#open.push(bytesOf(chunk));
    this.#openBytes += chunk.byteLength;
    if (this.#openBytes >= PART_BYTES) this.#close();
  }

  fail(error: unknown): void {
    this.failed = true;
    this.#error ??= error;
    this.#onFailure();
  }

  throwIfFailed(): void {
    if (!this.failed) return;
    throw new StudioError('encoder-unsupported', `The encoder failed: ${String(this.#error)}`, {
      cause: this.#error,
    });
  }

  toBlob(): Blob {
    this.#close();
    return new Blob(this.#parts);
  }

  #close(): void {
    this.#parts.push(new Blob(this.#open));
    this.#open = [];
    this.#openBytes = 0;
  }
}
