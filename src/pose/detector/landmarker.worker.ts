/** MediaPipe's PoseLandmarker behind a plain function: picture in, pose and matte out. Runs in the pose worker only. */
import { PoseLandmarker, type PoseLandmarkerResult } from '@mediapipe/tasks-vision';
import { StudioError } from '../../core/errors';
import type { Matte } from '../../effects/render/compositor-types';
import { LANDMARK_COUNT } from '../landmarks';
import { createPose, type Pose } from '../pose';
import type { Detection, DetectorInfo, DetectorSettings } from './detector-protocol';
import { countBodies } from './count-bodies';
import { RisingStamps } from './rising-stamps';
import type { VisionRuntime } from './vision-runtime.worker';

/** The networks take 224 and 256 px: a larger picture costs time and gains nothing (POSE_MODEL: 8.6 against 8.7 px). */
const LONGEST_SIDE_PX = 320;

/**
 * In a trial anything counts as a body: an empty picture then runs detector and landmark network just as a dancer does.
 * (Without this, an empty picture runs the detector alone, and the two models look equally fast.)
 */
const TRIAL_CONFIDENCE = 0;
/** The library's own default for detection, presence and tracking. */
const CONFIDENCE = 0.5;

export interface Landmarker {
  /**
   * Finds one body. The picture stays the caller's, unchanged until the promise settles. Stamps in milliseconds, any
   * order; after a jump the body is looked for in the whole picture.
   */
  detect(picture: ImageBitmap | VideoFrame, timestampMs: number): Promise<Detection>;
  /** From now on only bodies count. Call it once, before the first real picture. */
  endTrial(): Promise<void>;
  close(): void;
}

/**
 * Loads one model on one delegate, in trial.
 * @throws StudioError `pose-model-missing` when its file is not served, `pose-crashed` when it does not start
 */
export async function openLandmarker(
  runtime: VisionRuntime,
  settings: DetectorSettings,
  model: DetectorInfo['model'],
  delegate: DetectorInfo['delegate'],
): Promise<Landmarker> {
  const network = await fetchModel(`${settings.modelsUrl}pose_landmarker_${model}.task`);
  const landmarker = await PoseLandmarker.createFromOptions(runtime.arm(), {
    baseOptions: { modelAssetBuffer: network, delegate },
    runningMode: 'VIDEO',
    numPoses: settings.people,
    outputSegmentationMasks: settings.wantMatte,
    ...confidence(TRIAL_CONFIDENCE),
    // Where a browser hides that it has OffscreenCanvas, the library would look for a document.
    canvas: new OffscreenCanvas(1, 1),
  });
  const shrinker = createShrinker();
  const stamps = new RisingStamps();
  return {
    async detect(picture, timestampMs) {
      const before = performance.now();
      // Setting options makes the graph anew, without a memory: else the tracker takes whatever is now where the body was
      // for the body, and is sure of it.
      if (stamps.isJump(timestampMs)) await landmarker.setOptions(confidence(CONFIDENCE));
      let detection: Detection | null = null;
      landmarker.detectForVideo(shrinker(picture), stamps.next(timestampMs), (result) => {
        const pose = poseOf(result);
        detection = {
          timestampMs,
          pose,
          matte: matteOf(result, pose !== null),
          bodies: countBodies(result.landmarks),
          elapsedMs: performance.now() - before,
        };
      });
      if (detection === null) throw new StudioError('pose-crashed', 'The pose model gave no answer.');
      return detection;
    },
    endTrial() {
      stamps.restart();
      return landmarker.setOptions(confidence(CONFIDENCE));
    },
    close: () => landmarker.close(),
  };
}

function confidence(value: number): {
  minPoseDetectionConfidence: number;
  minPosePresenceConfidence: number;
  minTrackingConfidence: number;
} {
  return {
    minPoseDetectionConfidence: value,
    minPosePresenceConfidence: value,
    minTrackingConfidence: value,
  };
}

async function fetchModel(url: string): Promise<Uint8Array> {
  try {
    const response = await fetch(url);
    const type = response.headers.get('content-type') ?? '';
    // A server that answers every address with the app's page would otherwise hand HTML to the model.
    if (!response.ok || type.includes('text/html'))
      throw new Error(`It answered ${response.status} ${type}.`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StudioError('pose-model-missing', `${url} did not load: ${reason}`, { cause });
  }
}

/** Draws pictures that are too large onto one small canvas that is kept. */
function createShrinker(): (picture: ImageBitmap | VideoFrame) => ImageBitmap | OffscreenCanvas | VideoFrame {
  let canvas: OffscreenCanvas | null = null;
  return (picture) => {
    const isFrame = 'displayWidth' in picture;
    const width = isFrame ? picture.displayWidth : picture.width;
    const height = isFrame ? picture.displayHeight : picture.height;
    const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(width, height));
    if (scale === 1 && !isFrame) return picture;
    const target = { width: Math.round(width * scale), height: Math.round(height * scale) };
    if (canvas?.width !== target.width || canvas.height !== target.height) {
      canvas = new OffscreenCanvas(target.width, target.height);
    }
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (context === null) return picture;
    context.drawImage(picture, 0, 0, target.width, target.height);
    return canvas;
  };
}

function poseOf(result: PoseLandmarkerResult): Pose | null {
  const [image] = result.landmarks;
  const [world] = result.worldLandmarks;
  if (image === undefined || world === undefined || image.length < LANDMARK_COUNT) return null;
  const pose = createPose();
  for (let index = 0; index < LANDMARK_COUNT; index += 1) {
    const seen = image[index];
    const placed = world[index];
    if (seen === undefined || placed === undefined) return null;
    pose.image.set([seen.x, seen.y, seen.z], index * 3);
    pose.world.set([placed.x, placed.y, placed.z], index * 3);
    pose.visibility[index] = seen.visibility;
  }
  return pose;
}

/** Copies the matte out, because the library's memory is its own again after the call. */
function matteOf(result: PoseLandmarkerResult, isBodySeen: boolean): Matte | null {
  const masks = result.segmentationMasks ?? [];
  try {
    const [mask] = masks;
    if (mask === undefined || !isBodySeen) return null;
    return { width: mask.width, height: mask.height, data: mask.getAsUint8Array().slice() };
  } finally {
    for (const mask of masks) mask.close();
  }
}
