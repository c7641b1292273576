/** What is asked of an encoder of pictures. Pure. */
import type { Size } from '../../core/geometry';
import type { PictureCodec } from '../chunks/film-chunk';

/** What is to be encoded. */
export interface EncoderRequest {
  readonly codec: PictureCodec;
  readonly size: Size;
  readonly fps: number;
  /** Bits a second. */
  readonly videoBitrate: number;
}

/** The same, and how it will be used. */
export interface EncoderWish extends EncoderRequest {
  /** Whether it matters if the encoder crops and scales. */
  readonly wantsScaling: boolean;
}

/** What the film of a job asks for. */
export function encoderRequestOf({
  pictureCodec,
  size,
  fps,
  videoBitrate,
}: Omit<EncoderRequest, 'codec'> & { readonly pictureCodec: PictureCodec }): EncoderRequest {
  return { codec: pictureCodec, size, fps, videoBitrate };
}
