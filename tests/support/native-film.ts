/** Lets a test in the browser ask native ffmpeg what it thinks of a film made there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserCommand } from 'vitest/node';
import { decodeFrame, hasNativeFfmpeg, probeFilm, type FilmFacts } from './film-probe.ts';

/** What native ffmpeg says of a film. */
export interface NativeReport extends FilmFacts {
  /** RGB bytes of the frames that were asked for, at the film's own size, as base64. */
  readonly pictures: readonly string[];
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** null, loudly, where ffmpeg is not installed. */
    inspectFilm(film: string, seconds: readonly number[]): Promise<NativeReport | null>;
  }
}

/** @param film bytes of an MP4 as base64 */
export const inspectFilm: BrowserCommand<[film: string, seconds: readonly number[]]> = (
  _,
  film,
  seconds,
): NativeReport | null => {
  if (!hasNativeFfmpeg) {
    console.warn('Skipped: native ffmpeg is not installed.');
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), 'fifteen-film-'));
  try {
    const path = join(folder, 'film.mp4');
    writeFileSync(path, Buffer.from(film, 'base64'));
    const facts = probeFilm(path);
    const width = Number(facts.video['width']);
    const height = Number(facts.video['height']);
    const pictures = seconds.map((time) =>
      Buffer.from(decodeFrame(path, time, width, height)).toString('base64'),
    );
    return { ...facts, pictures };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
