/** Pictures of a film by time: exact for films of uneven rate, streamed when asked in order. */
import { EncodedPacketSink, VideoSampleSink, type InputVideoTrack, type VideoSample } from 'mediabunny';
import { StudioError } from '../core/errors';
import type { Disposable } from '../core/ownership';
import { asMediaError, openMediaInput, type MediaInput } from './media-input';
import { describeTracks, requireDecodable, requirePicture, type MediaInfo } from './open-media';
import { PictureTurner } from './video-decoding';

/** A picture begins this much before its stamp, in seconds: times computed from frame numbers are never exact. */
const STAMP_SLACK_SECONDS = 1e-5;

/** Within this many seconds ahead pictures are decoded one after another; beyond, a jump to a key picture may be cheaper. */
const JUMP_SECONDS = 0.5;

/** A picture and when it begins. */
export interface TimedPicture {
  /** Seconds of the film. */
  readonly seconds: number;
  /** The caller closes it. */
  readonly picture: VideoFrame;
}

export interface PictureReader extends Disposable {
  readonly info: MediaInfo;
  /**
   * The upright picture on screen at a time in seconds: the last one that has begun. Before the first it is the first,
   * after the end it is the last. The caller closes it. Rising times are streamed, each picture decoded once;
   * any other time costs a jump to the key picture before it. Calls queue.
   * @returns null when disposed meanwhile
   * @throws StudioError `file-corrupt`, `file-unreadable`
   */
  pictureAt(seconds: number): Promise<VideoFrame | null>;
  /** All pictures in order, each once; ends early when the loop is left. */
  pictures(): AsyncGenerator<TimedPicture, void, void>;
}

/**
 * Opens a film.
 * @throws StudioError as `describeMedia`
 */
export async function openPictures(blob: Blob, signal?: AbortSignal): Promise<PictureReader> {
  const media = await openMediaInput(blob, signal);
  try {
    const video = requirePicture(media);
    await requireDecodable(video);
    return new StreamedPictureReader(media, video, await describeTracks(media, video));
  } catch (error) {
    media.dispose();
    throw asMediaError(error, signal);
  }
}

class StreamedPictureReader implements PictureReader {
  readonly #sink: VideoSampleSink;
  readonly #packets: EncodedPacketSink;
  readonly #turner = new PictureTurner();
  #stream: AsyncGenerator<VideoSample, void, unknown> | null = null;
  /** The picture shown last, and the one after it. */
  #current: VideoSample | null = null;
  #next: VideoSample | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #disposed = false;

  constructor(
    readonly media: MediaInput,
    video: InputVideoTrack,
    readonly info: MediaInfo,
  ) {
    this.#sink = new VideoSampleSink(video);
    this.#packets = new EncodedPacketSink(video);
  }

  pictureAt(seconds: number): Promise<VideoFrame | null> {
    const answer = this.#queue.then(() => this.#find(seconds + this.media.origin + STAMP_SLACK_SECONDS));
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  async *pictures(): AsyncGenerator<TimedPicture, void, void> {
    try {
      for await (const sample of this.#sink.samples()) {
        try {
          yield { seconds: sample.timestamp - this.media.origin, picture: this.#turner.upright(sample) };
        } finally {
          sample.close();
        }
      }
    } catch (error) {
      throw asMediaError(error);
    }
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#drop();
    this.media.dispose();
  }

  async #find(time: number): Promise<VideoFrame | null> {
    if (this.#disposed) return null;
    try {
      if (this.#current === null || (await this.#isElsewhere(time))) await this.#jump(time);
      while (this.#next !== null && this.#next.timestamp <= time) await this.#step();
      if (this.#disposed) return null;
      if (this.#current === null) throw new StudioError('file-corrupt', `No picture at ${time} s.`);
      return this.#turner.upright(this.#current);
    } catch (error) {
      this.#drop();
      if (this.#disposed) return null;
      throw asMediaError(error);
    }
  }

  /** Whether going on from here would cost more than a jump. */
  async #isElsewhere(time: number): Promise<boolean> {
    const current = this.#current?.timestamp ?? 0;
    if (time < current) return true;
    const next = this.#next?.timestamp ?? Infinity;
    if (time < next + JUMP_SECONDS) return false;
    const key = await this.#packets.getKeyPacket(time, { metadataOnly: true });
    return key !== null && key.timestamp > next;
  }

  async #jump(time: number): Promise<void> {
    this.#drop();
    // From the start where the time lies before it: the first picture is held.
    const first = await this.#packets.getPacket(time, { metadataOnly: true });
    this.#stream = this.#sink.samples(first === null ? undefined : time);
    await this.#step();
    if (this.#current === null) await this.#step();
  }

  /** One picture on. The last one stays. */
  async #step(): Promise<void> {
    const result = await this.#stream?.next();
    const following = result === undefined || result.done === true ? null : result.value;
    if (this.#disposed) {
      following?.close();
      return;
    }
    if (this.#next !== null) {
      this.#current?.close();
      this.#current = this.#next;
    }
    this.#next = following;
  }

  #drop(): void {
    void this.#stream?.return().catch(() => undefined);
    this.#stream = null;
    this.#current?.close();
    this.#next?.close();
    this.#current = null;
    this.#next = null;
  }
}
