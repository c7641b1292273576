/** Listens to a file once, from the beginning to the end, and keeps what its checks ask for: never all of it in memory. */
import { AudioSample, EncodedPacketSink, type InputAudioTrack } from 'mediabunny';
import { StudioError } from '../../core/errors';
import { LoudnessMeter } from '../../media/loudness';
import { asMediaError, openMediaInput, type MediaInput } from '../../media/media-input';
import { roomIn } from './decoder-room';
import type { SoundProbe } from './expected-film';
import { windowOf } from './sound-offset';

/** The sound of a file. */
export interface HeardFile {
  readonly sampleRate: number;
  /** Where its last sample ends. */
  readonly seconds: number;
  /** Root of the mean square of all samples. */
  readonly level: number;
  /** LUFS, integrated over the film's own length: an encoder's last frame may be longer. */
  readonly loudness: number;
  /** Around each probe as much as `windowOf` says: left and right together, silence beyond either end. */
  readonly windows: readonly Float32Array[];
}

/** A packet may lie this far from where the last one ended, in seconds, and still follow it: stamps are rounded. */
const SEAM_SECONDS = 0.002;

/**
 * @param probes whose surroundings are kept
 * @param duration of the film, in seconds
 * @throws StudioError `audio-undecodable`, `file-corrupt`; as `openMediaInput`
 */
export async function hearFile(
  file: Blob,
  probes: readonly SoundProbe[],
  duration: number,
): Promise<HeardFile> {
  const media = await openMediaInput(file);
  try {
    return await hearMedia(media, probes, duration);
  } finally {
    media.dispose();
  }
}

async function hearMedia(
  { audio, origin }: MediaInput,
  probes: readonly SoundProbe[],
  duration: number,
): Promise<HeardFile> {
  if (audio === null) throw new StudioError('audio-undecodable', 'The file has no sound.');
  const config = await decoderConfigOf(audio);
  const listener = new Listener(config, origin, probes, duration);
  let failure: unknown = null;
  const decoder = new AudioDecoder({
    output(data) {
      const sample = new AudioSample(data);
      try {
        listener.hear(sample);
      } catch (error) {
        failure ??= error;
      } finally {
        sample.close();
      }
    },
    error: (error) => (failure ??= error),
  });
  try {
    decoder.configure(config);
    for await (const packet of new EncodedPacketSink(audio).packets()) {
      await roomIn(decoder);
      decoder.decode(packet.toEncodedAudioChunk());
    }
    await decoder.flush();
  } catch (error) {
    throw asMediaError(failure ?? error);
  } finally {
    // A decoder that failed has closed itself.
    if (decoder.state !== 'closed') decoder.close();
  }
  if (failure !== null) throw asMediaError(failure);
  return listener.heard;
}

async function decoderConfigOf(audio: InputAudioTrack): Promise<AudioDecoderConfig> {
  const config = await audio.getDecoderConfig();
  if (config !== null && (await audio.canDecode())) return config;
  const codec = await audio.getCodecParameterString();
  throw new StudioError('audio-undecodable', `No decoder for ${codec ?? 'an unknown codec'}.`);
}

/** Takes samples in the order of the file. */
class Listener {
  readonly #meter: LoudnessMeter;
  readonly #windows: readonly { readonly start: number; readonly samples: Float32Array }[];
  readonly #sampleRate: number;
  /** In samples. */
  readonly #filmEnd: number;
  #planes: Float32Array[];
  #end = 0;
  #energy = 0;
  #count = 0;

  constructor(
    { sampleRate, numberOfChannels }: AudioDecoderConfig,
    readonly origin: number,
    probes: readonly SoundProbe[],
    duration: number,
  ) {
    this.#sampleRate = sampleRate;
    this.#meter = new LoudnessMeter(sampleRate, numberOfChannels);
    this.#planes = Array.from({ length: numberOfChannels }, () => new Float32Array(0));
    this.#filmEnd = Math.round(duration * sampleRate);
    this.#windows = probes.map((probe) => {
      const { start, length } = windowOf(probe, sampleRate);
      return { start, samples: new Float32Array(length) };
    });
  }

  get heard(): HeardFile {
    return {
      sampleRate: this.#sampleRate,
      seconds: this.#end / this.#sampleRate,
      level: Math.sqrt(this.#energy / Math.max(1, this.#count)),
      loudness: this.#meter.integrated,
      windows: this.#windows.map(({ samples }) => samples),
    };
  }

  /** @throws StudioError `file-corrupt` for a file whose rate or channels change */
  hear(sample: AudioSample): void {
    const { sampleRate, numberOfChannels, numberOfFrames } = sample;
    if (sampleRate !== this.#sampleRate || numberOfChannels !== this.#planes.length)
      throw new StudioError('file-corrupt', `Sound changes to ${numberOfChannels} × ${sampleRate} Hz.`);
    const stamped = Math.round((sample.timestamp - this.origin) * sampleRate);
    const start = Math.abs(stamped - this.#end) < SEAM_SECONDS * sampleRate ? this.#end : stamped;
    // What an encoder put before the beginning is not played.
    const skipped = Math.min(numberOfFrames, Math.max(0, -start));
    this.#planes = this.#planes.map((room, planeIndex) => {
      const plane = room.length === numberOfFrames ? room : new Float32Array(numberOfFrames);
      sample.copyTo(plane, { planeIndex, format: 'f32-planar' });
      return plane;
    });
    const played = this.#planes.map((plane) => plane.subarray(skipped));
    this.#measure(played, start + skipped);
    this.#end = start + numberOfFrames;
  }

  #measure(planes: readonly Float32Array[], start: number): void {
    const length = planes[0]?.length ?? 0;
    for (const plane of planes) {
      for (let at = 0; at < length; at += 1) this.#energy += plane[at]! * plane[at]!;
      this.#count += length;
    }
    this.#meter.add(planes, Math.max(0, Math.min(length, this.#filmEnd - start)));
    for (const window of this.#windows) {
      const first = Math.max(0, window.start - start);
      const last = Math.min(length, window.start + window.samples.length - start);
      for (let at = first; at < last; at += 1) {
        let sum = 0;
        for (const plane of planes) sum += plane[at]!;
        window.samples[start + at - window.start] = sum / planes.length;
      }
    }
  }
}
