/** Films made here, so that every picture and sample of them is known. */
import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  Mp4OutputFormat,
  Output,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
  type Rotation,
} from 'mediabunny';
import type { Size } from '../../../src/core/geometry';

export interface MadeFilm {
  readonly container?: 'mp4' | 'webm';
  readonly size: Size;
  /** When each picture begins, in seconds. The last lasts as long as the one before. */
  readonly times: readonly number[];
  /** Paints picture `index`. */
  readonly paint: (context: OffscreenCanvasRenderingContext2D, index: number) => void;
  readonly rotation?: Rotation;
  /** A tone of a second, with Opus. */
  readonly sound?: {
    readonly rate: number;
    readonly channels: number;
    readonly from: number;
    /** Of the tone; 1 without. */
    readonly seconds?: number;
  };
}

/** Encodes the film with the browser. */
export async function makeFilm(film: MadeFilm): Promise<Blob> {
  const { container = 'mp4', size, times, paint, rotation, sound } = film;
  const output = new Output({
    format: container === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target: new BufferTarget(),
  });
  const video = new VideoSampleSource({ codec: container === 'mp4' ? 'avc' : 'vp8', bitrate: 2_000_000 });
  output.addVideoTrack(video, rotation === undefined ? {} : { rotation });
  const audio = sound === undefined ? null : new AudioSampleSource({ codec: 'opus', bitrate: 128_000 });
  if (audio !== null) output.addAudioTrack(audio);
  await output.start();
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new TypeError('No 2D canvas.');
  for (const [index, timestamp] of times.entries()) {
    paint(context, index);
    const next = times[index + 1] ?? timestamp + (timestamp - (times[index - 1] ?? timestamp - 1 / 30));
    const sample = new VideoSample(canvas, { timestamp, duration: next - timestamp });
    await video.add(sample);
    sample.close();
  }
  if (audio !== null && sound !== undefined) await addTone(audio, sound);
  await output.finalize();
  return new Blob([output.target.buffer ?? new ArrayBuffer()], {
    type: container === 'mp4' ? 'video/mp4' : 'video/webm',
  });
}

async function addTone(
  source: AudioSampleSource,
  { rate, channels, from, seconds = 1 }: NonNullable<MadeFilm['sound']>,
): Promise<void> {
  const tone = Float32Array.from(
    { length: rate * seconds },
    (_, at) => 0.5 * Math.sin((2 * Math.PI * 440 * at) / rate),
  );
  const data = new Float32Array(tone.length * channels);
  for (let channel = 0; channel < channels; channel += 1) data.set(tone, channel * tone.length);
  const sample = new AudioSample({
    data,
    format: 'f32-planar',
    numberOfChannels: channels,
    sampleRate: rate,
    timestamp: from,
  });
  await source.add(sample);
  sample.close();
}

/** Fills the canvas with one grey, 0..255. */
export function paintGrey(context: OffscreenCanvasRenderingContext2D, grey: number): void {
  context.fillStyle = `rgb(${grey} ${grey} ${grey})`;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

/** A row of evenly spaced times. */
export function evenTimes(count: number, fps: number): number[] {
  return Array.from({ length: count }, (_, index) => index / fps);
}

/** Red, green, blue of a place, 0..1 from the top left; closes the picture. */
export function colorAt(picture: VideoFrame | null, x: number, y: number): [number, number, number] {
  if (picture === null) throw new TypeError('There is no picture.');
  const { displayWidth: width, displayHeight: height } = picture;
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false });
  if (context === null) throw new TypeError('No 2D canvas.');
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  const [red = 0, green = 0, blue = 0] = context.getImageData(
    Math.floor(x * (width - 1)),
    Math.floor(y * (height - 1)),
    1,
    1,
  ).data;
  return [red, green, blue];
}
