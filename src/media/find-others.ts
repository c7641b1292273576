/** Looks whether anybody else is in a film: one picture a second is enough to tell. */
import { StudioError, throwIfCancelled } from '../core/errors';
import type { PoseDetector } from '../pose/detector/detector-client';
import { openPictures } from './picture-reader';

/** Seconds between looks. */
export const LOOK_EVERY = 1;
/** Seconds from one picture to the next. */
const NEXT_PICTURE = 1 / 30;
/** Height that pictures are shrunk to on the way to the model. */
const LOOK_HEIGHT_PX = 480;

/**
 * Seconds of the looks that saw more than one body.
 * @param detector one that looks for two people; stays the caller's
 * @throws StudioError as `openPictures`; `pose-model-missing`, `pose-crashed`, `webgl-missing`, `cancelled`
 */
export async function findOthers(
  blob: Blob,
  {
    detector,
    signal,
    onProgress,
  }: {
    readonly detector: PoseDetector;
    readonly signal?: AbortSignal;
    /** 0..1. */
    readonly onProgress?: (progress: number) => void;
  },
): Promise<number[]> {
  const reader = await openPictures(blob, signal);
  try {
    await detector.ready;
    const { duration } = reader.info;
    const seen: number[] = [];
    for (let seconds = LOOK_EVERY / 2; seconds < duration; seconds += LOOK_EVERY) {
      throwIfCancelled(signal);
      // After a jump the model finds one body; the second one in the picture that follows.
      let bodies = 0;
      for (const at of [seconds, seconds + NEXT_PICTURE]) {
        const picture = await reader.pictureAt(at);
        if (picture === null) throw new StudioError('cancelled', 'The film was closed.');
        bodies = (await detector.detect(await shrink(picture), at * 1000, signal))?.bodies ?? 0;
      }
      if (bodies > 1) seen.push(seconds);
      onProgress?.(Math.min(1, seconds / duration));
    }
    return seen;
  } finally {
    reader.dispose();
  }
}

/** Closes the picture. */
async function shrink(picture: VideoFrame): Promise<ImageBitmap> {
  try {
    const resizeHeight = Math.min(LOOK_HEIGHT_PX, picture.displayHeight);
    const resizeWidth = Math.round((picture.displayWidth / picture.displayHeight) * resizeHeight);
    return await createImageBitmap(picture, { resizeWidth: Math.max(1, resizeWidth), resizeHeight });
  } finally {
    picture.close();
  }
}
