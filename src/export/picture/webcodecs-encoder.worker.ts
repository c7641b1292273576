/** The browser's own encoder: closed groups of pictures, none out of order, few frames in it at a time. */
import { StudioError } from '../../core/errors';
import type { Disposable } from '../../core/ownership';
import type { FilmFrame } from '../film-frames.worker';
import { croppedFrame } from './decoded-picture';
import type { EncoderRequest } from './encoder-request';
import { toVideoFrame } from './video-frame';
import type { TriedConfig } from './webcodecs-config.worker';

/** More frames than this in the encoder are not made before some are done: raw frames never pile up. */
const QUEUE_LENGTH = 4;

/** One picture as it came out. */
export interface EncoderOutput {
  /** Frame of the film. */
  readonly frame: number;
  readonly isKey: boolean;
  /** H.264 as Annex B. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One encoder for the frames of one film, in rising order. */
export class WebCodecsEncoder implements Disposable {
  readonly #encoder: VideoEncoder;
  readonly #fps: number;
  readonly #size: EncoderRequest['size'];
  readonly #failed: Promise<void>;
  #onFailure: () => void = () => undefined;
  #failure: { readonly error: unknown } | null = null;
  #lastFrame = -1;

  /** @param onPicture is called in order; what it throws ends the encoding */
  constructor(
    request: EncoderRequest,
    { config, canScale }: TriedConfig,
    onPicture: (picture: EncoderOutput) => void,
  ) {
    this.#fps = request.fps;
    this.#size = request.size;
    this.canScale = canScale;
    this.#failed = new Promise((resolve) => (this.#onFailure = resolve));
    this.#encoder = new VideoEncoder({
      output: (chunk) => this.#give(chunk, onPicture),
      error: (error) => this.#fail(error),
    });
    this.#encoder.configure(config);
  }

  readonly canScale: boolean;

  /** Waits until there is room, then hands the frame over. @throws StudioError `encoder-unsupported` */
  async encode(frame: FilmFrame, number: number, isKey: boolean): Promise<void> {
    await this.#room();
    this.throwIfFailed();
    const picture = this.#timed(frame, number);
    try {
      this.#encoder.encode(picture, { keyFrame: isKey });
    } catch (cause) {
      throw new StudioError('encoder-unsupported', `The encoder gave up: ${String(cause)}`, { cause });
    } finally {
      picture.close();
    }
  }

  /** Waits until all that was handed over has come out. @throws StudioError `encoder-unsupported` */
  async flush(): Promise<void> {
    try {
      await this.#encoder.flush();
    } catch (error) {
      this.#fail(error);
    }
    this.throwIfFailed();
  }

  /** @throws StudioError `encoder-unsupported`, or what `onPicture` threw */
  throwIfFailed(): void {
    if (this.#failure === null) return;
    const cause = this.#failure.error;
    if (cause instanceof StudioError) throw cause;
    throw new StudioError('encoder-unsupported', `The encoder failed: ${String(cause)}`, { cause });
  }

  dispose(): void {
    if (this.#encoder.state !== 'closed') this.#encoder.close();
  }

  #timed(frame: FilmFrame, number: number): VideoFrame {
    const timestamp = Math.round((number * 1e6) / this.#fps);
    const duration = 1e6 / this.#fps;
    return frame.kind === 'picture'
      ? croppedFrame(frame.picture, frame.visible, timestamp, duration)
      : toVideoFrame(frame.bytes, this.#size, timestamp, duration);
  }

  #give(chunk: EncodedVideoChunk, onPicture: (picture: EncoderOutput) => void): void {
    if (this.#failure !== null) return;
    const frame = Math.round((chunk.timestamp * this.#fps) / 1e6);
    const bytes = new Uint8Array(chunk.byteLength);
    chunk.copyTo(bytes);
    try {
      if (frame <= this.#lastFrame)
        throw new StudioError('encoder-unsupported', 'Pictures came out of order.');
      this.#lastFrame = frame;
      onPicture({ frame, isKey: chunk.type === 'key', bytes });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#onFailure();
  }

  /** Resolves when the encoder can take a frame, or has failed. */
  async #room(): Promise<void> {
    while (this.#encoder.encodeQueueSize >= QUEUE_LENGTH && this.#failure === null) {
      await Promise.race([
        this.#failed,
        new Promise((resolve) => this.#encoder.addEventListener('dequeue', resolve, { once: true })),
      ]);
    }
  }
}
