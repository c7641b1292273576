/** Decoded pictures as the direct route takes them: what they are, and how they become pictures of the film without being drawn. */
import type { Rect, Size } from '../../core/geometry';
import type { SourceCrop } from '../routes/stretch';
import { toFilmColors, isFilmColor, type YuvMeaning } from './film-colors';
import { resamplePlane, type Plane } from './resample-plane';
import { copyI420 } from './video-frame';

/** The meaning of a picture's numbers; null for what only the compositor can turn into the film's: wide colours, more bits, RGB. */
export function meaningOf({
  format,
  colorSpace,
}: Pick<VideoFrame, 'format' | 'colorSpace'>): YuvMeaning | null {
  if (format !== 'I420' && format !== 'NV12') return null;
  const isFullRange = colorSpace.fullRange === true;
  switch (colorSpace.matrix) {
    case 'bt709':
      return { matrix: 'bt709', isFullRange };
    case 'smpte170m':
    case 'bt470bg':
      return { matrix: 'bt601', isFullRange };
    default:
      return null;
  }
}

/**
 * The part of a picture that is seen, on the grid of 4:2:0, for encoders that scale; null for what has to be converted first.
 * The grid moves an edge by a pixel of the source at most.
 */
export function encoderCrop(picture: VideoFrame, { rect, isMirrored }: SourceCrop): DOMRectInit | null {
  const meaning = meaningOf(picture);
  const visible = picture.visibleRect;
  if (isMirrored || meaning === null || !isFilmColor(meaning) || visible === null) return null;
  if (picture.displayWidth !== visible.width || picture.displayHeight !== visible.height) return null;
  const edge = (from: number, part: number, length: number): number =>
    Math.min(from + length, Math.max(from, from + 2 * Math.round((part * length) / 2)));
  const [left, right] = [rect.x, rect.x + rect.width].map((part) => edge(visible.x, part, visible.width));
  const [top, bottom] = [rect.y, rect.y + rect.height].map((part) => edge(visible.y, part, visible.height));
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null;
  if (left % 2 !== 0 || top % 2 !== 0 || right - left < 2 || bottom - top < 2) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The same picture as a frame that shows only a part of it and has a time of its own; pixels are shared. The caller closes it. */
export function croppedFrame(
  picture: VideoFrame,
  visibleRect: DOMRectInit,
  timestamp: number,
  duration: number,
): VideoFrame {
  const { width = 0, height = 0 } = visibleRect;
  return new VideoFrame(picture, {
    visibleRect,
    displayWidth: width,
    displayHeight: height,
    timestamp,
    duration: Math.round(duration),
  });
}

/** Keeps the memory between pictures. */
export class PictureConverter {
  #bytes = new Uint8Array(0);

  /**
   * Crops, scales, mirrors and converts a picture to the film's size and colours.
   * @param out `i420Bytes(size)` bytes
   * @returns false for a picture that only the compositor can convert; `out` is then untouched
   */
  async convert(
    picture: VideoFrame,
    crop: SourceCrop,
    size: Size,
    out: Uint8Array<ArrayBuffer>,
  ): Promise<boolean> {
    const meaning = meaningOf(picture);
    const visible = picture.visibleRect;
    if (meaning === null || visible === null) return false;
    if (picture.format === 'I420' && isFilmColor(meaning) && isWhole(crop) && isSameSize(visible, size)) {
      await copyI420(picture, size, out);
      return true;
    }
    const planes = await this.#read(picture, visible);
    const luma = size.width * size.height;
    const half = { width: size.width / 2, height: size.height / 2 };
    const places = [
      { size, at: 0 },
      { size: half, at: luma },
      { size: half, at: luma + luma / 4 },
    ];
    places.forEach(({ size: planeSize, at }, index) => {
      const plane = planes[index];
      if (plane === undefined) return;
      const rect = inSamples(crop.rect, plane);
      resamplePlane(plane, rect, planeSize, { isMirrored: crop.isMirrored, out, at });
    });
    toFilmColors(out, size, meaning);
    return true;
  }

  async #read(picture: VideoFrame, visible: DOMRectReadOnly): Promise<readonly Plane[]> {
    const width = visible.width;
    const height = visible.height;
    const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
    const luma = width * height;
    const chroma = half.width * half.height;
    if (this.#bytes.length < luma + 2 * chroma) this.#bytes = new Uint8Array(luma + 2 * chroma);
    const data = this.#bytes;
    const isInterleaved = picture.format === 'NV12';
    await picture.copyTo(data, {
      layout: isInterleaved
        ? [
            { offset: 0, stride: width },
            { offset: luma, stride: half.width * 2 },
          ]
        : [
            { offset: 0, stride: width },
            { offset: luma, stride: half.width },
            { offset: luma + chroma, stride: half.width },
          ],
    });
    const ofChroma = (index: number): Plane => ({
      ...half,
      data,
      offset: luma + index * (isInterleaved ? 1 : chroma),
      stride: half.width * (isInterleaved ? 2 : 1),
      step: isInterleaved ? 2 : 1,
    });
    return [{ width, height, data, offset: 0, stride: width, step: 1 }, ofChroma(0), ofChroma(1)];
  }
}

function isWhole({ rect, isMirrored }: SourceCrop): boolean {
  return !isMirrored && rect.x === 0 && rect.y === 0 && rect.width === 1 && rect.height === 1;
}

function isSameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}

function inSamples(rect: Rect, { width, height }: Size): Rect {
  return { x: rect.x * width, y: rect.y * height, width: rect.width * width, height: rect.height * height };
}
