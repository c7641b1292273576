/** Chunks and sound into one MP4 that every service takes as it is, streamed: never more than a chunk in memory. */
import { EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny';
import type { Size } from '../../core/geometry';
import type { FilmChunk, StoredChunk } from '../chunks/film-chunk';
import {
  joinParameterSets,
  renumberSample,
  type JoinedParameterSets,
  type ParameterSets,
} from '../h264/join-parameter-sets';
import { splitLengthPrefixed, toLengthPrefixed } from '../h264/nal';
import { packetSum } from '../check/packet-sums';
import type { SoundPackets } from '../sound/sound-packets';
import { findBoxes, readBoxes } from '../mp4-boxes';
import { SoundTrack } from './sound-track.worker';
import { WrittenStream, type WriteBytes } from './written-stream.worker';
import { FILM_COLOR_SPACE } from '../picture/yuv';

/** What goes into the file. */
export interface Mp4Parts {
  readonly size: Size;
  readonly fps: number;
  /** Of the film. */
  readonly frames: number;
  /** In order, one after another from frame 0 on, as they are made. */
  readonly chunks: AsyncIterable<StoredChunk>;
  /** All parameter sets that the chunks are foreseen to bring; of H.264 alone. */
  readonly sets: readonly ParameterSets[];
  /** null for a film without sound. */
  readonly sound: SoundPackets | null;
  /** Told how many more frames are in the file. */
  readonly onFrames: (count: number) => void;
}

/** NAL units in a chunk have four bytes of length. */
const LENGTH_BYTES = 4;

/**
 * MP4 with the index first, no edit lists, and BT.709 said in the stream and in the container.
 * @returns what was put in, packet by packet: `packetSum` of each; null, and half a file, when a chunk brought parameter
 * sets that were not foreseen: they are written before the first picture
 * @throws StudioError `muxer-failed`, `file-corrupt`; what writing throws
 */
export async function muxMp4(
  { size, fps, frames, chunks, sets: foreseen, sound, onFrames }: Mp4Parts,
  write: WriteBytes,
): Promise<readonly number[] | null> {
  const sums: number[] = [];
  const sets = joinParameterSets(foreseen);
  const stream = new WrittenStream(write, clearMoments);
  const output = new Output({
    // The index lies before the pictures; its room is known beforehand, so nothing has to be moved.
    format: new Mp4OutputFormat({ fastStart: 'reserve' }),
    target: stream.target,
  });
  const video = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(video, { frameRate: fps, maximumPacketCount: frames });
  const heard = new SoundTrack(output, sound);
  const isWhole = await stream.run(async () => {
    await output.start();
    // The room for the index is measured when both tracks are known. By then no picture may have come out of order: the
    // muxer cannot yet say how far (its table of composition offsets is filled with the next key picture).
    await heard.addUntil(1 / fps);
    for await (const stored of chunks) {
      const ids = sets.ppsIdsOf(stored);
      if (ids === null) {
        await output.cancel();
        return false;
      }
      for (const packet of packetsOf(await stored.read(), ids, fps)) {
        sums.push(packetSum(packet.data));
        await video.add(packet, stored.first === 0 ? videoMeta(size, sets) : undefined);
      }
      await heard.addUntil((stored.first + stored.count) / fps);
      onFrames(stored.count);
    }
    await heard.addUntil(Infinity);
    await output.finalize();
    return true;
  });
  return isWhole ? sums : null;
}

/**
 * Sound alone, with the index first.
 * @throws StudioError `muxer-failed`; what writing throws
 */
export async function muxM4a(sound: SoundPackets, write: WriteBytes): Promise<void> {
  const stream = new WrittenStream(write, clearMoments);
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: 'reserve' }),
    target: stream.target,
  });
  const heard = new SoundTrack(output, sound);
  await stream.run(async () => {
    await output.start();
    await heard.addUntil(Infinity);
    await output.finalize();
  });
}

/**
 * Takes the moment of making out of a piece of the file that holds the index: nothing of the person's day goes with the film.
 * @param piece begins where a box begins, when it holds the index at all; changed in place
 */
export function clearMoments(piece: Uint8Array<ArrayBuffer>): void {
  const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength);
  const moov = readBoxes(view).find(({ type }) => type === 'moov');
  if (moov === undefined) return;
  for (const type of ['mvhd', 'tkhd', 'mdhd']) {
    for (const { start } of findBoxes(view, type, moov.start, moov.end)) {
      // Version and flags, then creation and modification: 4 bytes each, or 8 in version 1.
      const bytes = view.getUint8(start) === 1 ? 16 : 8;
      piece.fill(0, start + 4, start + 4 + bytes);
    }
  }
}

function videoMeta(
  { width, height }: Size,
  { codec, description }: JoinedParameterSets,
): EncodedVideoChunkMetadata {
  return {
    decoderConfig: {
      codec,
      codedWidth: width,
      codedHeight: height,
      description,
      colorSpace: FILM_COLOR_SPACE,
    },
  };
}

function* packetsOf(
  chunk: FilmChunk,
  ids: ReadonlyMap<number, number>,
  fps: number,
): Generator<EncodedPacket, void, void> {
  const isRenumbered = [...ids].some(([from, to]) => from !== to);
  let at = 0;
  for (const { frame, isKey, bytes } of chunk.samples) {
    const sample = chunk.data.subarray(at, at + bytes);
    at += bytes;
    const data = isRenumbered
      ? toLengthPrefixed(renumberSample(splitLengthPrefixed(sample, LENGTH_BYTES), ids))
      : sample;
    yield new EncodedPacket(data, isKey ? 'key' : 'delta', frame / fps, 1 / fps);
  }
}
