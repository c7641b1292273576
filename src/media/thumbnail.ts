/** A small still of a film. */
import { StudioError } from '../core/errors';
import { asMediaError } from './media-input';
import { openPictures } from './picture-reader';

/** Pixels: sharp on a phone's card at three times the density. */
const TALLEST_PX = 480;

const JPEG_QUALITY = 0.82;

/**
 * The picture on screen at `seconds`, as a JPEG at most 480 px high.
 * @throws StudioError as `openPictures`
 */
export async function makeThumbnail(blob: Blob, seconds: number): Promise<Blob> {
  const reader = await openPictures(blob);
  try {
    const picture = await reader.pictureAt(seconds);
    if (picture === null) throw new StudioError('file-corrupt', 'The film has no picture.');
    try {
      return await toJpeg(picture);
    } finally {
      picture.close();
    }
  } catch (error) {
    throw asMediaError(error);
  } finally {
    reader.dispose();
  }
}

async function toJpeg(picture: VideoFrame): Promise<Blob> {
  const scale = Math.min(1, TALLEST_PX / picture.displayHeight);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.displayWidth * scale)),
    Math.max(1, Math.round(picture.displayHeight * scale)),
  );
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new StudioError('unexpected', 'No 2D canvas for a thumbnail.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}
