/** Encodes a take while it happens into a container that stays readable when it is cut off anywhere. */
import {
  AppendOnlyStreamTarget,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny';
import { StudioError, asStudioError } from '../core/errors';
import type { Size } from '../core/geometry';
import { chooseVideoCodec } from './choose-video-codec';
import { createSoundRecorder } from './sound-recorder';

/** Where the bytes go, in order. */
export interface ByteSink {
  write(bytes: Uint8Array, position: number): Promise<void>;
}

export interface TakeRecorderOptions {
  /** Even width and height. */
  readonly size: Size;
  /** Nominal; frames carry their own times. */
  readonly fps: number;
  readonly writer: ByteSink;
  /** Recorded on the clock of the frames, from the first of them on. The caller stops it. */
  readonly microphone: MediaStreamTrack | null;
  /** Hears at once of what `finish` will throw, such as a full disk. What was written until then stays readable. */
  readonly onFailure?: (error: StudioError) => void;
}

export interface TakeRecorder {
  readonly mimeType: string;
  /**
   * Takes ownership of the frame. `seconds` from the start of the take, ≥ 0 and rising.
   * False = dropped, because the encoder is behind or the time did not rise.
   */
  addFrame(frame: VideoFrame, seconds: number): boolean;
  /** Closes the file. @throws StudioError `recorder-failed`, `storage-full` */
  finish(): Promise<{ duration: number; hasSound: boolean; frames: number; dropped: number }>;
  /** Ends without a whole file. */
  abort(): Promise<void>;
}

/** Seconds. A fragment is written when the next one begins, so a killed tab loses at most two of them. */
const FRAGMENT_SECONDS = 0.45;
/** Frames handed over and not yet taken by the encoder; more means that it is behind. */
const MOST_PENDING = 4;
/**
 * Chooses a codec that really encodes here and opens the file.
 * @throws StudioError `encoder-unsupported` when none does
 */
export async function createTakeRecorder(options: TakeRecorderOptions): Promise<TakeRecorder> {
  const codec = await chooseVideoCodec(options.size);
  const isMp4 = codec === 'avc';
  let failure: StudioError | null = null;
  const fail = (error: unknown): void => {
    if (failure !== null) return;
    failure = recorderError(error);
    options.onFailure?.(failure);
  };
  let position = 0;
  const sink = new WritableStream<Uint8Array>({
    async write(bytes) {
      try {
        await options.writer.write(bytes, position);
      } catch (error) {
        // The muxer hears of it too, but only with its next fragment.
        fail(error);
        throw error;
      }
      position += bytes.byteLength;
    },
  });
  const output = new Output({
    format: isMp4
      ? new Mp4OutputFormat({ fastStart: 'fragmented', minimumFragmentDuration: FRAGMENT_SECONDS })
      : new WebMOutputFormat({ appendOnly: true, minimumClusterDuration: FRAGMENT_SECONDS }),
    target: new AppendOnlyStreamTarget(sink),
  });
  const picture = new VideoSampleSource({
    codec,
    quality: QUALITY_HIGH,
    keyFrameInterval: FRAGMENT_SECONDS,
    latencyMode: 'realtime',
    sizeChangeBehavior: 'contain',
  });
  output.addVideoTrack(picture);
  const sound =
    options.microphone === null
      ? null
      : await createSoundRecorder(options.microphone, isMp4 ? ['aac', 'opus'] : ['opus'], fail);
  if (sound !== null) output.addAudioTrack(sound.source);
  await output.start();
  sound?.start();

  let pending = 0;
  let frames = 0;
  let dropped = 0;
  let last = -1;
  const encoding = new Set<Promise<void>>();

  const encode = async (sample: VideoSample): Promise<void> => {
    pending += 1;
    try {
      await picture.add(sample);
    } catch (error) {
      fail(error);
    } finally {
      sample.close();
      pending -= 1;
    }
  };

  const endOutput = async (): Promise<void> => {
    if (output.state === 'canceled' || output.state === 'finalized') return;
    // It is given up: what it says of that is told by the failure, if there is one.
    await output.cancel().catch(fail);
  };

  return {
    mimeType: isMp4 ? 'video/mp4' : 'video/webm',
    addFrame(frame, seconds) {
      if (failure !== null || pending >= MOST_PENDING || seconds <= last) {
        frame.close();
        dropped += 1;
        return false;
      }
      last = seconds;
      frames += 1;
      const sample = new VideoSample(frame, { timestamp: seconds, duration: 1 / options.fps });
      const job = encode(sample).finally(() => encoding.delete(job));
      encoding.add(job);
      sound?.follow(seconds);
      return true;
    },
    async finish() {
      const duration = last + 1 / options.fps;
      const hasSound = (await sound?.end(duration)) ?? false;
      await Promise.all(encoding);
      if (failure === null && frames === 0) {
        fail(new StudioError('recorder-failed', 'Not one frame reached the recorder.'));
      }
      if (failure === null) await output.finalize().catch(fail);
      if (failure !== null) {
        await endOutput();
        throw failure;
      }
      return { duration, hasSound, frames, dropped };
    },
    async abort() {
      sound?.dispose();
      await Promise.all(encoding);
      await endOutput();
    },
  };
}

/** What a broken encoder or a full disk is called. */
function recorderError(error: unknown): StudioError {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return asStudioError(error, isFull ? 'storage-full' : 'recorder-failed');
}
