/** Shell of the mix worker: the sound of the film that is being edited. It lives as long as the editor. */
import { serializeError } from '../src/core/errors';
import type { MixReply, MixRequest } from '../src/media/mix-sound-protocol';
import { SoundDesk } from '../src/media/sound-desk';

declare const self: DedicatedWorkerGlobalScope;

const desk = new SoundDesk();

function reply(message: MixReply, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

self.onmessage = ({ data: { plan, sounds } }: MessageEvent<MixRequest>) => {
  desk.mix(plan, sounds).then(
    ({ sampleRate, channels }) => {
      const sides = channels.map((side) => new Float32Array(side));
      reply(
        { kind: 'done', sound: { sampleRate, channels: sides } },
        sides.map(({ buffer }) => buffer),
      );
    },
    (error: unknown) => reply({ kind: 'failed', error: serializeError(error) }),
  );
};
