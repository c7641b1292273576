/** Makes an asset of a picture: small enough to travel with the project, upright, in one format. */
import { StudioError } from '../core/errors';
import type { ImportedAsset } from '../effects/imported-asset';
import { cleanName, textHash } from '../effects/standards/foreign-text';
import { base64Of } from './base64';

/** Pixels of the longer side: no picture is kept larger than the largest film needs. */
const LONGEST = 1920;

const JPEG_QUALITY = 0.86;

/** Whether the file says that it is a picture. */
export function isPicture({ type }: File): boolean {
  return type.startsWith('image/');
}

/**
 * Reads a picture in any format that the browser knows.
 * @throws StudioError `file-unreadable`
 */
export async function importPicture(file: File): Promise<ImportedAsset> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch (cause) {
    throw new StudioError('file-unreadable', `${file.name} cannot be decoded.`, { cause });
  }
  try {
    const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) throw new StudioError('file-unreadable', 'There is no 2D canvas.');
    context.imageSmoothingQuality = 'high';
    // Behind what can be seen through.
    context.fillStyle = '#000';
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0, width, height);
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
    const text = base64Of(new Uint8Array(await jpeg.arrayBuffer()));
    return { id: `picture:${textHash(text)}`, kind: 'picture', name: cleanName(file.name, 'Picture'), text };
  } finally {
    bitmap.close();
  }
}
