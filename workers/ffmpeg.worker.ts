/** The ffmpeg worker: a shell round the runner. Runs one job after another. */
import { StudioError, serializeError } from '../src/core/errors';
import type { FFmpegReply, FFmpegRequest } from '../src/export/ffmpeg/ffmpeg-protocol';
import { FFmpegRunner } from '../src/export/ffmpeg/ffmpeg-runner.worker';

declare const self: DedicatedWorkerGlobalScope;

let runner: FFmpegRunner | null = null;
let turn: Promise<void> = Promise.resolve();

async function answer({ id, run }: Extract<FFmpegRequest, { kind: 'run' }>): Promise<void> {
  let reply: FFmpegReply;
  try {
    if (runner === null) throw new StudioError('muxer-failed', 'ffmpeg was not loaded.');
    const output = await runner.run(run);
    const files = Object.values(run.files);
    reply = { id, output, files };
    self.postMessage(reply, [output.buffer, ...files.map(({ buffer }) => buffer)]);
  } catch (error) {
    reply = { id, error: serializeError(error, 'muxer-failed') };
    self.postMessage(reply);
  }
}

self.onmessage = ({ data }: MessageEvent<FFmpegRequest>) => {
  if (data.kind === 'run') {
    turn = turn.then(() => answer(data));
    return;
  }
  const loaded = new FFmpegRunner(data.module);
  runner = loaded;
  // Begins at once; who comes with a job hears of the failure.
  turn = turn.then(() => loaded.load().catch(() => undefined));
};
