/** A short film without sound that plays for ever: GIF or animated WebP, by ffmpeg. */
import { StudioError } from '../../core/errors';
import { checkLoop } from '../check/loop-file-checks';
import { i420Bytes } from '../picture/yuv';
import { signatureOfI420 } from '../picture-signature';
import { drawRawFrames } from './raw-frames.worker';
import type { ExportRun, MadeFile } from './export-run';

/** Raw pictures lie in memory all together: 15 s of 360×640 at 15 a second are 78 MB. */
const MOST_BYTES = 256 * 1024 * 1024;

/** @throws StudioError `file-too-large` for a loop that does not fit into memory; as `runExport` */
export async function makeLoop(run: ExportRun): Promise<MadeFile> {
  const { job, shelf, stopwatch, scope, onProgress } = run;
  const frameBytes = i420Bytes(job.size);
  if (frameBytes * job.count > MOST_BYTES)
    throw new StudioError('file-too-large', `A loop of ${job.count} pictures does not fit into memory.`, {
      values: { limit: Math.floor(MOST_BYTES / frameBytes), width: job.size.width, height: job.size.height },
    });
  const ffmpeg = scope.own(run.standby.takeFFmpeg());
  const raw = new Uint8Array(frameBytes * job.count);
  const signatures = new Map<number, Uint8ClampedArray>();
  const stretches = await stopwatch.time('picture', () =>
    drawRawFrames(run, (bytes, frame) => {
      raw.set(bytes, frame * frameBytes);
      if (frame === 0 || frame === job.count - 1) signatures.set(frame, signatureOfI420(bytes, job.size));
    }),
  );
  onProgress('muxing', 0, 1);
  const file = await stopwatch.time('mux', async () => {
    const output = `loop.${job.kind}`;
    const bytes = await ffmpeg.run({
      files: { 'frames.yuv': raw },
      blobs: {},
      output,
      args: [...inputOf(run), ...(job.kind === 'gif' ? GIF : WEBP), output],
    });
    await shelf.openFile();
    await shelf.write(bytes, 0);
    return shelf.closeFile(job.kind === 'gif' ? 'image/gif' : 'image/webp');
  });
  onProgress('checking', 0, 1);
  const checks = await stopwatch.time('check', () =>
    checkLoop(file, { frames: job.count, size: job.size, fps: job.fps, signatures }),
  );
  return { file, stretches, checks };
}

function inputOf({ job: { size, fps } }: ExportRun): string[] {
  return [
    ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${size.width}x${size.height}`, '-r', String(fps)],
    ...['-i', 'frames.yuv'],
  ];
}

/** Raw pictures say nothing of their colours. */
const FROM_FILM = 'scale=in_color_matrix=bt709:in_range=tv';

/** One palette for all pictures, made for what moves; an ordered pattern does not swim. */
const GIF: readonly string[] = [
  '-vf',
  `${FROM_FILM},format=rgb24,split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=4`,
  ...['-loop', '0', '-f', 'gif'],
];

/** Whole pictures: the animation encoder keeps what changes slowly from one to the next, and a fade never shows. */
const WEBP: readonly string[] = [
  ...['-vf', `${FROM_FILM}:out_color_matrix=bt601:out_range=tv,format=yuv420p`, '-c:v', 'libwebp'],
  ...['-lossless', '0', '-q:v', '70', '-compression_level', '3', '-loop', '0', '-f', 'webp'],
];
