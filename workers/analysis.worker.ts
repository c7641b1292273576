/** Shell of the analysis worker: arithmetic too long for the page. */
import { serializeError } from '../src/core/errors';
import { renderSong } from '../src/media/songs/bundled-songs';
import type { RenderSongReply, RenderSongRequest } from '../src/media/songs/render-song-protocol';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<RenderSongRequest>) => {
  try {
    const { sampleRate, channels } = renderSong(data.id, data.sampleRate, data.tempo);
    const owned = channels.map((channel) => new Float32Array(channel));
    const reply: RenderSongReply = { kind: 'rendered', sampleRate, channels: owned };
    self.postMessage(
      reply,
      owned.map(({ buffer }) => buffer),
    );
  } catch (error) {
    const reply: RenderSongReply = { kind: 'failed', error: serializeError(error, 'storage-missing') };
    self.postMessage(reply);
  }
};
