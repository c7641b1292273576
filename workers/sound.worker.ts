/** The sound worker: a shell round the mix of one film. */
import { serializeError } from '../src/core/errors';
import { mixFilmSound } from '../src/export/sound/film-sound';
import type { SoundReply, SoundRequest } from '../src/export/sound/sound-protocol';

declare const self: DedicatedWorkerGlobalScope;

function reply(message: SoundReply, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

self.onmessage = ({ data: { job, range } }: MessageEvent<SoundRequest>) => {
  mixFilmSound(job, range).then(
    (sound) => reply({ kind: 'done', sound }, sound === null ? [] : [sound.bytes.buffer]),
    (error: unknown) => reply({ kind: 'failed', error: serializeError(error, 'audio-undecodable') }),
  );
};
