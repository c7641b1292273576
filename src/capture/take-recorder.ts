/** Encodes a take while it happens into a container that stays readable when it is cut off anywhere. */
import {
  AppendOnlyStreamTarget,
  MediaStreamAudioTrackSource,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
  canEncodeAudio,
  canEncodeVideo,
  type AudioCodec,
  type VideoCodec,
} from 'mediabunny';
import { StudioError, asStudioError } from '../core/errors';
import type { Size } from '../core/geometry';

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
  readonly microphone: MediaStreamTrack | null;
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
/** Best first: H.264 can later be copied into the export. */
const VIDEO_CODECS: readonly VideoCodec[] = ['avc', 'vp9', 'vp8'];

/**
 * Chooses a codec that really encodes here and opens the file.
 * @throws StudioError `encoder-unsupported` when none does
 */
export async function createTakeRecorder(options: TakeRecorderOptions): Promise<TakeRecorder> {
  const codec = await chooseVideoCodec(options.size);
  const isMp4 = codec === 'avc';
  let failure: StudioError | null = null;
  const fail = (error: unknown): void => {
    failure ??= asStudioError(error, 'recorder-failed');
  };
  let position = 0;
  const sink = new WritableStream<Uint8Array>({
    async write(bytes) {
      await options.writer.write(bytes, position);
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
  const sound = await addMicrophone(output, options.microphone, isMp4, fail);
  await output.start();

  let pending = 0;
  let frames = 0;
  let dropped = 0;
  let last = -1;
  const queue: Promise<void>[] = [];

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
      queue.push(encode(sample));
      return true;
    },
    async finish() {
      await Promise.all(queue);
      if (failure !== null) {
        await output.cancel();
        throw failure;
      }
      if (frames === 0) {
        await output.cancel();
        throw new StudioError('recorder-failed', 'Not one frame reached the recorder.');
      }
      try {
        await output.finalize();
      } catch (error) {
        throw asStudioError(error, 'recorder-failed');
      }
      return { duration: last + 1 / options.fps, hasSound: sound, frames, dropped };
    },
    async abort() {
      await Promise.all(queue);
      if (output.state !== 'canceled' && output.state !== 'finalized') await output.cancel();
    },
  };
}

async function chooseVideoCodec({ width, height }: Size): Promise<VideoCodec> {
  for (const codec of VIDEO_CODECS) {
    if (await canEncodeVideo(codec, { width, height, quality: QUALITY_HIGH, latencyMode: 'realtime' }))
      return codec;
  }
  throw new StudioError(
    'encoder-unsupported',
    `No codec of ${VIDEO_CODECS.join(', ')} encodes ${width}×${height} here.`,
  );
}

/** The sound of the microphone beside the picture, in a codec that this browser encodes. */
async function addMicrophone(
  output: Output,
  microphone: MediaStreamTrack | null,
  isMp4: boolean,
  fail: (error: unknown) => void,
): Promise<boolean> {
  if (microphone === null) return false;
  const candidates: AudioCodec[] = isMp4 ? ['aac', 'opus'] : ['opus'];
  for (const codec of candidates) {
    if (!(await canEncodeAudio(codec))) continue;
    const source = new MediaStreamAudioTrackSource(microphone as MediaStreamAudioTrack, {
      codec,
      quality: QUALITY_HIGH,
    });
    source.errorPromise.catch(fail);
    output.addAudioTrack(source);
    return true;
  }
  return false;
}
