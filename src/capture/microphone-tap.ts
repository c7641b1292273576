/** Takes the samples out of a microphone's track, each block with the moment it was heard. */
import type { Disposable } from '../core/ownership';

/** Some milliseconds of sound. */
export interface SoundBlock {
  /** One array a channel, all of one length. */
  readonly channels: readonly Float32Array[];
  readonly sampleRate: number;
  /** `performance.now()` at which the first sample was heard. */
  readonly heardMs: number;
}

/** Not in the DOM library yet (W3C mediacapture-transform); Chromium has it for sound on the page. */
interface TrackProcessor {
  readonly readable: ReadableStream<AudioData>;
}

type TrackProcessorConstructor = new (options: { track: MediaStreamTrack }) => TrackProcessor;

/** Samples a block of the fallback: 85 ms at 48 kHz, long enough to survive a busy page. */
const FALLBACK_BLOCK = 4096;

/**
 * Listens until disposed. Neither stops the track nor owns it.
 * @param onError hears of a tap that broke; a track that merely ends is no error
 */
export function tapMicrophone(
  track: MediaStreamTrack,
  onBlock: (block: SoundBlock) => void,
  onError: (error: unknown) => void,
): Disposable {
  const { MediaStreamTrackProcessor: Processor } = globalThis as unknown as {
    MediaStreamTrackProcessor?: TrackProcessorConstructor;
  };
  return Processor === undefined
    ? tapByAudioContext(track, onBlock, onError)
    : tapByProcessor(new Processor({ track }), onBlock, onError);
}

function tapByProcessor(
  processor: TrackProcessor,
  onBlock: (block: SoundBlock) => void,
  onError: (error: unknown) => void,
): Disposable {
  const abort = new AbortController();
  const clock = new HeardClock();
  const sink = new WritableStream<AudioData>({
    write(data) {
      try {
        const channels = Array.from({ length: data.numberOfChannels }, (_, planeIndex) => {
          const samples = new Float32Array(data.numberOfFrames);
          data.copyTo(samples, { planeIndex, format: 'f32-planar' });
          return samples;
        });
        const heardMs = clock.heardMs(data.timestamp / 1000, data.duration / 1000);
        onBlock({ channels, sampleRate: data.sampleRate, heardMs });
      } finally {
        data.close();
      }
    },
  });
  processor.readable.pipeTo(sink, { signal: abort.signal }).catch((error: unknown) => {
    if (!abort.signal.aborted) onError(error);
  });
  return { dispose: () => abort.abort() };
}

/** For browsers without the processor. The node is deprecated, but needs no script of its own, which a worklet would. */
function tapByAudioContext(
  track: MediaStreamTrack,
  onBlock: (block: SoundBlock) => void,
  onError: (error: unknown) => void,
): Disposable {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const tap = context.createScriptProcessor(FALLBACK_BLOCK);
  const clock = new HeardClock();
  let samples = 0;
  tap.onaudioprocess = ({ inputBuffer }) => {
    const channels = Array.from({ length: inputBuffer.numberOfChannels }, (_, channel) =>
      inputBuffer.getChannelData(channel).slice(),
    );
    const startMs = (samples / inputBuffer.sampleRate) * 1000;
    samples += inputBuffer.length;
    const heardMs = clock.heardMs(startMs, inputBuffer.duration * 1000);
    onBlock({ channels, sampleRate: inputBuffer.sampleRate, heardMs });
  };
  source.connect(tap);
  // Silent: nothing is written to its output. Without a destination it would not run.
  tap.connect(context.destination);
  context.resume().catch(onError);
  return {
    dispose() {
      tap.onaudioprocess = null;
      source.disconnect();
      tap.disconnect();
      context.close().catch(onError);
    },
  };
}

/**
 * Maps the source's own times to the page's. A block cannot arrive before it was heard, so the shortest delay seen is
 * nearest the truth, and a page that was busy and takes many blocks at once does not misplace them.
 */
class HeardClock {
  #offsetMs = Infinity;

  heardMs(startMs: number, durationMs: number): number {
    this.#offsetMs = Math.min(this.#offsetMs, performance.now() - (startMs + durationMs));
    return startMs + this.#offsetMs;
  }
}
