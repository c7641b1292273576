/** Chunks and sound into one MP4 that every service takes as it is, streamed: never more than a chunk in memory. */
import {
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  type StreamTargetChunk,
} from 'mediabunny';
import { StudioError } from '../../core/errors';
import type { Size } from '../../core/geometry';
import { AAC_FRAME_SAMPLES, adtsFrames, rawFrame } from '../adts';
import { unpackChunk, type FilmChunk } from '../chunks/film-chunk';
import { joinParameterSets, renumberSample, type JoinedParameterSets } from '../h264/join-parameter-sets';
import { splitLengthPrefixed, toLengthPrefixed } from '../h264/nal';
import { findBoxes, readBoxes } from '../mp4-boxes';
import { FILM_COLOR_SPACE } from '../picture/yuv';

/** What goes into the file. */
export interface Mp4Parts {
  readonly size: Size;
  readonly fps: number;
  /** In order, one after another from frame 0 on. */
  readonly chunks: readonly StoredChunk[];
  /** ADTS; null for a silent film. */
  readonly sound: Uint8Array<ArrayBuffer> | null;
}

/** A chunk where it lies, and what must be known of it before the first is written. */
export interface StoredChunk {
  readonly file: Blob;
  readonly first: number;
  readonly count: number;
  readonly sps: readonly Uint8Array[];
  readonly pps: readonly Uint8Array[];
}

/** Writes of the file: at `position` from its beginning. */
export type WriteBytes = (bytes: Uint8Array<ArrayBuffer>, position: number) => Promise<void>;

const SOUND_RATE = 48_000;

/** AudioSpecificConfig of AAC-LC, 48 kHz, two channels (ISO/IEC 14496-3 1.6.2.1). */
const SOUND_CONFIG = new Uint8Array([0x11, 0x90]);

/** Bytes handed on at a time. */
const PIECE_BYTES = 2 * 1024 * 1024;

/** NAL units in a chunk have four bytes of length. */
const LENGTH_BYTES = 4;

/**
 * MP4 with the index first, no edit lists, and BT.709 said in the stream and in the container.
 * @throws StudioError `muxer-failed`, `file-corrupt`; what writing throws
 */
export async function muxMp4({ size, fps, chunks, sound }: Mp4Parts, write: WriteBytes): Promise<void> {
  const sets = joinParameterSets(chunks);
  const frames = chunks.reduce((sum, { count }) => sum + count, 0);
  const soundFrames = sound === null ? [] : adtsFrames(sound);
  const writing = new FirstFailure();
  const output = new Output({
    // The index lies before the pictures; its room is known beforehand, so nothing has to be moved.
    format: new Mp4OutputFormat({ fastStart: 'reserve' }),
    target: new StreamTarget(writing.stream(write), { chunked: true, chunkSize: PIECE_BYTES }),
  });
  const video = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(video, { frameRate: fps, maximumPacketCount: frames });
  const audio = sound === null ? null : new EncodedAudioPacketSource('aac');
  if (audio !== null) output.addAudioTrack(audio, { maximumPacketCount: soundFrames.length });
  try {
    await output.start();
    let heard = 0;
    const addSoundUntil = async (seconds: number): Promise<void> => {
      for (; heard < soundFrames.length && (heard * AAC_FRAME_SAMPLES) / SOUND_RATE < seconds; heard += 1)
        await audio?.add(soundPacket(soundFrames[heard], heard), heard === 0 ? SOUND_META : undefined);
    };
    for (const [index, stored] of chunks.entries()) {
      const chunk = unpackChunk(new Uint8Array(await stored.file.arrayBuffer()));
      for (const packet of packetsOf(chunk, sets, index, fps))
        await video.add(packet, stored.first === 0 ? videoMeta(size, sets) : undefined);
      await addSoundUntil((stored.first + stored.count) / fps);
    }
    await addSoundUntil(Infinity);
    await output.finalize();
  } catch (cause) {
    writing.throwIfFailed();
    if (cause instanceof StudioError) throw cause;
    throw new StudioError('muxer-failed', `The file could not be put together: ${String(cause)}`, { cause });
  }
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

const SOUND_META: EncodedAudioChunkMetadata = {
  decoderConfig: {
    codec: 'mp4a.40.2',
    sampleRate: SOUND_RATE,
    numberOfChannels: 2,
    description: SOUND_CONFIG,
  },
};

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

function soundPacket(frame: Uint8Array | undefined, index: number): EncodedPacket {
  const duration = AAC_FRAME_SAMPLES / SOUND_RATE;
  return new EncodedPacket(rawFrame(frame ?? new Uint8Array(0)), 'key', index * duration, duration);
}

function* packetsOf(
  chunk: FilmChunk,
  { streams }: JoinedParameterSets,
  index: number,
  fps: number,
): Generator<EncodedPacket, void, void> {
  const ids = streams[index]?.ppsIds ?? new Map<number, number>();
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

/** What went wrong with writing first: the muxer only says that its stream failed. */
class FirstFailure {
  #failure: { readonly error: unknown } | null = null;

  stream(write: WriteBytes): WritableStream<StreamTargetChunk> {
    return new WritableStream({
      write: async ({ data, position }) => {
        try {
          const piece = new Uint8Array(data);
          clearMoments(piece);
          await write(piece, position);
        } catch (error) {
          this.#failure ??= { error };
          throw error;
        }
      },
    });
  }

  throwIfFailed(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }
}
