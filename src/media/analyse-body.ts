/** Finds the body in every picture of a film. */
import { StudioError, throwIfCancelled } from '../core/errors';
import type { Detection, PoseDetector } from '../pose/detector/detector-client';
import { PoseTrackBuilder, type PoseTrack } from '../pose/pose-track';
import type { MatteTrack } from './matte-track';
import { MatteTrackBuilder } from './matte-track-builder';
import { openPictures } from './picture-reader';

export interface AnalyseOptions {
  /** Stays the caller's. Its mattes are kept where it makes any. */
  readonly detector: PoseDetector;
  readonly signal?: AbortSignal | undefined;
  /** 0..1. */
  readonly onProgress?: ((progress: number) => void) | undefined;
}

/** Height that pictures are shrunk to on the way to the model, which looks at less. */
const LOOK_HEIGHT_PX = 480;

/**
 * One row a picture of the film, in both tracks; where nobody is seen the pose is absent and the matte empty.
 * Without mattes from the detector the matte track is empty.
 * @throws StudioError as `openPictures`; `pose-model-missing`, `pose-crashed`, `webgl-missing`, `cancelled`
 */
export async function analyseBody(
  blob: Blob,
  { detector, signal, onProgress }: AnalyseOptions,
): Promise<{ pose: PoseTrack; matte: MatteTrack }> {
  const reader = await openPictures(blob, signal);
  try {
    const { model } = await detector.ready;
    const { fps, size, duration } = reader.info;
    const poses = new PoseTrackBuilder({
      fps,
      aspect: size.width / size.height,
      source: `pose_landmarker_${model}`,
    });
    const mattes = new MatteTrackBuilder(Math.ceil(duration * fps));
    for await (const { seconds, picture } of reader.pictures()) {
      try {
        throwIfCancelled(signal);
        const detection = await detect(detector, picture, seconds, signal);
        if (poses.append(seconds, detection.pose)) mattes.append(seconds, detection.matte);
      } finally {
        picture.close();
      }
      onProgress?.(Math.min(1, seconds / duration));
    }
    onProgress?.(1);
    return { pose: poses.build(), matte: mattes.build() };
  } finally {
    reader.dispose();
  }
}

/** A model that crashed is replaced by the detector: the same picture is tried once more. */
async function detect(
  detector: PoseDetector,
  picture: VideoFrame,
  seconds: number,
  signal: AbortSignal | undefined,
): Promise<Detection> {
  const look = async (): Promise<Detection> => {
    const resizeHeight = Math.min(LOOK_HEIGHT_PX, picture.displayHeight);
    const resizeWidth = Math.max(
      1,
      Math.round((picture.displayWidth / picture.displayHeight) * resizeHeight),
    );
    const small = await createImageBitmap(picture, { resizeWidth, resizeHeight, resizeQuality: 'medium' });
    const detection = await detector.detect(small, seconds * 1000, signal);
    throwIfCancelled(signal);
    if (detection === null) throw new StudioError('pose-crashed', 'The detector was given another picture.');
    return detection;
  };
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof StudioError) || error.code !== 'pose-crashed') throw error;
    return look();
  }
}
