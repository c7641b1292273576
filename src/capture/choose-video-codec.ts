/** Which video codec really encodes here: browsers promise some that then fail. */
import {
  BufferTarget,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
  canEncodeVideo,
  type VideoCodec,
} from 'mediabunny';
import { StudioError } from '../core/errors';
import type { Size } from '../core/geometry';

/** Best first: H.264 can later be copied into the export. */
const CODECS: readonly VideoCodec[] = ['avc', 'vp9', 'vp8'];

/** Trials of this page by size, so that only the first take waits. */
const known = new Map<string, Promise<VideoCodec>>();

/** @throws StudioError `encoder-unsupported` when none does */
export function chooseVideoCodec(size: Size): Promise<VideoCodec> {
  const key = `${size.width}x${size.height}`;
  const found = known.get(key) ?? tryCodecs(size);
  known.set(key, found);
  // A failure may pass (another program holds the encoder): it is not remembered.
  found.catch(() => known.delete(key));
  return found;
}

async function tryCodecs(size: Size): Promise<VideoCodec> {
  const reasons: string[] = [];
  for (const codec of CODECS) {
    if (!(await canEncodeVideo(codec, { ...size, quality: QUALITY_HIGH, latencyMode: 'realtime' }))) continue;
    try {
      await encodeTwoFrames(codec, size);
      return codec;
    } catch (error) {
      reasons.push(`${codec}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new StudioError(
    'encoder-unsupported',
    `None of ${CODECS.join(', ')} encodes ${size.width}×${size.height} here. ${reasons.join('; ')}`,
  );
}

/** @throws whatever the encoder or the muxer throws */
async function encodeTwoFrames(codec: VideoCodec, { width, height }: Size): Promise<void> {
  const output = new Output({
    format: codec === 'avc' ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target: new BufferTarget(),
  });
  const source = new VideoSampleSource({ codec, quality: QUALITY_HIGH, latencyMode: 'realtime' });
  output.addVideoTrack(source);
  try {
    await output.start();
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.fillRect(0, 0, width / 2, height / 2);
    for (const timestamp of [0, 1 / 30]) {
      const sample = new VideoSample(canvas, { timestamp, duration: 1 / 30 });
      await source.add(sample).finally(() => sample.close());
    }
    await output.finalize();
  } catch (error) {
    await output.cancel();
    throw error;
  }
}
