/** One export from job to checked file, by one route. Runs in the export worker. */
import { Scope } from '../core/ownership';
import { frameStart, toSeconds } from '../core/time';
import { checkFile, type ExpectedFilm } from './check-file';
import { encodeWithWebCodecs } from './encode-webcodecs.worker';
import { encodeWithX264 } from './encode-x264.worker';
import type { ExportedFilm, ExportJob, ExportStep } from './export-protocol';
import { startFFmpeg } from './ffmpeg/ffmpeg-client.worker';
import { openFilmFrames } from './film-frames.worker';
import type { FilmSound } from './film-sound';
import { encodeSound, muxFilm } from './mux-film.worker';
import { startMixing } from './sound-client.worker';
import { Stopwatch } from './stopwatch';

/**
 * Makes the file.
 * @throws StudioError `export-empty`, `encoder-unsupported`, `muxer-failed`, `worker-crashed`, `gpu-lost`, and what reading
 * the sources throws
 */
export async function runExport(
  job: ExportJob,
  onProgress: (step: ExportStep, done: number, total: number) => void,
): Promise<ExportedFilm> {
  const scope = new Scope();
  const stopwatch = new Stopwatch();
  try {
    onProgress('sound', 0, 1);
    // Loads its 32 MB while sound and picture are made.
    const ffmpeg = scope.own(startFFmpeg());
    const frames = scope.own(await openFilmFrames(job, stopwatch));
    const duration = toSeconds(frameStart(frames.count, job.fps));
    const mixing = scope.own(startMixing(job, duration));
    const sound = stopwatch.time('sound', async () => {
      const mixed = await mixing.sound;
      return { mixed: soundOf(mixed), aac: mixed && (await encodeSound(ffmpeg, mixed, job.audioBitrate)) };
    });

    const onFrame = (done: number): void => onProgress('picture', done, frames.count);
    onFrame(0);
    const encode = job.route === 'webcodecs' ? encodeWithWebCodecs : encodeWithX264;
    const making = stopwatch.time('picture', () => encode(job, frames, stopwatch, onFrame));
    // Whichever fails first ends the other.
    const [picture, { mixed, aac }] = await Promise.all([making, sound]);

    onProgress('muxing', 0, 1);
    const file = await stopwatch.time('mux', () => muxFilm(ffmpeg, job, picture, aac));
    onProgress('checking', 0, 1);
    const { route, size, fps } = job;
    const { count, signatures } = frames;
    const expected: ExpectedFilm = { duration, frames: count, size, fps, sound: mixed, signatures };
    const checks = await stopwatch.time('check', () => checkFile(file, expected));
    return { file, route, duration, frames: count, size, checks, times: stopwatch.times };
  } finally {
    scope.dispose();
  }
}

function soundOf(mixed: FilmSound | null): ExpectedFilm['sound'] {
  if (mixed === null) return 'none';
  return mixed.isSilent ? 'silent' : 'heard';
}
