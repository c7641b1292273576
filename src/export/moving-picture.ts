/** A picture of the person's own as the frames that it has: one for most, many for a GIF or a WebP that moves. */
import { StudioError } from '../core/errors';
import type { Disposable } from '../core/ownership';

/** A sticker is never drawn larger than this, in pixels of its longer side. */
const LONGEST_SIDE = 512;

/** Frames that are kept; a longer animation goes on with its beginning. */
const MOST_FRAMES = 150;

/** What browsers show a frame for that says nothing, in seconds. */
const USUAL_FRAME_SECONDS = 0.1;

/** Frames of a picture. Its owner disposes it. */
export class MovingPicture implements Disposable {
  constructor(
    /** When each ends, in seconds from the beginning, rising. */
    private readonly ends: readonly number[],
    private readonly frames: readonly ImageBitmap[],
  ) {}

  /** The frame at `seconds` since the picture came; it begins anew when it is over. */
  at(seconds: number): ImageBitmap | undefined {
    const length = this.ends.at(-1) ?? 0;
    if (this.frames.length < 2 || length <= 0) return this.frames[0];
    const place = ((seconds % length) + length) % length;
    return this.frames[this.ends.findIndex((end) => place < end)] ?? this.frames.at(-1);
  }

  dispose(): void {
    for (const frame of this.frames) frame.close();
  }
}

/**
 * Decodes all frames of a picture; a browser that cannot tell them apart gives the first.
 * @throws StudioError `file-corrupt`
 */
export async function decodeMovingPicture(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  name: string,
): Promise<MovingPicture> {
  try {
    if (typeof ImageDecoder !== 'undefined' && (await ImageDecoder.isTypeSupported(type)))
      return await decodeFrames(bytes, type);
    return new MovingPicture([0], [await createImageBitmap(new Blob([bytes], { type }))]);
  } catch (cause) {
    throw new StudioError('file-corrupt', `The picture ${name} cannot be decoded.`, { cause });
  }
}

async function decodeFrames(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<MovingPicture> {
  const decoder = new ImageDecoder({ data: bytes, type });
  const frames: ImageBitmap[] = [];
  const ends: number[] = [];
  try {
    await decoder.tracks.ready;
    const count = Math.min(MOST_FRAMES, decoder.tracks.selectedTrack?.frameCount ?? 1);
    for (let index = 0; index < count; index += 1) {
      const { image } = await decoder.decode({ frameIndex: index });
      try {
        frames.push(await smallBitmap(image));
        const seconds = (image.duration ?? 0) / 1e6;
        ends.push((ends.at(-1) ?? 0) + (seconds > 0.01 ? seconds : USUAL_FRAME_SECONDS));
      } finally {
        image.close();
      }
    }
    return new MovingPicture(ends, frames);
  } catch (error) {
    for (const frame of frames) frame.close();
    throw error;
  } finally {
    decoder.close();
  }
}

function smallBitmap(image: VideoFrame): Promise<ImageBitmap> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.displayWidth, image.displayHeight));
  return createImageBitmap(image, {
    resizeWidth: Math.max(1, Math.round(image.displayWidth * scale)),
    resizeHeight: Math.max(1, Math.round(image.displayHeight * scale)),
    resizeQuality: 'high',
  });
}
