/** Checks of pictures that no film decoder reads: loops and covers. */
import { asStudioError } from '../../core/errors';
import type { Size } from '../../core/geometry';
import type { FileCheckItem } from '../export-facts';
import { pictureSignature, signatureDistance } from '../picture-signature';
import type { CheckResult } from './check-result';

/** Palettes and JPEG change a picture more than H.264 does; another picture differs by far more. */
const SAME_PICTURE = 20;

/** What a loop must be. */
export interface ExpectedLoop {
  readonly frames: number;
  readonly size: Size;
  readonly fps: number;
  /** What some frames looked like when they were drawn, by index. */
  readonly signatures: ReadonlyMap<number, Uint8ClampedArray>;
}

/** A loop plays in hundredths of a second at best: its length may be off by one. */
const CLOCK_SECONDS = 0.011;

/** Frames, size, length and pictures; size and first picture alone where the browser has no decoder for the others. */
export async function checkLoop(file: Blob, expected: ExpectedLoop): Promise<readonly FileCheckItem[]> {
  const first = expected.signatures.get(0);
  if (typeof ImageDecoder === 'undefined')
    return first === undefined ? [] : checkStill(file, { size: expected.size, signature: first });
  const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type: file.type });
  try {
    await Promise.all([decoder.tracks.ready, decoder.completed]);
    const frames = decoder.tracks.selectedTrack?.frameCount ?? 0;
    const { size, fps, signatures } = expected;
    const pictures = await lookAt(decoder, signatures);
    const worst = Math.max(...pictures.map(({ distance }) => distance));
    const end = pictures.at(-1);
    const seconds = await lengthOf(decoder, frames);
    return [
      item('frames', { passed: frames > 0 && frames <= expected.frames, value: String(frames) }),
      item('size', sizeResult(end?.size ?? { width: 0, height: 0 }, size)),
      item('duration', {
        passed: Math.abs(seconds - expected.frames / fps) <= CLOCK_SECONDS,
        value: `${seconds.toFixed(2)} s`,
      }),
      item('picture', { passed: pictures.length > 0 && worst < SAME_PICTURE, value: worst.toFixed(1) }),
    ];
  } catch (error) {
    return [item('picture', { passed: false, value: asStudioError(error).message })];
  } finally {
    decoder.close();
  }
}

/** Seconds of all pictures together. */
async function lengthOf(decoder: ImageDecoder, frames: number): Promise<number> {
  let microseconds = 0;
  for (let frameIndex = 0; frameIndex < frames; frameIndex += 1) {
    const { image } = await decoder.decode({ frameIndex });
    microseconds += image.duration ?? 0;
    image.close();
  }
  return microseconds / 1e6;
}

interface SeenPicture {
  readonly size: Size;
  /** From what was drawn, 0..255. */
  readonly distance: number;
}

/** Pictures that did not change may be one in the file: the last is then the last there is. */
async function lookAt(decoder: ImageDecoder, signatures: ExpectedLoop['signatures']): Promise<SeenPicture[]> {
  const last = (decoder.tracks.selectedTrack?.frameCount ?? 1) - 1;
  const seen: SeenPicture[] = [];
  for (const [frame, drawn] of signatures) {
    const { image } = await decoder.decode({ frameIndex: frame === 0 ? 0 : last });
    try {
      const size = { width: image.displayWidth, height: image.displayHeight };
      seen.push({ size, distance: signatureDistance(pictureSignature(image), drawn) });
    } finally {
      image.close();
    }
  }
  return seen;
}

/** Size and picture of a still. */
export async function checkStill(
  file: Blob,
  expected: { readonly size: Size; readonly signature: Uint8ClampedArray },
): Promise<readonly FileCheckItem[]> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch (error) {
    return [item('picture', { passed: false, value: asStudioError(error).message })];
  }
  const picture = new VideoFrame(bitmap, { timestamp: 0 });
  try {
    const distance = signatureDistance(pictureSignature(picture), expected.signature);
    return [
      item('size', sizeResult(bitmap, expected.size)),
      item('picture', { passed: distance < SAME_PICTURE, value: distance.toFixed(1) }),
    ];
  } finally {
    picture.close();
    bitmap.close();
  }
}

function sizeResult(found: Size, { width, height }: Size): CheckResult {
  return {
    passed: found.width === width && found.height === height,
    value: `${found.width}×${found.height}`,
  };
}

function item(id: FileCheckItem['id'], result: CheckResult): FileCheckItem {
  return { id, ...result };
}
