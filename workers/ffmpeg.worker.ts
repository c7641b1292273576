/** The ffmpeg worker: a shell round the runner. Runs one job after another. */
import { serializeError } from '../src/core/errors';
import type { FFmpegReply, FFmpegRequest } from '../src/export/ffmpeg/ffmpeg-protocol';
import { FFmpegRunner } from '../src/export/ffmpeg/ffmpeg-runner.worker';

declare const self: DedicatedWorkerGlobalScope;

const runner = new FFmpegRunner();
// Begins to load at once; who comes with a job hears of the failure.
let turn: Promise<void> = runner.load().catch(() => undefined);

async function answer({ id, run }: FFmpegRequest): Promise<void> {
  let reply: FFmpegReply;
  try {
    const output = await runner.run(run);
    reply = { id, output };
    self.postMessage(reply, [output.buffer]);
  } catch (error) {
    reply = { id, error: serializeError(error, 'muxer-failed') };
    self.postMessage(reply);
  }
}

self.onmessage = ({ data }: MessageEvent<FFmpegRequest>) => {
  turn = turn.then(() => answer(data));
};
