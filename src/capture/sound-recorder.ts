/** The microphone's track of a take: on the picture's clock, gapless, and never what the file has to wait for. */
import { AudioSample, AudioSampleSource, QUALITY_HIGH, canEncodeAudio, type AudioCodec } from 'mediabunny';
import type { Disposable } from '../core/ownership';
import { tapMicrophone, type SoundBlock } from './microphone-tap';
import { SoundPlacer, type Placement } from './sound-placer';

export interface SoundRecorder {
  /** To be added to the file before it starts. */
  readonly source: AudioSampleSource;
  /** Begins to listen. */
  start(): void;
  /** The picture is at `seconds` now. The first call sets the clock of the sound. */
  follow(seconds: number): void;
  /** Stops listening and fills up to the picture's end in seconds. True when anything was heard. */
  end(seconds: number): Promise<boolean>;
  /** Stops listening at once. */
  dispose(): void;
}

/** Sound heard before the first picture that is kept, because its end may belong to the take. */
const MOST_EARLY_BLOCKS = 100;
/** A microphone this far behind the picture has fallen silent: fragments wait for both tracks, so it is filled. */
const SILENT_SECONDS = 1;
/** What is left open of that, for blocks that are on their way. */
const GRACE_SECONDS = 0.5;

/**
 * Null when there is no codec for it here.
 * @param codecs in order of preference
 * @param onError hears of an encoder or a tap that broke
 */
export async function createSoundRecorder(
  microphone: MediaStreamTrack,
  codecs: readonly AudioCodec[],
  onError: (error: unknown) => void,
): Promise<SoundRecorder | null> {
  const settings = microphone.getSettings();
  const sampleRate = settings.sampleRate ?? 48_000;
  const numberOfChannels = Math.min(2, settings.channelCount ?? 1);
  const codec = await firstEncodable(codecs, { sampleRate, numberOfChannels });
  if (codec === null) return null;
  const source = new AudioSampleSource({ codec, quality: QUALITY_HIGH });
  const placer = new SoundPlacer(sampleRate);
  let tap: Disposable | null = null;
  let early: SoundBlock[] = [];
  let zeroMs: number | null = null;
  let heard = false;
  let added: Promise<void> = Promise.resolve();

  const write = ({ at, silence, from, to }: Placement, channels: readonly Float32Array[]): void => {
    const length = silence + to - from;
    if (length === 0) return;
    const data = new Float32Array(length * numberOfChannels);
    for (let channel = 0; channel < numberOfChannels; channel += 1) {
      const samples = channels[channel] ?? channels[0];
      if (samples !== undefined) data.set(samples.subarray(from, to), channel * length + silence);
    }
    const sample = new AudioSample({
      data,
      format: 'f32-planar',
      numberOfChannels,
      sampleRate,
      timestamp: at / sampleRate,
    });
    added = Promise.all([added, source.add(sample)]).then(
      () => sample.close(),
      (error: unknown) => {
        sample.close();
        onError(error);
      },
    );
  };

  const place = (block: SoundBlock, takeZeroMs: number): void => {
    const channels = block.channels.map((samples) => atRate(samples, block.sampleRate, sampleRate));
    heard = true;
    write(placer.place((block.heardMs - takeZeroMs) / 1000, channels[0]?.length ?? 0), channels);
  };

  const stop = (): void => {
    tap?.dispose();
    tap = null;
  };

  return {
    source,
    start() {
      tap = tapMicrophone(
        microphone,
        (block) => {
          if (zeroMs !== null) place(block, zeroMs);
          else if (early.push(block) > MOST_EARLY_BLOCKS) early.shift();
        },
        onError,
      );
    },
    follow(seconds) {
      if (zeroMs === null) {
        zeroMs = performance.now() - seconds * 1000;
        for (const block of early) place(block, zeroMs);
        early = [];
      }
      const gap = placer.end < seconds - SILENT_SECONDS ? placer.fill(seconds - GRACE_SECONDS) : null;
      if (gap !== null) write(gap, []);
    },
    async end(seconds) {
      stop();
      const rest = placer.fill(seconds);
      if (rest !== null) write(rest, []);
      await added;
      return heard;
    },
    dispose: stop,
  };
}

async function firstEncodable(
  codecs: readonly AudioCodec[],
  shape: { sampleRate: number; numberOfChannels: number },
): Promise<AudioCodec | null> {
  for (const codec of codecs)
    if (await canEncodeAudio(codec, { ...shape, quality: QUALITY_HIGH })) return codec;
  return null;
}

/** A track may deliver another rate than it said; then lines between the samples will do. */
function atRate(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  const scaled = new Float32Array(Math.round((samples.length * to) / from));
  for (let index = 0; index < scaled.length; index += 1) {
    const position = (index * from) / to;
    const before = Math.min(samples.length - 1, Math.floor(position));
    const a = samples[before] ?? 0;
    scaled[index] = a + ((samples[before + 1] ?? a) - a) * (position - before);
  }
  return scaled;
}
