/** One export from job to checked file, in one way. Runs in the export worker. */
import { StudioError } from '../core/errors';
import { Scope } from '../core/ownership';
import { frameStart, toSeconds } from '../core/time';
import { checkFile, type ExpectedFilm, type ExpectedSound } from './check-file';
import { startSound } from './encode-sound.worker';
import type { ExportedFilm, ExportJob, ExportStep, ExportWay } from './export-protocol';
import { openFilmFrames } from './film-frames.worker';
import type { FilmSound } from './film-sound';
import { KeptChunks } from './kept-chunks.worker';
import { muxMp4 } from './mux/mux-mp4.worker';
import { makeWithWebCodecs } from './picture/make-picture.worker';
import { makeWithX264 } from './picture/make-x264.worker';
import { missingStretches } from './picture/missing-stretches';
import { OpenSources } from './routes/open-sources';
import { planJob } from './routes/plan-job';
import type { FilmStretch } from './routes/stretch';
import type { ShelfClient } from './shelf-client.worker';
import { Stopwatch } from './stopwatch';

/** Whom the export reports to. */
export interface ExportReports {
  readonly onProgress: (step: ExportStep, done: number, total: number) => void;
  readonly onPlanned: (stretches: readonly FilmStretch[]) => void;
}

/**
 * Makes the file.
 * @param chunks of a run before, which need not be made again
 * @throws StudioError `export-empty`, `encoder-unsupported`, `muxer-failed`, `worker-crashed`, `gpu-lost`, `storage-full`, and what
 * reading the sources throws
 */
export async function runExport(
  job: ExportJob,
  way: ExportWay,
  chunks: readonly Blob[],
  shelf: ShelfClient,
  { onProgress, onPlanned }: ExportReports,
): Promise<ExportedFilm> {
  if (job.count <= 0) throw new StudioError('export-empty', 'The film has no clip.');
  const scope = new Scope();
  const stopwatch = new Stopwatch();
  const began = performance.now();
  try {
    onProgress('sound', 0, 1);
    const sounding = scope.own(startSound(job));
    const sources = scope.own(
      new OpenSources((takeId) => job.takes.find((take) => take.takeId === takeId)?.media ?? null),
    );
    const stretches = await stopwatch.time('plan', () => planJob(job, way, sources));
    onPlanned(stretches);
    const kept = new KeptChunks(shelf);
    await kept.takeOver(chunks, job.count);
    await stopwatch.time('picture', () =>
      makePicture(job, way, stretches, kept, sources, stopwatch, onProgress, scope),
    );
    const { sound, aac } = await stopwatch.time('wait-sound', () => sounding.encoded);

    onProgress('muxing', 0, 1);
    const file = await stopwatch.time('mux', async () => {
      await shelf.openFile();
      const write = (bytes: Uint8Array<ArrayBuffer>, position: number): Promise<void> =>
        shelf.write(bytes, position);
      await muxMp4({ ...job, chunks: kept.chunks, sound: aac }, write);
      return shelf.closeFile('video/mp4');
    });
    onProgress('checking', 0, 1);
    const { size, fps, count } = job;
    const duration = toSeconds(frameStart(count, fps));
    const expected: ExpectedFilm = {
      duration,
      frames: count,
      size,
      aspect: job.project.size,
      fps,
      sound: expectedSound(sound),
      signatures: kept.signatures,
    };
    const checks = await stopwatch.time('check', () => checkFile(file, expected));
    const times = { ...stopwatch.times, total: performance.now() - began };
    return { file, route: way.encoder, stretches, duration, frames: count, size, checks, times };
  } finally {
    scope.dispose();
  }
}

/** @throws StudioError as `runExport`; whichever of picture and sound fails first ends the other */
async function makePicture(
  job: ExportJob,
  way: ExportWay,
  stretches: readonly FilmStretch[],
  kept: KeptChunks,
  sources: OpenSources,
  stopwatch: Stopwatch,
  onProgress: ExportReports['onProgress'],
  scope: Scope,
): Promise<void> {
  const todo = missingStretches(stretches, kept.spans);
  let done = job.count - todo.reduce((sum, { count }) => sum + count, 0);
  const onFrames = (count: number): void => onProgress('picture', (done += count), job.count);
  onFrames(0);
  if (todo.length === 0) return;
  const frames = scope.own(openFilmFrames(job, stopwatch));
  await stopwatch.time('warm', () => frames.warm(todo));
  const make = way.encoder === 'webcodecs' ? makeWithWebCodecs : makeWithX264;
  await make({
    job,
    stretches: todo,
    frames,
    sources,
    stopwatch,
    keep: (chunk) => kept.keep(chunk),
    onFrames,
  });
  await stopwatch.time('keep', () => kept.settle());
}

function expectedSound(sound: FilmSound | null): ExpectedSound {
  if (sound === null) return { kind: 'none' };
  const { isSilent, loudness, probes } = sound;
  return { kind: isSilent ? 'silent' : 'heard', loudness, probes };
}
