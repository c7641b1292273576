/** Chromium switches for a camera that plays a film, and for people who say yes or no. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumArguments } from '../../scripts/chromium';
import { sharedFolder } from './shared-media-plugin';

/** Path of a ready-made camera film, undefined (with a loud word) where the folder of footage is missing. */
export function cameraFilm(name: 'squats' | 'dance_woman' | 'standing_still'): string | undefined {
  const path = join(sharedFolder, `media/camera/${name}_360x640_30fps.mjpeg`);
  if (existsSync(path)) return path;
  console.warn(`SKIPPED: no camera film at ${path}`);
  return undefined;
}

/** Path of a file of the shared footage, undefined (with a loud word) where it is missing. */
export function footage(path: string): string | undefined {
  const full = join(sharedFolder, 'media', path);
  if (existsSync(full)) return full;
  console.warn(`SKIPPED: no footage at ${full}`);
  return undefined;
}

/** A camera that plays `film` over and over, permission given. */
export function cameraArguments(film: string): string[] {
  return [
    ...chromiumArguments,
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
}
