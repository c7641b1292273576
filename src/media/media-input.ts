/** Opens a file of unknown make and names what is wrong with it. The only place that knows the demuxer's ways to fail. */
import {
  ALL_FORMATS,
  BlobSource,
  Input,
  InputDisposedError,
  type InputAudioTrack,
  type InputVideoTrack,
} from 'mediabunny';
import { StudioError, throwIfCancelled } from '../core/errors';
import type { Disposable } from '../core/ownership';

/** The demuxer reads ahead into this much memory and no more, however long the film. */
const CACHE_BYTES = 8 * 1024 * 1024;

/** An opened file. Its owner disposes it, which also ends every decoder that reads from it. */
export interface MediaInput extends Disposable {
  readonly input: Input;
  /** The first picture track that holds at least one packet. */
  readonly video: InputVideoTrack | null;
  readonly audio: InputAudioTrack | null;
  /**
   * The file's own time at which it starts, in seconds, ≥ 0: what all readers subtract. Not 0 in pieces of a live
   * stream, which count from when the stream began.
   */
  readonly origin: number;
}

/**
 * @throws StudioError `file-empty`, `file-unreadable` (the bytes cannot be had), `file-not-media`, `file-corrupt`, `cancelled`
 */
export async function openMediaInput(blob: Blob, signal?: AbortSignal): Promise<MediaInput> {
  throwIfCancelled(signal);
  if (blob.size === 0) throw new StudioError('file-empty', 'The file has 0 bytes.');
  await requireReadable(blob);
  const input = new Input({
    source: new BlobSource(blob, { maxCacheSize: CACHE_BYTES }),
    formats: ALL_FORMATS,
  });
  const stop = (): void => input.dispose();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await requireKnownContainer(input);
    const tracks = await input.getTracks();
    const video = await firstWithPackets(await input.getVideoTracks());
    const audio = await firstWithPackets(await input.getAudioTracks());
    if (video === null && audio === null)
      throw new StudioError('file-corrupt', `None of the file's ${tracks.length} tracks holds a packet.`);
    const starts = [
      (await video?.getFirstTimestamp()) ?? Infinity,
      (await audio?.getFirstTimestamp()) ?? Infinity,
    ];
    return { input, video, audio, origin: Math.max(0, Math.min(...starts)), dispose: () => input.dispose() };
  } catch (error) {
    input.dispose();
    throw asMediaError(error, signal);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** What a failing demuxer or decoder means to a person. */
export function asMediaError(error: unknown, signal?: AbortSignal): StudioError {
  if (signal?.aborted === true || error instanceof InputDisposedError)
    return new StudioError('cancelled', 'Reading the file was cancelled.', { cause: error });
  if (error instanceof StudioError) return error;
  const name = error instanceof Error ? error.name : '';
  const detail = error instanceof Error ? error.message : String(error);
  if (name === 'NotReadableError' || name === 'NotFoundError')
    return new StudioError('file-unreadable', detail, { cause: error });
  if (name === 'NotSupportedError') return new StudioError('codec-unsupported', detail, { cause: error });
  return new StudioError('file-corrupt', detail, { cause: error });
}

/** A file on a drive that is gone, or changed since it was chosen, fails here and not deep inside. */
async function requireReadable(blob: Blob): Promise<void> {
  try {
    await blob.slice(0, 1).arrayBuffer();
  } catch (cause) {
    throw new StudioError('file-unreadable', 'The first byte cannot be read.', { cause });
  }
}

async function requireKnownContainer(input: Input): Promise<void> {
  // Some formats look for their mark beyond the end of a tiny file, and fail instead of saying no.
  const isKnown = await input.canRead().catch((error: unknown) => {
    if (input.disposed) throw error;
    return false;
  });
  if (!isKnown) throw new StudioError('file-not-media', 'No known container.');
}

async function firstWithPackets<Track extends InputVideoTrack | InputAudioTrack>(
  tracks: readonly Track[],
): Promise<Track | null> {
  for (const track of tracks) {
    if ((await track.computePacketStats(1)).packetCount > 0) return track;
  }
  return null;
}
