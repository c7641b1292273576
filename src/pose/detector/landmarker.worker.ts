/** MediaPipe's PoseLandmarker behind a plain function: picture in, pose and matte out. Runs in the pose worker only. */
import { FilesetResolver, PoseLandmarker, type PoseLandmarkerResult } from '@mediapipe/tasks-vision';
import { StudioError } from '../../core/errors';
import type { Matte } from '../../effects/render/compositor-types';
import { LANDMARK_COUNT } from '../landmarks';
import { createPose, type Pose } from '../pose';
import type { Detection, DetectorInfo, DetectorSettings } from './detector-protocol';

/** The networks take 224 and 256 px: a larger picture costs time and gains nothing (POSE_MODEL: 8.6 against 8.7 px). */
const LONGEST_SIDE_PX = 320;

export interface Landmarker {
  detect(picture: ImageBitmap | VideoFrame, timestampMs: number): Detection;
  close(): void;
}

/**
 * Loads one model on one delegate.
 * @throws StudioError `pose-model-missing` when its file is not served, `webgl-missing` or `pose-crashed` when it does not start
 */
export async function openLandmarker(
  settings: DetectorSettings,
  model: DetectorInfo['model'],
  delegate: DetectorInfo['delegate'],
): Promise<Landmarker> {
  if (new OffscreenCanvas(1, 1).getContext('webgl2') === null) {
    throw new StudioError('webgl-missing', 'The pose model needs WebGL 2, even on the processor.');
  }
  const network = await fetchModel(`${settings.modelsUrl}pose_landmarker_${model}.task`);
  const fileset = await FilesetResolver.forVisionTasks(`${settings.modelsUrl}vision`, true);
  await offerModuleFactory(fileset.wasmLoaderPath);
  const landmarker = await PoseLandmarker.createFromOptions(fileset, {
    baseOptions: { modelAssetBuffer: network, delegate },
    runningMode: 'VIDEO',
    numPoses: 1,
    outputSegmentationMasks: settings.wantMatte,
    // Where a browser hides that it has OffscreenCanvas, the library would look for a document.
    canvas: new OffscreenCanvas(1, 1),
  });
  const shrinker = createShrinker();
  let lastStamp = 0;
  return {
    detect(picture, timestampMs) {
      // The graph dies when a stamp does not rise after truncation to whole milliseconds.
      lastStamp = Math.max(lastStamp + 1, Math.round(timestampMs));
      const before = performance.now();
      let detection: Detection | null = null;
      landmarker.detectForVideo(shrinker(picture), lastStamp, (result) => {
        detection = {
          timestampMs,
          pose: poseOf(result),
          matte: matteOf(result),
          elapsedMs: performance.now() - before,
        };
      });
      if (detection === null) throw new StudioError('pose-crashed', 'The pose model gave no answer.');
      return detection;
    },
    close: () => landmarker.close(),
  };
}

/** What the wasm loader leaves behind when it is run. */
const scope = globalThis as { ModuleFactory?: unknown };
let moduleFactory: unknown;

/**
 * The library takes the factory away after its first use, and a module is only run once: without this a second
 * landmarker in one worker fails with "ModuleFactory not set".
 */
async function offerModuleFactory(loaderUrl: string): Promise<void> {
  if (moduleFactory === undefined) {
    await import(/* @vite-ignore */ loaderUrl);
    moduleFactory = scope.ModuleFactory;
  }
  scope.ModuleFactory = moduleFactory;
}

async function fetchModel(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  const type = response.headers.get('content-type') ?? '';
  // A server that answers every address with the app's page would otherwise hand HTML to the model.
  if (!response.ok || type.includes('text/html')) {
    throw new StudioError('pose-model-missing', `${url} answered ${response.status} ${type}.`);
  }
  return new Uint8Array(await response.arrayBuffer());
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

function matteOf(result: PoseLandmarkerResult): Matte | null {
  const mask = result.segmentationMasks?.[0];
  if (mask === undefined) return null;
  const { width, height } = mask;
  const data = mask.getAsUint8Array().slice();
  for (const each of result.segmentationMasks ?? []) each.close();
  return { width, height, data };
}
