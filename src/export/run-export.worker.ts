/** One export from job to checked file, by one route. Runs in the export worker. */
import { frameDuration, toSeconds, type Flicks } from '../core/time';
import { mixSound } from '../media/mix-sound';
import type { Pcm } from '../media/pcm';
import { planSound } from '../project/plan-sound';
import { checkFile } from './check-file';
import { encodeWithWebCodecs } from './encode-webcodecs.worker';
import { encodeWithX264 } from './encode-x264.worker';
import type { ExportedFilm, ExportJob, ExportStep } from './export-protocol';
import { startFFmpeg } from './ffmpeg/ffmpeg-client.worker';
import { openFilmFrames } from './film-frames.worker';
import { soundLoader } from './job-material';
import { encodeSound, muxFilm } from './mux-film.worker';
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
  const stopwatch = new Stopwatch();
  // Loads its 32 MB while sound and picture are made.
  const ffmpeg = startFFmpeg();
  try {
    onProgress('sound', 0, 1);
    const frames = await openFilmFrames(job, stopwatch);
    try {
      const duration = toSeconds((frames.count * frameDuration(job.fps)) as Flicks);
      const mixed = await stopwatch.time('mix', () => mixFilm(job, duration));
      const sound =
        mixed === null
          ? Promise.resolve(null)
          : stopwatch.time('sound', () => encodeSound(ffmpeg, mixed, job.audioBitrate));
      sound.catch(() => undefined);
      const onFrame = (done: number): void => onProgress('picture', done, frames.count);
      onFrame(0);
      const encode = job.route === 'webcodecs' ? encodeWithWebCodecs : encodeWithX264;
      const picture = await stopwatch.time('picture', () => encode(job, frames, stopwatch, onFrame));
      onProgress('muxing', 0, 1);
      const aac = await sound;
      const file = await stopwatch.time('mux', () => muxFilm(ffmpeg, job, picture, aac));
      onProgress('checking', 0, 1);
      const expected = {
        duration,
        frames: frames.count,
        size: job.size,
        fps: job.fps,
        sound:
          mixed === null ? ('none' as const) : isSilent(mixed) ? ('silent' as const) : ('heard' as const),
        signatures: frames.signatures,
      };
      const checks = await stopwatch.time('check', () => checkFile(file, expected));
      const { route, size } = job;
      return { file, route, duration, frames: frames.count, size, checks, times: stopwatch.times };
    } finally {
      frames.dispose();
    }
  } finally {
    ffmpeg.dispose();
  }
}

/** The film's sound as long as its picture; null for a film in which nothing sounds. */
async function mixFilm(job: ExportJob, duration: number): Promise<Pcm | null> {
  const plan = planSound(job.project);
  if (plan.pieces.length === 0) return null;
  return mixSound({ ...plan, duration }, soundLoader(job));
}

/** Below −80 dBFS nothing is heard. */
function isSilent({ channels }: Pcm): boolean {
  return channels.every((samples) => samples.every((sample) => Math.abs(sample) < 1e-4));
}
