/** The film's sound by itself. */
import { StudioError } from '../../core/errors';
import { frameStart, toSeconds } from '../../core/time';
import { checkSoundFile } from '../check-file';
import { startSound } from '../sound/start-sound.worker';
import { muxM4a } from '../mux/mux-mp4.worker';
import type { ExportRun, MadeFile } from './export-run';

/** @throws StudioError `export-empty` for a film in which nothing sounds; as `runExport` */
export async function makeSoundFile(run: ExportRun): Promise<MadeFile> {
  const { job, shelf, stopwatch, scope, onProgress } = run;
  onProgress('sound', 0, 1);
  const sounding = scope.own(
    startSound({ job, sources: run.standby.sourcesOf(job.takes), standby: run.standby, stopwatch }),
  );
  const { expected, packets } = await stopwatch.time('wait-sound', () => sounding.encoded);
  if (packets === null) throw new StudioError('export-empty', 'Nothing sounds in this part of the film.');
  onProgress('muxing', 0, 1);
  const file = await stopwatch.time('mux', async () => {
    await shelf.openFile();
    await muxM4a(packets, (bytes, position) => shelf.write(bytes, position));
    return shelf.closeFile('audio/mp4');
  });
  onProgress('checking', 0, 1);
  const duration = toSeconds(frameStart(job.count, job.fps));
  const checks = await stopwatch.time('check', () =>
    checkSoundFile(file, { sound: expected, duration }, stopwatch),
  );
  return { file, stretches: [], checks };
}
