/** Pictures at a glance: enough to tell one from another, too little to be upset by an encoder. */
import { StudioError } from '../core/errors';
import type { Size } from '../core/geometry';
import { averageRgba, averageYuv, type YuvPicture } from './check/average-yuv';
import { meaningOf } from './picture/decoded-picture';

/** A signature is so many cells wide and high. */
export const SIGNATURE_SIDE = 16;

/** For pictures that cannot be read as planes; as large as the last of them. */
let canvas: OffscreenCanvasRenderingContext2D | null = null;

/** Pixels of the picture that was read last; pictures of a film are all of one size. */
let pixels = new Uint8Array(0);

/**
 * The picture shrunk to 16×16, RGBA, each cell the mean of its pixels.
 *
 * Averaged here from the picture's own planes: 1 ms at 720×1280, where a canvas first turns every pixel into RGB (13 ms,
 * measured). What is neither 4:2:0 of 8 bits nor BT.709 or BT.601 goes by the canvas.
 * @param picture of which the visible part counts; stays the caller's
 */
export async function readSignature(picture: VideoFrame): Promise<Uint8ClampedArray> {
  const meaning = meaningOf(picture);
  const visible = picture.visibleRect;
  if (meaning === null || visible === null) return pictureSignature(picture);
  const { width, height } = visible;
  const chroma = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const luma = width * height;
  const plane = chroma.width * chroma.height;
  // Pictures may be read side by side; whoever waits keeps its own bytes.
  const bytes = pixels.length === luma + 2 * plane ? pixels : new Uint8Array(luma + 2 * plane);
  pixels = new Uint8Array(0);
  const isInterleaved = picture.format === 'NV12';
  const layout = isInterleaved
    ? [
        { offset: 0, stride: width },
        { offset: luma, stride: 2 * chroma.width },
      ]
    : [
        { offset: 0, stride: width },
        { offset: luma, stride: chroma.width },
        { offset: luma + plane, stride: chroma.width },
      ];
  await picture.copyTo(bytes, { layout });
  const signature = averageYuv({ bytes, size: { width, height }, isInterleaved }, meaning, SIGNATURE_SIDE);
  pixels = bytes;
  return signature;
}

/** The same of a picture of the film before it is encoded: 4:2:0, BT.709 limited range, Y, U and V without gaps. */
export function signatureOfI420(bytes: Uint8Array, size: Size): Uint8ClampedArray {
  const picture: YuvPicture = { bytes, size, isInterleaved: false };
  return averageYuv(picture, { matrix: 'bt709', isFullRange: false }, SIGNATURE_SIDE);
}

/** The same by way of a canvas, at once: for what cannot be read as planes. All its pixels are averaged. */
export function pictureSignature(picture: VideoFrame): Uint8ClampedArray {
  const size = { width: picture.displayWidth, height: picture.displayHeight };
  canvas ??= contextOf(size);
  if (canvas.canvas.width !== size.width || canvas.canvas.height !== size.height)
    Object.assign(canvas.canvas, size);
  canvas.drawImage(picture, 0, 0, size.width, size.height);
  const { data } = canvas.getImageData(0, 0, size.width, size.height);
  return averageRgba(data, size, SIGNATURE_SIDE);
}

function contextOf({ width, height }: Size): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', {
    alpha: false,
    willReadFrequently: true,
  });
  if (context === null) throw new StudioError('unexpected', 'No 2D canvas for a picture signature.');
  return context;
}

/** Mean absolute difference of two signatures, 0..255. */
export function signatureDistance(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}
