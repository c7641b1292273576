/** Pictures of a film by time: exact for films of uneven rate, streamed when asked in order, kept for the way back. */
import {
  EncodedPacketSink,
  VideoSampleSink,
  type EncodedPacket,
  type InputVideoTrack,
  type VideoSample,
} from 'mediabunny';
import { StudioError } from '../core/errors';
import type { Disposable } from '../core/ownership';
import { asMediaError, openMediaInput, type MediaInput } from './media-input';
import { describeTracks, requireDecodable, requirePicture, type MediaInfo } from './open-media';
import { PictureShelf } from './picture-shelf';
import { PictureTurner } from './video-decoding';

/** A picture begins this much before its stamp, in seconds: times computed from frame numbers are never exact. */
const STAMP_SLACK_SECONDS = 1e-5;

/** Within this many seconds ahead pictures are decoded one after another; beyond, a jump to a key picture may be cheaper. */
const JUMP_SECONDS = 0.5;

/**
 * A fall by at most so many seconds is taken for a step that others will follow: what is decoded on the way is kept. A
 * finger that drags back goes so far while one picture is looked for. A longer fall is a jump that may be the only one.
 */
const STEP_BACK_SECONDS = 3;

/** With less than this left on the shelf, in seconds, what lies before it is fetched: a dragged finger needs a quarter of a second for it. */
const FETCH_AHEAD_SECONDS = 1.6;

/** Where key pictures are denser, the way back is decoded from so many seconds before: a decoder for each would be dear. */
const SHORTEST_WAY_SECONDS = 0.5;

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
   * after the end it is the last. The caller closes it. Rising times are streamed, each picture decoded once; steps
   * back are answered from a shelf filled once a key picture; any other time costs a jump to the key picture before
   * it. Calls queue.
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

/** Pictures that are being fetched for when the shelf runs out. */
interface ShelfAhead {
  readonly shelf: PictureShelf;
  readonly filled: Promise<void>;
  /** Where the shelf begins that they lie before, in seconds. */
  readonly end: number;
}

class StreamedPictureReader implements PictureReader {
  readonly #sink: VideoSampleSink;
  readonly #packets: EncodedPacketSink;
  readonly #turner = new PictureTurner();
  #stream: AsyncGenerator<VideoSample, void, unknown> | null = null;
  /** The picture shown last, and the one after it. */
  #current: VideoSample | null = null;
  #next: VideoSample | null = null;
  /** Pictures before the stream's place, while times fall. */
  #shelf = new PictureShelf();
  /** The pictures before those, fetched while the shelf is still being shown. */
  #ahead: ShelfAhead | null = null;
  /** When the picture that was answered last began, in the file's own time. */
  #shown = -Infinity;
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
      if (time > this.#shown) this.#stopAhead();
      const isFalling = time < this.#shown;
      const sample =
        this.#shelf.at(time) ??
        (await this.#takeAhead(time)) ??
        (await this.#stepBack(time)) ??
        (await this.#goOn(time));
      if (this.#disposed) {
        this.#drop();
        return null;
      }
      if (sample === null) throw new StudioError('file-corrupt', `No picture at ${time} s.`);
      this.#shown = sample.timestamp;
      if (isFalling) this.#fetchAhead(time);
      return this.#turner.upright(sample);
    } catch (error) {
      this.#drop();
      if (this.#disposed) return null;
      throw asMediaError(error);
    }
  }

  /** The picture at a time shortly before the one shown, and those before it on the shelf; null for any other time. */
  async #stepBack(time: number): Promise<VideoSample | null> {
    const isStep = time < this.#shown && this.#shown - time <= STEP_BACK_SECONDS;
    if (!isStep || this.#shelf.refuses) return null;
    const key = await this.#keyOfWay(time);
    if (key === null) return null;
    // The first steps may be taken back; later the stream is too far ahead to be met again.
    if (this.#current?.timestamp !== this.#shown) this.#dropStream();
    await this.#shelf.fill(this.#sink.samples(key.timestamp), time);
    return this.#shelf.at(time);
  }

  /** The picture at a time that the shelf ahead has, or is about to have: from then on it is the shelf. */
  async #takeAhead(time: number): Promise<VideoSample | null> {
    const ahead = this.#ahead;
    if (ahead === null || time >= ahead.end || this.#shown - time > STEP_BACK_SECONDS) return null;
    try {
      await ahead.filled;
    } catch {
      // The way without it says what is wrong with the film.
      this.#stopAhead();
      return null;
    }
    const sample = ahead.shelf.at(time);
    if (sample === null) {
      this.#stopAhead();
      return null;
    }
    this.#shelf.clear();
    this.#shelf = ahead.shelf;
    this.#ahead = null;
    return sample;
  }

  /** Begins to fetch what lies before the shelf once half of it has been shown. */
  #fetchAhead(time: number): void {
    const { start } = this.#shelf;
    if (this.#ahead !== null || start === null || this.#shelf.refuses) return;
    if (time - start > FETCH_AHEAD_SECONDS) return;
    const shelf = new PictureShelf();
    const filled = this.#fillBefore(shelf, start);
    // Who waits for it hears of a failure; nobody may wait.
    filled.catch(() => undefined);
    this.#ahead = { shelf, filled, end: start };
  }

  async #fillBefore(shelf: PictureShelf, start: number): Promise<void> {
    const last = start - STAMP_SLACK_SECONDS;
    const key = await this.#keyOfWay(last);
    if (key === null || key.timestamp >= start || this.#disposed) return;
    await shelf.fill(this.#sink.samples(key.timestamp), last);
  }

  #stopAhead(): void {
    this.#ahead?.shelf.abandon();
    this.#ahead = null;
  }

  /** The key picture from which the way to a time is decoded. */
  async #keyOfWay(time: number): Promise<EncodedPacket | null> {
    const options = { metadataOnly: true };
    const far = await this.#packets.getKeyPacket(time - SHORTEST_WAY_SECONDS, options);
    const near =
      far === null
        ? await this.#packets.getFirstKeyPacket(options)
        : await this.#packets.getNextKeyPacket(far, options);
    return near !== null && near.timestamp <= time ? near : far;
  }

  async #goOn(time: number): Promise<VideoSample | null> {
    if (this.#current === null || (await this.#isElsewhere(time))) await this.#jump(time);
    while (this.#next !== null && this.#next.timestamp <= time) await this.#step();
    return this.#current;
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
      if (this.#current !== null) this.#shelf.clear();
      this.#current?.close();
      this.#current = this.#next;
    }
    this.#next = following;
  }

  #drop(): void {
    this.#stopAhead();
    this.#shelf.clear();
    this.#dropStream();
  }

  #dropStream(): void {
    void this.#stream?.return().catch(() => undefined);
    this.#stream = null;
    this.#current?.close();
    this.#next?.close();
    this.#current = null;
    this.#next = null;
  }
}
