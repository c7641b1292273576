/** Chunks of VP9 and sound into one WebM, streamed. */
import { EncodedPacket, EncodedVideoPacketSource, Output, WebMOutputFormat } from 'mediabunny';
import { packetSum } from '../check/packet-sums';
import { FILM_COLOR_SPACE } from '../picture/yuv';
import type { Mp4Parts } from './mux-mp4.worker';
import { SoundTrack } from './sound-track.worker';
import { WrittenStream, type WriteBytes } from './written-stream.worker';

/** Profile 0, level 4.1, 8 bit, 4:2:0, BT.709, limited range. */
const CODEC = 'vp09.00.41.08.01.01.01.01.00';

/** @returns as `muxMp4` @throws StudioError `muxer-failed`, `file-corrupt`; what writing throws */
export async function muxWebM(
  { size, fps, chunks, sound, onFrames }: Mp4Parts,
  write: WriteBytes,
): Promise<readonly number[]> {
  const sums: number[] = [];
  const stream = new WrittenStream(write);
  const output = new Output({
    format: new WebMOutputFormat(),
    target: stream.target,
  });
  const video = new EncodedVideoPacketSource('vp9');
  output.addVideoTrack(video, { frameRate: fps });
  const heard = new SoundTrack(output, sound);
  const { width, height } = size;
  const decoderConfig = {
    codec: CODEC,
    codedWidth: width,
    codedHeight: height,
    colorSpace: FILM_COLOR_SPACE,
  };
  await stream.run(async () => {
    await output.start();
    for await (const stored of chunks) {
      const chunk = await stored.read();
      let at = 0;
      for (const { frame, isKey, bytes } of chunk.samples) {
        const data = chunk.data.subarray(at, at + bytes);
        at += bytes;
        sums.push(packetSum(data));
        const packet = new EncodedPacket(data, isKey ? 'key' : 'delta', frame / fps, 1 / fps);
        await video.add(packet, frame === 0 ? { decoderConfig } : undefined);
      }
      await heard.addUntil((stored.first + stored.count) / fps);
      onFrames(stored.count);
    }
    await heard.addUntil(Infinity);
    await output.finalize();
  });
  return sums;
}
