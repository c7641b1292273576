/** Makes a sticker of a picture of the person's own: PNG and WebP keep what can be seen through, GIF and WebP keep moving. */
import { StudioError } from '../core/errors';
import type { ImportedAsset } from '../effects/imported-asset';
import { cleanName, textHash } from '../effects/standards/foreign-text';
import { decodeMovingPicture } from '../export/moving-picture';
import { base64Of } from './base64';

/** Bytes of a picture that moves: it travels with the project. */
const LARGEST_MOVING = 2_500_000;

/** Pixels of the longer side of one that stands still. */
const LONGEST = 512;

const MOVING_TYPES: readonly string[] = ['image/gif', 'image/webp', 'image/apng', 'image/png'];

/**
 * Reads a picture in any format that the browser knows.
 * @throws StudioError `file-unreadable`; `file-too-large` for an animation beyond 2.5 MB
 */
export async function importSticker(file: File): Promise<ImportedAsset> {
  const name = cleanName(file.name, 'Sticker');
  const moving = MOVING_TYPES.includes(file.type) ? await movingBytes(file) : null;
  const { bytes, type } = moving ?? (await stillBytes(file));
  const text = base64Of(bytes);
  return { id: `sticker:${textHash(text)}`, kind: 'sticker', name, text, companion: type };
}

interface PictureBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** The file itself where it has several frames; null where it stands still. */
async function movingBytes(file: File): Promise<PictureBytes | null> {
  if (typeof ImageDecoder === 'undefined' || !(await ImageDecoder.isTypeSupported(file.type))) return null;
  const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type: file.type });
  try {
    await decoder.tracks.ready;
    if ((decoder.tracks.selectedTrack?.frameCount ?? 1) < 2) return null;
  } catch (cause) {
    throw new StudioError('file-unreadable', `${file.name} cannot be decoded.`, { cause });
  } finally {
    decoder.close();
  }
  if (file.size > LARGEST_MOVING)
    throw new StudioError(
      'file-too-large',
      `${file.name} has ${file.size} bytes; a sticker may have 2.5 MB.`,
    );
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Tried here, so that a film never meets a broken one.
  (await decodeMovingPicture(bytes, file.type, file.name)).dispose();
  return { bytes, type: file.type };
}

async function stillBytes(file: File): Promise<PictureBytes> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch (cause) {
    throw new StudioError('file-unreadable', `${file.name} cannot be decoded.`, { cause });
  }
  try {
    const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(bitmap.width * scale)),
      Math.max(1, Math.round(bitmap.height * scale)),
    );
    const context = canvas.getContext('2d');
    if (context === null) throw new StudioError('file-unreadable', 'There is no 2D canvas.');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return { bytes: new Uint8Array(await blob.arrayBuffer()), type: 'image/png' };
  } finally {
    bitmap.close();
  }
}
