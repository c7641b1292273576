/** A film: picture chunk by chunk, sound beside it, put together as a stream, and looked at again. */
import { StudioError } from '../../core/errors';
import { frameStart, toSeconds } from '../../core/time';
import { checkFile, type ExpectedFilm } from '../check-file';
import type { hearFile } from '../check/hear-file';
import { startListening } from '../sound/sound-client.worker';
import { startSound } from '../sound/start-sound.worker';
import { openFilmFrames } from '../film-frames.worker';
import { KeptChunks } from '../kept-chunks.worker';
import { copyStretch } from '../picture/copy-stretch.worker';
import { makeWithWebCodecs } from '../picture/make-picture.worker';
import { makeWithX264 } from '../picture/make-x264.worker';
import { missingStretches } from '../picture/missing-stretches';
import type { OpenSources } from '../routes/open-sources';
import { planJob } from '../routes/plan-job';
import type { FilmStretch } from '../routes/stretch';
import type { ExportRun, MadeFile } from './export-run';
import { putTogether } from './put-together.worker';

/** @throws StudioError as `runExport` */
export async function makeFilm(run: ExportRun): Promise<MadeFile> {
  const { job, way, chunks, shelf, standby, stopwatch, scope, onProgress, onPlanned } = run;
  if (job.kind === 'webm' && way.encoder === 'ffmpeg')
    throw new StudioError('encoder-unsupported', 'WebM is made by the encoder of the browser alone.');
  onProgress('sound', 0, 1);
  const sources = standby.sourcesOf(job.takes);
  const sounding = scope.own(startSound({ job, sources, standby, stopwatch }));
  const stretches = await stopwatch.time('plan', () => planJob(job, way, sources));
  onPlanned(stretches);
  const kept = new KeptChunks(shelf);
  await stopwatch.time('chunks', () => kept.takeOver(chunks, job.count));
  let progress: MuxProgress = { muxed: 0, isTold: false };
  const onMuxed = (frames: number): void => {
    progress = { ...progress, muxed: progress.muxed + frames };
    if (progress.isTold) onProgress('muxing', Math.min(progress.muxed, job.count), job.count);
  };
  sounding.encoded.then(
    ({ expected: { kind } }) => {
      if (kind === 'heard' || kind === 'silent') standby.warmSound();
    },
    // Heard of below.
    () => undefined,
  );
  // The file grows behind the picture: nothing waits for the last frame that need not.
  const joining = putTogether(run, kept, sounding, onMuxed);
  // Whichever fails first ends the others.
  const failing = new Promise<never>((_, reject) => {
    sounding.encoded.catch(reject);
    joining.catch(reject);
  });
  await stopwatch.time('picture', () => Promise.race([makePicture(run, stretches, kept, sources), failing]));
  const { expected: sound } = await stopwatch.time('wait-sound', () => sounding.encoded);
  progress = { ...progress, isTold: true };
  onMuxed(0);
  const { file, sums } = await stopwatch.time('mux', () => joining);
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
  // Listened to elsewhere: here the pictures are looked at.
  const hear: typeof hearFile = (...asked) =>
    scope.own(startListening(standby.takeSoundWorker(), ...asked)).heard;
  const checks = await stopwatch.time('check', () => checkFile(file, expected, stopwatch, hear));
  return { file, stretches, checks };
}

/** How far the file is; told only when nothing comes before it any more. */
interface MuxProgress {
  readonly muxed: number;
  readonly isTold: boolean;
}

/** Makes all chunks, and says so when there are no more. */
async function makePicture(
  run: ExportRun,
  stretches: readonly FilmStretch[],
  kept: KeptChunks,
  sources: OpenSources,
): Promise<void> {
  try {
    await makeChunks(run, stretches, kept, sources);
    kept.end();
  } catch (error) {
    kept.end(error);
    throw error;
  }
}

async function makeChunks(
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
  const frames = scope.own(openFilmFrames(job, stopwatch, (size) => standby.takeDrawer(size)));
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
