/** Shell of the analysis worker: arithmetic too long for the page. */
import { serializeError } from '../src/core/errors';
import type { AnalysisReply, AnalysisRequest } from '../src/media/analysis-protocol';
import { findBeats } from '../src/media/beats/find-beats';
import type { Pcm } from '../src/media/pcm';
import { poseTrackFromBvh } from '../src/pose/bvh';
import { renderSong } from '../src/media/songs/bundled-songs';
import { stretchSound } from '../src/media/stretch-sound';

declare const self: DedicatedWorkerGlobalScope;

async function answer(request: AnalysisRequest): Promise<AnalysisReply> {
  switch (request.kind) {
    case 'render-song':
      return soundReply(renderSong(request.id, request.sampleRate, request.tempo));
    case 'find-beats':
      return { kind: 'beats', found: findBeats(request.sound) };
    case 'stretch':
      return soundReply(stretchSound(request.sound, request.tempo));
    case 'read-motion':
      return { kind: 'track', track: poseTrackFromBvh(await request.file.text()) };
  }
}

function soundReply({ sampleRate, channels }: Pcm): AnalysisReply {
  return {
    kind: 'sound',
    sound: { sampleRate, channels: channels.map((channel) => new Float32Array(channel)) },
  };
}

async function work(request: AnalysisRequest): Promise<void> {
  try {
    const reply = await answer(request);
    self.postMessage(reply, reply.kind === 'sound' ? reply.sound.channels.map(({ buffer }) => buffer) : []);
  } catch (error) {
    const code = request.kind === 'read-motion' ? 'file-unreadable' : 'storage-missing';
    const reply: AnalysisReply = { kind: 'failed', error: serializeError(error, code) };
    self.postMessage(reply);
  }
}

self.onmessage = ({ data }: MessageEvent<AnalysisRequest>) => void work(data);
