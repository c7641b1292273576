/** Raw pictures of the film as the browser's codecs take them. */
import type { Size } from '../../core/geometry';
import { FILM_COLOR_SPACE } from './yuv';

/**
 * A copy of 4:2:0 bytes as a frame, tagged with the film's colours. The caller closes it.
 * @param timestamp microseconds
 * @param duration microseconds
 */
export function toVideoFrame(bytes: Uint8Array, size: Size, timestamp: number, duration: number): VideoFrame {
  return new VideoFrame(bytes, {
    format: 'I420',
    codedWidth: size.width,
    codedHeight: size.height,
    timestamp,
    duration: Math.round(duration),
    colorSpace: FILM_COLOR_SPACE,
  });
}

/** Copies a 4:2:0 picture of the film's size without gaps. @param out `i420Bytes(size)` bytes */
export async function copyI420(
  picture: VideoFrame,
  { width, height }: Size,
  out: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const luma = width * height;
  await picture.copyTo(out, {
    layout: [
      { offset: 0, stride: width },
      { offset: luma, stride: width / 2 },
      { offset: luma + luma / 4, stride: width / 2 },
    ],
  });
}
