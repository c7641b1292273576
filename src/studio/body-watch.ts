/** Keeps the pose detector busy with the newest picture of a video and remembers what it saw. */
import type { Disposable } from '../core/ownership';
import { isCancelled, asStudioError, type StudioError } from '../core/errors';
import type { Matte } from '../effects/render/compositor-types';
import { createPoseDetector, type PoseDetector } from '../pose/detector/detector-client';
import type { Pose } from '../pose/pose';

/** The model looks at a picture of this height; more costs time and gains nothing (its input is 256 px). */
const LOOK_HEIGHT = 320;

/** One look at the body. `picture` is what was looked at; the listener must not keep it. */
export interface Sighting {
  readonly capturedAtMs: number;
  readonly pose: Pose | null;
  readonly matte: Matte | null;
  /** The very picture, when it was asked for (`keepPicture`); else null. */
  readonly picture: ImageBitmap | null;
}

export interface BodyWatch extends Disposable {
  readonly ready: Promise<void>;
  /** Looks at the video now, unless a look is under way. */
  look(video: HTMLVideoElement, capturedAtMs: number, keepPicture: boolean): void;
  /** Looks in the last second. */
  readonly rate: number;
}

export interface BodyWatchOptions {
  readonly model: 'auto' | 'lite' | 'full';
  readonly wantMatte: boolean;
  readonly onSighting: (sighting: Sighting) => void;
  readonly onError: (error: StudioError) => void;
}

/** Starts the detector's worker; it is ready when its model is loaded and chosen. */
export function createBodyWatch(options: BodyWatchOptions): BodyWatch {
  const detector: PoseDetector = createPoseDetector({ model: options.model, wantMatte: options.wantMatte });
  const looks: number[] = [];
  let busy = false;
  let loaded = false;
  let disposed = false;
  const ready = detector.ready.then(() => {
    loaded = true;
  });

  const lookOnce = async (
    video: HTMLVideoElement,
    capturedAtMs: number,
    keepPicture: boolean,
  ): Promise<void> => {
    const kept = keepPicture ? await createImageBitmap(video) : null;
    try {
      const scale = LOOK_HEIGHT / video.videoHeight;
      const small = await createImageBitmap(video, {
        resizeWidth: Math.max(2, Math.round(video.videoWidth * Math.min(1, scale))),
        resizeHeight: Math.max(2, Math.round(video.videoHeight * Math.min(1, scale))),
        resizeQuality: 'low',
      });
      if (disposed) {
        small.close();
        return;
      }
      const detection = await detector.detect(small, capturedAtMs);
      if (detection === null || disposed) return;
      const now = performance.now();
      looks.push(now);
      while ((looks[0] ?? now) < now - 1000) looks.shift();
      options.onSighting({ capturedAtMs, pose: detection.pose, matte: detection.matte, picture: kept });
    } finally {
      kept?.close();
    }
  };

  return {
    ready,
    get rate() {
      return looks.length;
    },
    look(video, capturedAtMs, keepPicture) {
      if (busy || !loaded || disposed || video.videoWidth === 0) return;
      busy = true;
      lookOnce(video, capturedAtMs, keepPicture)
        .catch((error: unknown) => {
          if (!isCancelled(error) && !disposed) options.onError(asStudioError(error, 'pose-crashed'));
        })
        .finally(() => {
          busy = false;
        });
    },
    dispose() {
      disposed = true;
      detector.dispose();
    },
  };
}
