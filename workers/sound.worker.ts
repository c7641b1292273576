/** The sound worker: a shell round the mix of one film, or one listening to it. */
import { serializeError } from '../src/core/errors';
import { hearFile } from '../src/export/check/hear-file';
import { mixFilmSound } from '../src/export/sound/film-sound';
import type { SoundReply, SoundRequest } from '../src/export/sound/sound-protocol';

declare const self: DedicatedWorkerGlobalScope;

function reply(message: SoundReply, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

function fail(error: unknown): void {
  reply({ kind: 'failed', error: serializeError(error, 'audio-undecodable') });
}

self.onmessage = ({ data }: MessageEvent<SoundRequest>) => {
  if (data.kind === 'mix') {
    mixFilmSound(data.job, data.range).then(
      (sound) => reply({ kind: 'mixed', sound }, sound === null ? [] : [sound.bytes.buffer]),
      fail,
    );
    return;
  }
  hearFile(data.file, data.probes, data.duration).then((heard) => reply({ kind: 'heard', heard }), fail);
};
