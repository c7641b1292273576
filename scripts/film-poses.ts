/** Pose tracks of films, found by the real model in real Chromium. The browser starts with the first film. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parsePoseTrackJson } from '../src/pose/pose-track-json';
import type { PoseTrack } from '../src/pose/pose-track';
import { runCommand } from './build-app';
import { openModulePage, type ModulePage } from './module-page';

export interface FilmPoses {
  /** @throws Error with the reason when the film cannot be read */
  posesOf(path: string): Promise<PoseTrack>;
  close(): Promise<void>;
}

export function createFilmPoses(): FilmPoses {
  let opening: Promise<ModulePage> | null = null;
  const known = new Map<string, PoseTrack>();
  return {
    async posesOf(path) {
      const before = known.get(path);
      if (before !== undefined) return before;
      opening ??= runCommand('npx', ['tsx', 'scripts/build-models.ts']).then(() => openModulePage());
      const { page } = await opening;
      const base64 = readFileSync(path).toString('base64');
      const text = await page.evaluate(
        async ({ base64, name, module }) => {
          const { posesOfFilm } = (await import(/* @vite-ignore */ module)) as {
            posesOfFilm: (base64: string, name: string) => Promise<string>;
          };
          return posesOfFilm(base64, name);
        },
        { base64, name: basename(path), module: '/scripts/film-poses-page.ts' },
      );
      const track = parsePoseTrackJson(text);
      known.set(path, track);
      return track;
    },
    async close() {
      await (await opening)?.close();
    },
  };
}
