/** Peers of the export: the shape of omniclip, and ffmpeg.wasm alone, as their own code does it. */
import { ALL_FORMATS, BlobSource, Input, VideoSampleSink } from 'mediabunny';
import { compileCore } from '../../src/export/ffmpeg/compile-core.worker';
import { FFmpegRunner } from '../../src/export/ffmpeg/ffmpeg-runner.worker';
import type { ShapeReply, ShapeRequest } from './shapes-protocol';

declare const self: DedicatedWorkerGlobalScope;

const SOUND_INPUT = ['-f', 'f32le', '-ar', '48000', '-ac', '2', '-i', 'sound.pcm'];

/** Loaded before the clock starts, as an app that is open has it. */
const loading = load();
loading.then(
  () => reply({ isReady: true }),
  (error: unknown) => reply({ error: String(error) }),
);

async function load(): Promise<FFmpegRunner> {
  const runner = new FFmpegRunner(await compileCore());
  await runner.load();
  return runner;
}

self.onmessage = ({ data }: MessageEvent<ShapeRequest>) => {
  const make = data.shape === 'omniclip' ? makeAsOmniclip : makeByOneFFmpeg;
  loading
    .then((runner) => make(data, runner))
    .then(
      (bytes) => reply({ bytes }),
      (error: unknown) => reply({ error: String(error) }),
    );
};

function reply(message: ShapeReply): void {
  self.postMessage(message);
}

/** Each decoded picture is drawn on a 2D canvas, the canvas is encoded as Annex B, and ffmpeg.wasm adds the sound. */
async function makeAsOmniclip(request: ShapeRequest, runner: FFmpegRunner): Promise<number> {
  const { film, width, height, fps, frames, videoBitrate, sound } = request;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('No 2D canvas.');
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new VideoEncoder({
    output(chunk) {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      chunks.push(bytes);
    },
    error: (error) => {
      throw error;
    },
  });
  encoder.configure({
    codec: 'avc1.640028',
    width,
    height,
    bitrate: videoBitrate,
    framerate: fps,
    avc: { format: 'annexb' },
  });
  const input = new Input({ source: new BlobSource(film), formats: ALL_FORMATS });
  const video = await input.getPrimaryVideoTrack();
  if (video === null) throw new Error('No picture.');
  const times = Array.from({ length: frames }, (_, index) => index / fps);
  let index = 0;
  for await (const sample of new VideoSampleSink(video).samplesAtTimestamps(times)) {
    sample?.draw(context, 0, 0, width, height);
    sample?.close();
    while (encoder.encodeQueueSize >= 4)
      await new Promise((resolve) => encoder.addEventListener('dequeue', resolve, { once: true }));
    const frame = new VideoFrame(canvas, { timestamp: Math.round((index * 1e6) / fps) });
    encoder.encode(frame, { keyFrame: index % (fps * 2) === 0 });
    frame.close();
    index += 1;
  }
  await encoder.flush();
  encoder.close();
  input.dispose();
  const file = await runner.run({
    files: { 'picture.h264': new Uint8Array(await new Blob(chunks).arrayBuffer()), 'sound.pcm': sound },
    blobs: {},
    output: 'film.mp4',
    args: [
      ...['-r', String(fps), '-i', 'picture.h264', ...SOUND_INPUT, '-c:v', 'copy', '-c:a', 'aac'],
      ...['-movflags', '+faststart', 'film.mp4'],
    ],
  });
  return file.length;
}

async function makeByOneFFmpeg(
  { film, frames, fps, sound }: ShapeRequest,
  runner: FFmpegRunner,
): Promise<number> {
  const file = await runner.run({
    files: { 'sound.pcm': sound },
    blobs: { 'film.mp4': film },
    output: 'out.mp4',
    args: [
      ...['-i', '/blobs/film.mp4', ...SOUND_INPUT, '-map', '0:v', '-map', '1:a', '-t', String(frames / fps)],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-threads', '1', '-crf', '20', '-bf', '0'],
      ...['-pix_fmt', 'yuv420p', '-c:a', 'aac', '-movflags', '+faststart', 'out.mp4'],
    ],
  });
  return file.length;
}
