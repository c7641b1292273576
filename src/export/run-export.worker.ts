/** One export from job to checked file, in one way. Runs in the export worker. */
import { StudioError } from '../core/errors';
import { Scope } from '../core/ownership';
import type { FilmKind } from './export-facts';
import type { ExportedFilm } from './export-protocol';
import type { ExportRun, MadeFile } from './make/export-run';
import { makeCover } from './make/make-cover.worker';
import { makeFilm } from './make/make-film.worker';
import { makeLoop } from './make/make-loop.worker';
import { makeSoundFile } from './make/make-sound-file.worker';
import { Stopwatch } from './stopwatch';

/**
 * Makes the file.
 * @throws StudioError `export-empty`, `encoder-unsupported`, `muxer-failed`, `worker-crashed`, `gpu-lost`, `storage-full`, and what
 * reading the sources throws
 */
export async function runExport(order: Omit<ExportRun, 'stopwatch' | 'scope'>): Promise<ExportedFilm> {
  const { job, way } = order;
  if (job.count <= 0) throw new StudioError('export-empty', 'The film has no clip.');
  const stopwatch = new Stopwatch();
  const scope = new Scope();
  const began = performance.now();
  try {
    const { file, stretches, checks } = await make({ ...order, stopwatch, scope });
    const times = { ...stopwatch.times, total: performance.now() - began };
    const { count, fps, size } = job;
    const route = ONLY_FFMPEG.includes(job.kind) ? 'ffmpeg' : way.encoder;
    return { file, route, stretches, duration: count / fps, frames: count, size, checks, times };
  } finally {
    scope.dispose();
  }
}

/** Kinds that no encoder of a browser makes. */
const ONLY_FFMPEG: readonly FilmKind[] = ['gif', 'webp', 'sound'];

function make(run: ExportRun): Promise<MadeFile> {
  switch (run.job.kind) {
    case 'mp4':
    case 'webm':
      return makeFilm(run);
    case 'gif':
    case 'webp':
      return makeLoop(run);
    case 'sound':
      return makeSoundFile(run);
    case 'cover':
      return makeCover(run);
  }
}
