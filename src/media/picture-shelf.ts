/** The pictures before a place in a film, decoded once and kept, so that they can be shown in falling order. */
import { VideoSample } from 'mediabunny';

/** About 94 pictures of 720p, 42 of 1080p; two shelves may stand side by side. */
const BUDGET_BYTES = 130_000_000;

/** Kept however large they are: fewer would not be worth the decoding. */
const FEWEST_PICTURES = 8;

interface CopiedPicture {
  readonly picture: VideoSample;
  readonly bytes: number;
}

/** A browser that does not know `transfer` yet copies. */
interface HandedOver extends VideoFrameBufferInit {
  readonly transfer: ArrayBuffer[];
}

/** Pictures without a gap between them. Its owner clears it. */
export class PictureShelf {
  #shelved: CopiedPicture[] = [];
  #bytes = 0;
  /** When the picture after the last one begins, in seconds. */
  #end = -Infinity;
  #refuses = false;
  #abandoned = false;

  /** @param budget bytes of pixels */
  constructor(readonly budget: number = BUDGET_BYTES) {}

  /** Whether the pictures of this film cannot be kept. Known only after the first try. */
  get refuses(): boolean {
    return this.#refuses;
  }

  /** When the first picture begins, in seconds; null for an empty shelf. */
  get start(): number | null {
    return this.#shelved[0]?.picture.timestamp ?? null;
  }

  /** The picture on screen at a time, null where it is not on the shelf. It stays the shelf's. */
  at(time: number): VideoSample | null {
    if (time >= this.#end) return null;
    return this.#shelved.findLast(({ picture }) => picture.timestamp <= time)?.picture ?? null;
  }

  /**
   * Forgets what it has and takes pictures from `stream` until one begins after `time`; of too many it keeps the last.
   * Closes all it is given, and ends the stream.
   */
  async fill(stream: AsyncGenerator<VideoSample, void, unknown>, time: number): Promise<void> {
    this.clear();
    let end = Infinity;
    for await (const sample of stream) {
      try {
        if (sample.timestamp > time) {
          end = sample.timestamp;
          break;
        }
        if (this.#abandoned || !(await this.#keep(sample))) break;
      } finally {
        sample.close();
      }
    }
    if (this.#refuses || this.#abandoned) this.clear();
    else this.#end = end;
  }

  /** Frees all, and ends a filling that is under way with its next picture. */
  abandon(): void {
    this.#abandoned = true;
    this.clear();
  }

  clear(): void {
    for (const { picture } of this.#shelved) picture.close();
    this.#shelved = [];
    this.#bytes = 0;
    this.#end = -Infinity;
  }

  /** Says whether it could. */
  async #keep(sample: VideoSample): Promise<boolean> {
    let copy: CopiedPicture;
    try {
      copy = await copyPicture(sample);
    } catch {
      // The pictures of some decoders in hardware cannot be read: the film is shown backwards by jumps.
      this.#refuses = true;
      return false;
    }
    this.#shelved.push(copy);
    this.#bytes += copy.bytes;
    while (this.#bytes > this.budget && this.#shelved.length > FEWEST_PICTURES) {
      const oldest = this.#shelved.shift();
      oldest?.picture.close();
      this.#bytes -= oldest?.bytes ?? 0;
    }
    return true;
  }
}

/**
 * A copy in ordinary memory: a decoder in hardware has a handful of pictures to give away and waits for them to come
 * back, so that holding its own would stop it for good.
 * @throws TypeError, DOMException where the browser does not give the pixels away
 */
async function copyPicture(sample: VideoSample): Promise<CopiedPicture> {
  const { format, colorSpace, codedWidth, codedHeight, rotation, flip, timestamp, duration } = sample;
  if (format === null) throw new TypeError('The pixels have no known order.');
  const bytes = sample.allocationSize();
  const pixels = new ArrayBuffer(bytes);
  const layout = await sample.copyTo(pixels);
  const init: HandedOver = {
    // The sample's list of formats is newer than TypeScript's; a browser that does not know one throws.
    format: format as VideoPixelFormat,
    layout,
    codedWidth,
    codedHeight,
    // As stored: the sample says by how much it is turned.
    displayWidth: sample.squarePixelWidth,
    displayHeight: sample.squarePixelHeight,
    colorSpace: colorSpace.toJSON(),
    timestamp: sample.microsecondTimestamp,
    duration: sample.microsecondDuration,
    transfer: [pixels],
  };
  return {
    picture: new VideoSample(new VideoFrame(pixels, init), { rotation, flip, timestamp, duration }),
    bytes,
  };
}
