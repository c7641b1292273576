/** Chromium switches for a camera that plays a film, and for people who say yes or no. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArguments, findChromium } from '../../scripts/chromium';
import { hasNativeFfmpeg } from './film-probe';
import { sharedFolder } from './shared-media-plugin';

/**
 * Path of a camera film, undefined (with a loud word) where the folder of footage, or ffmpeg, is missing.
 * Chromium's fake camera shows 4:4:4 pictures as plain green, so every film is brought to 4:2:0 first.
 */
export function cameraFilm(name: 'squats' | 'dance_woman' | 'standing_still'): string | undefined {
  const path = footage(`camera/${name}_360x640_30fps.mjpeg`);
  if (path === undefined) return undefined;
  if (!hasNativeFfmpeg) {
    console.warn('SKIPPED: native ffmpeg is missing, and the camera films must be brought to 4:2:0');
    return undefined;
  }
  const prepared = join(tmpdir(), `fifteen-camera-${name}.mjpeg`);
  if (!existsSync(prepared)) {
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', path, '-pix_fmt', 'yuvj420p', '-q:v', '3', prepared]);
  }
  return prepared;
}

/** Path of a file of the shared footage, undefined (with a loud word) where it is missing. */
export function footage(path: string): string | undefined {
  const full = join(sharedFolder, 'media', path);
  if (existsSync(full)) return full;
  console.warn(`SKIPPED: no footage at ${full}`);
  return undefined;
}

/** How Chromium starts with a camera that plays `film` over and over, permission given. */
export function launchWithCamera(film: string): { executablePath: string; args: string[] } {
  return {
    executablePath: findChromium() ?? '',
    args: [
      ...chromiumArguments,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  };
}
