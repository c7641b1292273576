/** From decoded samples to upright pictures. */
import { VideoSampleSink, type InputVideoTrack, type VideoSample } from 'mediabunny';
import { StudioError } from '../core/errors';

/** Turns samples upright. Keeps one canvas for those that were stored turned or mirrored. */
export class PictureTurner {
  #canvas: OffscreenCanvas | null = null;

  /**
   * A picture as it is meant to be seen; the sample stays the caller's. Pixels are shared where nothing has to be turned.
   * @throws StudioError `file-corrupt` when the picture cannot be drawn
   */
  upright(sample: VideoSample): VideoFrame {
    if (sample.rotation === 0 && !sample.flip) return sample.toVideoFrame();
    const width = Math.round(sample.displayWidth);
    const height = Math.round(sample.displayHeight);
    if (this.#canvas?.width !== width || this.#canvas.height !== height) {
      this.#canvas = new OffscreenCanvas(width, height);
    }
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (context === null) throw new StudioError('file-corrupt', 'No canvas to turn the picture on.');
    sample.draw(context, 0, 0, width, height);
    return new VideoFrame(this.#canvas, {
      timestamp: sample.microsecondTimestamp,
      duration: sample.microsecondDuration,
      alpha: 'discard',
    });
  }
}

/**
 * The first picture of a track; the caller closes it.
 * @throws StudioError `file-corrupt` when not one can be decoded
 */
export async function firstPicture(track: InputVideoTrack): Promise<VideoSample> {
  for await (const sample of new VideoSampleSink(track).samples()) return sample;
  throw new StudioError('file-corrupt', 'Not one picture of the film can be decoded.');
}
