/** Who stands before the lens: a camera or the demo dancer, both as a stream in one `<video>`, with a stamp for each picture. */
import { StudioError } from '../core/errors';
import type { Size } from '../core/geometry';
import { Scope, type Disposable } from '../core/ownership';
import { openCamera } from '../capture/camera';
import type { PoseTrack } from '../pose/pose-track';
import type { LiveSource } from './live';

/** Size of the demo dancer's picture: enough for the pose model, cheap to draw without a GPU. */
const DEMO_SIZE: Size = { width: 360, height: 640 };
const DEMO_FPS = 30;

export interface Performer extends Disposable {
  readonly source: LiveSource;
  readonly video: HTMLVideoElement;
  /** Displayed size of the stream. */
  readonly size: Size;
  readonly microphone: MediaStreamTrack | null;
  /** Calls for each new picture with the moment it was captured, in `performance.now()` milliseconds. */
  onPicture(listener: (capturedAtMs: number) => void): () => void;
  /** The camera went away. */
  onLost(listener: (error: StudioError) => void): () => void;
  /** Which second of its choreography the demo dancer shows at a moment; a camera does not care. */
  follow(songSecondsAt: (nowMs: number) => number): void;
}

export interface PerformerOptions {
  readonly source: LiveSource;
  readonly cameraId: string | null;
  readonly microphoneId: string | null;
  readonly wantMicrophone: boolean;
  /** What the demo dancer dances, in song time. */
  readonly demoTrack: () => Promise<PoseTrack>;
  /** Whether the demo dancer sits; default false. */
  readonly demoSeated?: boolean;
}

/**
 * Opens the camera, or sets the demo dancer up.
 * @throws StudioError `camera-*` or `microphone-*` with the reason
 */
export async function openPerformer(options: PerformerOptions): Promise<Performer> {
  const scope = new Scope();
  try {
    const entrance =
      options.source === 'demo' ? await enterDemo(options, scope) : await enterCamera(options, scope);
    const video = await playStream(entrance.stream, scope);
    const size = { width: video.videoWidth, height: video.videoHeight };
    const pictureListeners = new Set<(capturedAtMs: number) => void>();
    watchPictures(video, scope, (capturedAtMs) => {
      entrance.notePicture();
      for (const listener of pictureListeners) listener(capturedAtMs);
    });
    return {
      source: options.source,
      video,
      size,
      microphone: entrance.stream.getAudioTracks()[0] ?? null,
      onPicture(listener) {
        pictureListeners.add(listener);
        return () => pictureListeners.delete(listener);
      },
      onLost: entrance.onLost,
      follow: entrance.follow,
      dispose: () => scope.dispose(),
    };
  } catch (error) {
    scope.dispose();
    throw error;
  }
}

interface Entrance {
  readonly stream: MediaStream;
  readonly onLost: Performer['onLost'];
  readonly follow: Performer['follow'];
  /** A picture was shown. */
  readonly notePicture: () => void;
}

async function enterCamera(options: PerformerOptions, scope: Scope): Promise<Entrance> {
  const camera = scope.own(await openCamera(options));
  return {
    stream: camera.stream,
    onLost: (listener) =>
      camera.onEnded(() => listener(new StudioError('camera-lost', 'The camera stopped sending pictures.'))),
    follow: () => undefined,
    notePicture: () => camera.notePicture(),
  };
}

async function enterDemo(options: PerformerOptions, scope: Scope): Promise<Entrance> {
  const [{ createDemoDancer }, track] = await Promise.all([
    import('../stage/demo-dancer'),
    options.demoTrack(),
  ]);
  const dancer = scope.own(
    createDemoDancer({
      size: DEMO_SIZE,
      fps: DEMO_FPS,
      track,
      seated: options.demoSeated === true,
    }),
  );
  let songSecondsAt = (nowMs: number): number => nowMs / 1000;
  let request = 0;
  let lastDraw = -Infinity;
  const draw = (nowMs: number): void => {
    request = requestAnimationFrame(draw);
    // A screen may run at 120 Hz; the dancer's camera does not.
    if (nowMs - lastDraw < 1000 / DEMO_FPS - 4) return;
    lastDraw = nowMs;
    dancer.drawAt(songSecondsAt(nowMs));
  };
  dancer.drawAt(0);
  request = requestAnimationFrame(draw);
  scope.defer(() => cancelAnimationFrame(request));
  return {
    stream: dancer.stream,
    onLost: () => () => undefined,
    follow(clock) {
      songSecondsAt = clock;
    },
    notePicture: () => undefined,
  };
}

async function playStream(stream: MediaStream, scope: Scope): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  scope.defer(() => {
    video.pause();
    video.srcObject = null;
  });
  await video.play();
  if (video.videoWidth === 0) {
    await new Promise<void>((resolve) => video.addEventListener('resize', () => resolve(), { once: true }));
  }
  return video;
}

function watchPictures(video: HTMLVideoElement, scope: Scope, tell: (capturedAtMs: number) => void): void {
  let request = 0;
  const next = (now: number, metadata: VideoFrameCallbackMetadata): void => {
    request = video.requestVideoFrameCallback(next);
    tell(metadata.captureTime ?? now);
  };
  request = video.requestVideoFrameCallback(next);
  scope.defer(() => video.cancelVideoFrameCallback(request));
}
