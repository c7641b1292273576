/** The whole sound of a file, as 48 kHz stereo on the clock of its picture. Runs in the page and in workers. */
import { AudioSampleSink, type AudioSample, type InputAudioTrack } from 'mediabunny';
import { StudioError, throwIfCancelled } from '../core/errors';
import { asMediaError, openMediaInput } from './media-input';
import { LONGEST_FILM_SECONDS } from './open-media';
import type { Pcm } from './pcm';
import { resample } from './resample';

/** The rate of films: what AAC files for every service carry. */
export const SOUND_RATE = 48_000;

/** A packet may lie this far from where the last one ended, in seconds, and still follow it: stamps are rounded. */
const SEAM_SECONDS = 0.002;

/** −3 dB, for the channels of surround sound that go to both sides or come from behind. */
const HALF_POWER = Math.SQRT1_2;

/** Seconds on the clock of the picture: [from, to). */
export interface SoundSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * A beginning that is not asked for is skipped only when it is longer than this, in seconds: decoding from midway places
 * sound by rounded stamps, up to half a millisecond off.
 */
const SKIPPED_SECONDS = 10;

/** Decoding begins so much before what is asked for, in seconds: the first packets lack what came before them. */
const RUN_UP_SECONDS = 0.2;

/**
 * Decodes all sound. Second 0 is the start of the file, as for pictures: late sound begins with silence, early sound is cut.
 * @param span what is needed; the rest is silent or missing, second 0 stays where it is
 * @throws StudioError `audio-undecodable` (no sound, or none that this browser can decode), `file-empty`, `file-unreadable`,
 * `file-not-media`, `file-corrupt`, `file-too-long`, `cancelled`
 */
export async function decodeSound(blob: Blob, signal?: AbortSignal, span?: SoundSpan): Promise<Pcm> {
  const media = await openMediaInput(blob, signal);
  const stop = (): void => media.dispose();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const { audio } = media;
    if (audio === null) throw new StudioError('audio-undecodable', 'The file has no sound.');
    if (!(await audio.canDecode())) {
      const codec = await audio.getCodecParameterString();
      throw new StudioError('audio-undecodable', `No decoder for ${codec ?? 'an unknown codec'}.`);
    }
    const duration = (await audio.computeDuration()) - media.origin;
    if (duration > LONGEST_FILM_SECONDS)
      throw new StudioError(
        'file-too-long',
        `A sound may last ${LONGEST_FILM_SECONDS} s, not ${duration} s.`,
        {
          values: { limit: LONGEST_FILM_SECONDS / 60, minutes: Math.ceil(duration / 60) },
        },
      );
    const { from = 0, to = Infinity } = span ?? {};
    const asked = { from: from < SKIPPED_SECONDS ? 0 : from, to: Math.min(to, duration) };
    const native = await collect(audio, media.origin, asked, signal);
    return toFilmRate(native);
  } catch (error) {
    const known = asMediaError(error, signal);
    // For sound, a decoder that gives up is one and the same news.
    throw known.code === 'codec-unsupported'
      ? new StudioError('audio-undecodable', known.message, { cause: error })
      : known;
  } finally {
    signal?.removeEventListener('abort', stop);
    media.dispose();
  }
}

/** Left and right at the file's own rate. */
async function collect(
  track: InputAudioTrack,
  origin: number,
  { from, to }: SoundSpan,
  signal: AbortSignal | undefined,
): Promise<Pcm> {
  let sides: [Float32Array, Float32Array] | null = null;
  let rate = 0;
  let end = 0;
  const start = from > 0 ? from + origin - RUN_UP_SECONDS : -Infinity;
  for await (const sample of new AudioSampleSink(track).samples(start, to + origin)) {
    try {
      throwIfCancelled(signal);
      // A file whose rate changes midway (spliced broadcasts) is read at the first; the rest is brought to it.
      if (sides === null) {
        rate = sample.sampleRate;
        const room = Math.ceil(Math.max(0, to) * rate) + rate;
        sides = [new Float32Array(room), new Float32Array(room)];
      }
      const stereo = toStereo(sample).map((side) =>
        sample.sampleRate === rate
          ? side
          : resample(side, 0, sample.sampleRate / rate, Math.round((side.length * rate) / sample.sampleRate)),
      );
      const stamped = Math.round((sample.timestamp - origin) * rate);
      const start = Math.abs(stamped - end) < SEAM_SECONDS * rate ? end : stamped;
      stereo.forEach((side, index) => put(sides?.[index], side, start));
      end = Math.min(start + (stereo[0]?.length ?? 0), sides[0].length);
    } finally {
      sample.close();
    }
  }
  if (sides === null) throw new StudioError('audio-undecodable', 'Not one packet of sound could be decoded.');
  const length = Math.max(0, end);
  return { sampleRate: rate, channels: sides.map((side) => side.subarray(0, length)) };
}

/** Lays samples at `start`, cutting what lies outside. */
function put(target: Float32Array | undefined, samples: Float32Array, start: number): void {
  if (target === undefined || start >= target.length || start + samples.length <= 0) return;
  const skip = Math.max(0, -start);
  target.set(samples.subarray(skip, target.length - start), start + skip);
}

/** Mono on both sides; 5.1 folded down as ITU-R BS.775 says (without the low-frequency channel). */
function toStereo(sample: AudioSample): [Float32Array, Float32Array] {
  const planes = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
    const plane = new Float32Array(sample.numberOfFrames);
    sample.copyTo(plane, { planeIndex, format: 'f32-planar' });
    return plane;
  });
  const [left = new Float32Array(0), right = left, centre, , backLeft, backRight] = planes;
  if (planes.length <= 2 || centre === undefined) return [left, right];
  const isQuad = planes.length === 4;
  const fold = (front: Float32Array, back: Float32Array | undefined): Float32Array =>
    front.map((value, index) => {
      const middle = isQuad ? 0 : HALF_POWER * (centre[index] ?? 0);
      return (value + middle + HALF_POWER * (back?.[index] ?? 0)) / (1 + HALF_POWER);
    });
  return [fold(left, isQuad ? centre : backLeft), fold(right, isQuad ? planes[3] : backRight)];
}

function toFilmRate(pcm: Pcm): Pcm {
  if (pcm.sampleRate === SOUND_RATE) return pcm;
  const step = pcm.sampleRate / SOUND_RATE;
  const length = Math.round((pcm.channels[0]?.length ?? 0) / step);
  return { sampleRate: SOUND_RATE, channels: pcm.channels.map((side) => resample(side, 0, step, length)) };
}
