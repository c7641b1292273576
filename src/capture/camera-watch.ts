/** Notices that a camera went away, in all the ways that it does: an event, a long mute, or pictures that cease to come. */
import { Scope, type Disposable } from '../core/ownership';

/**
 * A camera may fall silent for a moment (another tab, a phone turned, a driver's hiccup). Withdrawing the permission in
 * Chromium fires no `ended` and no `mute` at all, so only missing pictures tell.
 */
const SILENCE_MS = 3000;
const LOOK_EVERY_MS = 500;

export interface CameraWatch extends Disposable {
  /** A picture came. Without a first one nothing is missed. */
  notePicture(): void;
  /** Hears once that the camera is gone. */
  onLost(listener: () => void): () => void;
}

/** Watches a camera's track. A page in the background gets no pictures, and that is no loss. */
export function watchCamera(track: MediaStreamTrack): CameraWatch {
  const scope = new Scope();
  const listeners = new Set<() => void>();
  let lastPictureMs: number | null = null;
  let mutedSinceMs: number | null = track.muted ? performance.now() : null;
  let isLost = false;

  const lose = (): void => {
    if (isLost || scope.disposed) return;
    isLost = true;
    for (const listener of listeners) listener();
  };
  const isOverdue = (sinceMs: number | null): boolean =>
    sinceMs !== null && performance.now() - sinceMs > SILENCE_MS;
  const look = (): void => {
    if (document.visibilityState === 'visible' && (isOverdue(lastPictureMs) || isOverdue(mutedSinceMs)))
      lose();
  };
  const beginAnew = (): void => {
    const now = performance.now();
    if (lastPictureMs !== null) lastPictureMs = now;
    mutedSinceMs = track.muted ? now : null;
  };

  const hear = (target: EventTarget, name: string, listener: () => void): void => {
    target.addEventListener(name, listener);
    scope.defer(() => target.removeEventListener(name, listener));
  };
  hear(track, 'ended', lose);
  hear(track, 'mute', beginAnew);
  hear(track, 'unmute', beginAnew);
  hear(document, 'visibilitychange', beginAnew);
  const timer = setInterval(look, LOOK_EVERY_MS);
  scope.defer(() => clearInterval(timer));

  return {
    notePicture() {
      lastPictureMs = performance.now();
    },
    onLost(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => scope.dispose(),
  };
}
