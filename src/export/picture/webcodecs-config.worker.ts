/** Finds settings that the browser's encoder can really do: browsers claim more than they can, so each is tried. */
import { StudioError } from '../../core/errors';
import type { Size } from '../../core/geometry';
import type { PictureCodec } from '../chunks/film-chunk';
import type { EncoderRequest, EncoderWish } from './encoder-request';
import { croppedFrame } from './decoded-picture';
import { toVideoFrame } from './video-frame';
import { i420Bytes } from './yuv';

/** Settings that passed. */
export interface TriedConfig {
  readonly config: VideoEncoderConfig;
  /** Whether it crops and scales decoded pictures by itself, and right. */
  readonly canScale: boolean;
}

/** How long a trial of an encoder may take, in milliseconds: some drivers never answer. */
const TRIAL_MS = 8000;

/** Most that a flat grey may be off after encoding and decoding. */
const GREY_SLACK = 12;

const DARK = 60;
const LIGHT = 180;

/**
 * The best settings that pass their trial.
 * @throws StudioError `encoder-unsupported` when none does
 */
export async function chooseConfig({ wantsScaling, ...request }: EncoderWish): Promise<TriedConfig> {
  if (typeof VideoEncoder === 'undefined')
    throw new StudioError('encoder-unsupported', 'This browser has no VideoEncoder.');
  for (const config of ladder(request)) {
    if (!(await encodes(config, request))) continue;
    return { config, canScale: wantsScaling && (await scales(config, request.size)) };
  }
  throw new StudioError(
    'encoder-unsupported',
    `No ${request.codec} encoder of this browser passed its trial.`,
  );
}

/** Settings from the best to the most modest. */
function ladder({ codec, size, fps, videoBitrate }: EncoderRequest): VideoEncoderConfig[] {
  const kinds: HardwareAcceleration[] = ['no-preference', 'prefer-software'];
  return kinds.flatMap((hardwareAcceleration) =>
    codecNames(codec, size, fps).map((name): VideoEncoderConfig => ({
      codec: name,
      ...size,
      bitrate: videoBitrate,
      bitrateMode: 'variable',
      framerate: fps,
      latencyMode: 'quality',
      hardwareAcceleration,
      ...(codec === 'avc' ? { avc: { format: 'annexb' } } : {}),
    })),
  );
}

function codecNames(codec: PictureCodec, { width, height }: Size, fps: number): string[] {
  switch (codec) {
    case 'avc': {
      // High, Main, Baseline. Level 4.0 is enough for 1080×1920 at 30 a second, 5.1 for all that a film may be.
      const level = width * height <= 1080 * 1920 && fps <= 30 ? '28' : '33';
      return [`avc1.6400${level}`, `avc1.4d00${level}`, `avc1.42e0${level}`];
    }
    case 'vp9':
      return ['vp09.00.41.08.01.01.01.01.00', 'vp09.00.41.08'];
    case 'vp8':
      return ['vp8'];
  }
}

/** Encodes two grey frames and looks whether the right kind of stream comes out. */
async function encodes(config: VideoEncoderConfig, { codec, size }: EncoderRequest): Promise<boolean> {
  const grey = new Uint8Array(i420Bytes(size)).fill(128);
  const frames = [0, 1].map((index) => toVideoFrame(grey, size, index * 33_333, 33_333));
  const chunks = await tryEncoding(config, frames);
  const [first] = chunks ?? [];
  return first !== undefined && chunks?.length === 2 && (codec !== 'avc' || isAnnexB(first.bytes));
}

/** Encodes the right half of a picture, dark on the left and light on the right, and looks whether it comes out light and whole. */
async function scales(config: VideoEncoderConfig, size: Size): Promise<boolean> {
  const wide = { width: size.width * 2, height: size.height };
  const bytes = new Uint8Array(i420Bytes(wide)).fill(128);
  for (let row = 0; row < wide.height; row += 1) {
    bytes.fill(DARK, row * wide.width, row * wide.width + size.width);
    bytes.fill(LIGHT, row * wide.width + size.width, (row + 1) * wide.width);
  }
  const whole = toVideoFrame(bytes, wide, 0, 33_333);
  // Half as wide as the film, so that it has to be scaled too.
  const quarter = Math.floor(size.width / 4) * 2;
  const visible = { x: wide.width - quarter, y: 0, width: quarter, height: size.height };
  const cropped = croppedFrame(whole, visible, 0, 33_333);
  whole.close();
  const [chunk] = (await tryEncoding(config, [cropped])) ?? [];
  if (chunk === undefined) return false;
  const picture = await tryDecoding(config.codec, chunk);
  if (picture === null) return false;
  try {
    const luma = new Uint8Array(picture.allocationSize());
    await picture.copyTo(luma);
    const middle = luma.subarray(0, size.width * size.height);
    const corners = [0, size.width - 1, middle.length - size.width, middle.length - 1];
    const isWhole = picture.visibleRect?.width === size.width && picture.visibleRect.height === size.height;
    return isWhole && corners.every((at) => Math.abs((middle[at] ?? 0) - LIGHT) < GREY_SLACK);
  } finally {
    picture.close();
  }
}

interface TrialChunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly timestamp: number;
}

/** What comes out; null when the encoder fails or never answers. The frames are closed. */
async function tryEncoding(
  config: VideoEncoderConfig,
  frames: readonly VideoFrame[],
): Promise<TrialChunk[] | null> {
  const chunks: TrialChunk[] = [];
  let encoder: VideoEncoder | null = null;
  try {
    if ((await VideoEncoder.isConfigSupported(config)).supported !== true) return null;
    encoder = new VideoEncoder({
      output(chunk) {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        chunks.push({ bytes, timestamp: chunk.timestamp });
      },
      // The flush below fails too, and says so.
      error: () => undefined,
    });
    encoder.configure(config);
    for (const [index, frame] of frames.entries()) encoder.encode(frame, { keyFrame: index === 0 });
    await inTime(encoder.flush());
    return chunks;
  } catch {
    // Some browsers throw on settings that they do not know; the next rung is tried.
    return null;
  } finally {
    for (const frame of frames) frame.close();
    if (encoder !== null && encoder.state !== 'closed') encoder.close();
  }
}

/** The decoded picture; null when it cannot be decoded. The caller closes it. */
async function tryDecoding(codec: string, { bytes, timestamp }: TrialChunk): Promise<VideoFrame | null> {
  const pictures: VideoFrame[] = [];
  const decoder = new VideoDecoder({
    output: (picture) => pictures.push(picture),
    error: () => undefined,
  });
  try {
    decoder.configure({ codec });
    decoder.decode(new EncodedVideoChunk({ type: 'key', timestamp, data: bytes }));
    await inTime(decoder.flush());
    return pictures.shift() ?? null;
  } catch {
    // What cannot be looked at is not relied upon.
    return null;
  } finally {
    for (const picture of pictures) picture.close();
    if (decoder.state !== 'closed') decoder.close();
  }
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, TRIAL_MS, new Error('No answer.'));
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function isAnnexB(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0 && (bytes[2] === 1 || (bytes[2] === 0 && bytes[3] === 1));
}
