/** A film: picture chunk by chunk, sound beside it, put together as a stream, and looked at again. */
import { StudioError } from '../../core/errors';
import { frameStart, toSeconds } from '../../core/time';
import { checkFile, type ExpectedFilm } from '../check-file';
import { startSound } from '../sound/start-sound.worker';
import { openFilmFrames } from '../film-frames.worker';
import { KeptChunks } from '../kept-chunks.worker';
import { muxMp4, type Mp4Parts } from '../mux/mux-mp4.worker';
import { muxWebM } from '../mux/mux-webm.worker';
import { copyStretch } from '../picture/copy-stretch.worker';
import { makeWithWebCodecs } from '../picture/make-picture.worker';
import { makeWithX264 } from '../picture/make-x264.worker';
import { missingStretches } from '../picture/missing-stretches';
import { OpenSources } from '../routes/open-sources';
import { planJob } from '../routes/plan-job';
import type { FilmStretch } from '../routes/stretch';
import type { ExportRun, MadeFile } from './export-run';

/** @throws StudioError as `runExport` */
export async function makeFilm(run: ExportRun): Promise<MadeFile> {
  const { job, way, chunks, shelf, standby, stopwatch, scope, onProgress, onPlanned } = run;
  if (job.kind === 'webm' && way.encoder === 'ffmpeg')
    throw new StudioError('encoder-unsupported', 'WebM is made by the encoder of the browser alone.');
  onProgress('sound', 0, 1);
  const sounding = scope.own(startSound(job, standby, stopwatch));
  const sources = scope.own(OpenSources.of(job.takes));
  const stretches = await stopwatch.time('plan', () => planJob(job, way, sources));
  onPlanned(stretches);
  const kept = new KeptChunks(shelf);
  await stopwatch.time('chunks', () => kept.takeOver(chunks, job.count));
  // Whichever fails first ends the other.
  const soundFails = new Promise<never>((_, reject) => void sounding.encoded.catch(reject));
  await stopwatch.time('picture', () =>
    Promise.race([makePicture(run, stretches, kept, sources), soundFails]),
  );
  const { expected: sound, packets } = await stopwatch.time('wait-sound', () => sounding.encoded);

  onProgress('muxing', 0, job.count);
  let muxed = 0;
  const onFrames = (frames: number): void => onProgress('muxing', (muxed += frames), job.count);
  const { file, sums } = await stopwatch.time('mux', () =>
    putTogether(run, { ...job, chunks: kept.chunks, sound: packets, onFrames }),
  );
  onProgress('checking', 0, 1);
  const { size, fps, count } = job;
  const expected: ExpectedFilm = {
    duration: toSeconds(frameStart(count, fps)),
    frames: count,
    size,
    aspect: job.project.size,
    fps,
    sound,
    sums,
    signatures: await kept.signatures(),
  };
  const checks = await stopwatch.time('check', () => checkFile(file, expected, stopwatch));
  return { file, stretches, checks };
}

async function putTogether(
  { job, shelf }: ExportRun,
  parts: Mp4Parts,
): Promise<{ file: Blob; sums: readonly number[] }> {
  await shelf.openFile();
  const write = (bytes: Uint8Array<ArrayBuffer>, position: number): Promise<void> =>
    shelf.write(bytes, position);
  const isWebM = job.kind === 'webm';
  const sums = await (isWebM ? muxWebM(parts, write) : muxMp4(parts, write));
  return { file: await shelf.closeFile(isWebM ? 'video/webm' : 'video/mp4'), sums };
}

async function makePicture(
  { job, way, standby, stopwatch, scope, onProgress }: ExportRun,
  stretches: readonly FilmStretch[],
  kept: KeptChunks,
  sources: OpenSources,
): Promise<void> {
  const todo = missingStretches(stretches, kept.spans);
  let done = job.count - todo.reduce((sum, { count }) => sum + count, 0);
  const onFrames = (count: number): void => onProgress('picture', (done += count), job.count);
  onFrames(0);
  if (todo.length === 0) return;
  const frames = scope.own(openFilmFrames(job, stopwatch));
  for (const stretch of todo.filter(({ route }) => route === 'copy')) {
    kept.refer(await copyStretch(stretch, sources, frames, stopwatch));
    onFrames(stretch.count);
  }
  const encoded = todo.filter(({ route }) => route !== 'copy');
  if (encoded.length === 0) return;
  await stopwatch.time('warm', () => frames.warm(encoded));
  const make = way.encoder === 'webcodecs' ? makeWithWebCodecs : makeWithX264;
  await make({
    job,
    stretches: encoded,
    frames,
    takeFFmpeg: () => standby.takeFFmpeg(),
    chooseConfig: (wish) => standby.chooseConfig(wish),
    stopwatch,
    keep: (chunk) => kept.keep(chunk),
    onFrames,
  });
  await stopwatch.time('keep', () => kept.settle());
}
