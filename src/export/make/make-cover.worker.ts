/** One frame of the film as a still picture. */
import { StudioError } from '../../core/errors';
import { checkStill } from '../check/loop-file-checks';
import { toVideoFrame } from '../picture/video-frame';
import { signatureOfI420 } from '../picture-signature';
import { drawRawFrames } from './raw-frames.worker';
import type { ExportRun, MadeFile } from './export-run';

/** JPEG quality, 0..1: what is seen large on a phone. */
const QUALITY = 0.92;

/** @throws StudioError as `runExport` */
export async function makeCover(run: ExportRun): Promise<MadeFile> {
  const { job, shelf, stopwatch, onProgress } = run;
  let drawn: Uint8Array<ArrayBuffer> | null = null;
  const stretches = await stopwatch.time('picture', () =>
    drawRawFrames(run, (bytes) => (drawn = bytes.slice())),
  );
  const bytes = drawn as Uint8Array<ArrayBuffer> | null;
  if (bytes === null) throw new StudioError('export-empty', 'There is no frame to make a cover of.');
  onProgress('muxing', 0, 1);
  const file = await stopwatch.time('mux', async () => {
    const jpeg = new Uint8Array(await (await toJpeg(bytes, job.size)).arrayBuffer());
    await shelf.openFile();
    await shelf.write(jpeg, 0);
    return shelf.closeFile('image/jpeg');
  });
  onProgress('checking', 0, 1);
  const checks = await stopwatch.time('check', () =>
    checkStill(file, { size: job.size, signature: signatureOfI420(bytes, job.size) }),
  );
  return { file, stretches, checks };
}

async function toJpeg(bytes: Uint8Array, size: ExportRun['job']['size']): Promise<Blob> {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new StudioError('unexpected', 'No 2D canvas for the cover.');
  const frame = toVideoFrame(bytes, size, 0, 0);
  try {
    context.drawImage(frame, 0, 0);
  } finally {
    frame.close();
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}
