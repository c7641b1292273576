/** Shell of the analysis worker: arithmetic too long for the page. */
import { serializeError } from '../src/core/errors';
import type { AnalysisReply, AnalysisRequest } from '../src/media/analysis-protocol';
import { findBeats } from '../src/media/beats/find-beats';
import type { Pcm } from '../src/media/pcm';
import { renderSong } from '../src/media/songs/bundled-songs';
import { stretchSound } from '../src/media/stretch-sound';

declare const self: DedicatedWorkerGlobalScope;

function answer(request: AnalysisRequest): AnalysisReply {
  switch (request.kind) {
    case 'render-song':
      return soundReply(renderSong(request.id, request.sampleRate, request.tempo));
    case 'find-beats':
      return { kind: 'beats', found: findBeats(request.sound) };
    case 'stretch':
      return soundReply(stretchSound(request.sound, request.tempo));
  }
}

function soundReply({ sampleRate, channels }: Pcm): AnalysisReply {
  return {
    kind: 'sound',
    sound: { sampleRate, channels: channels.map((channel) => new Float32Array(channel)) },
  };
}

self.onmessage = ({ data }: MessageEvent<AnalysisRequest>) => {
  try {
    const reply = answer(data);
    self.postMessage(reply, reply.kind === 'sound' ? reply.sound.channels.map(({ buffer }) => buffer) : []);
  } catch (error) {
    const reply: AnalysisReply = { kind: 'failed', error: serializeError(error, 'storage-missing') };
    self.postMessage(reply);
  }
};
