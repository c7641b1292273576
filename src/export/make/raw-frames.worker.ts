/** The frames of a job as raw pictures, for files that no video encoder makes. */
import { StudioError } from '../../core/errors';
import { openFilmFrames } from '../film-frames.worker';
import { planJob } from '../routes/plan-job';
import type { FilmStretch } from '../routes/stretch';
import type { ExportRun } from './export-run';

/** Hands each frame as 4:2:0 in the film's colours to `take`, which must be done with it when it returns. */
export async function drawRawFrames(
  { job, standby, stopwatch, scope, onProgress, onPlanned }: ExportRun,
  take: (bytes: Uint8Array<ArrayBuffer>, frame: number) => void,
): Promise<readonly FilmStretch[]> {
  const sources = standby.sourcesOf(job.takes);
  const way = { encoder: 'ffmpeg', cheapest: 'direct' } as const;
  const stretches = await stopwatch.time('plan', () => planJob(job, way, sources));
  onPlanned(stretches);
  const frames = scope.own(openFilmFrames(job, stopwatch, (size) => standby.takeDrawer(size)));
  await stopwatch.time('warm', () => frames.warm(stretches));
  for (const stretch of stretches) {
    let frame = stretch.first;
    for await (const picture of frames.framesOf(stretch, frame, { canScale: false })) {
      if (picture.kind !== 'bytes') throw new StudioError('unexpected', `Frame ${frame} was not converted.`);
      take(picture.bytes, frame);
      frame += 1;
      onProgress('picture', frame, job.count);
    }
  }
  return stretches;
}
