/**
 * Plays sound slower or faster at the same pitch: waveform-similarity overlap-add (Verhelst and Roelands, 1993).
 * Pieces of the sound are laid down at a new pace; each is shifted a little so that its wave goes on where the last one was.
 * Pure.
 */
import { clamp } from '../core/scalar';
import { pcmLength, type Pcm } from './pcm';

/** Length of a piece in seconds: two periods of the lowest bass, and so short that a drum is softened by it, not heard twice. */
const PIECE_SECONDS = 0.04;

/** How far a piece may be shifted to either side, in seconds: a whole period of 50 Hz between both. */
const REACH_SECONDS = 0.01;

/** Waves are compared at about this rate first, then sample by sample around the best. */
const COARSE_RATE = 6_000;

/**
 * The sound at another tempo; as long as it was, divided by `tempo`. Both channels are cut alike, so the stereo image stays.
 * @param tempo 0.25..4; 1 gives the sound itself
 */
export function stretchSound(pcm: Pcm, tempo: number): Pcm {
  if (!(tempo >= 0.25 && tempo <= 4)) throw new RangeError(`A tempo lies between 0.25 and 4, got ${tempo}.`);
  if (tempo === 1) return pcm;
  return stretchAlong(pcm, Math.round(pcmLength(pcm) / tempo), (sample) => sample * tempo);
}

/**
 * The sound at its own pitch along a map of time. Only the part of the source that the map passes is looked at.
 * @param outLength samples of the result, at the source's own rate
 * @param sourceSampleAt where in the source, in samples, a sample of the result comes from; rising, or falling to play
 *   backwards; 0.1 to 10 samples of the source a sample. Asked a little beyond `outLength` too; past the source's ends
 *   is silence. A sample fills the span up to the next, so backwards the span below a place is what sounds there.
 */
export function stretchAlong(
  pcm: Pcm,
  outLength: number,
  sourceSampleAt: (outSample: number) => number,
): Pcm {
  const { sampleRate } = pcm;
  const hop = Math.round((PIECE_SECONDS * sampleRate) / 2);
  const reach = Math.round(REACH_SECONDS * sampleRate);
  const part = partBetween(pcm, sourceSampleAt(0), sourceSampleAt(outLength + hop), 3 * hop + reach);
  const mono = mix(part.channels, part.length);
  const step = Math.max(1, Math.round(sampleRate / COARSE_RATE));
  const window = Float32Array.from(
    { length: 2 * hop },
    (_, k) => 0.5 - 0.5 * Math.cos((Math.PI * (k + 0.5)) / hop),
  );
  const outputs = part.channels.map(() => new Float32Array(outLength));
  let last = 0;
  for (let piece = 0; (piece - 1) * hop < outLength; piece += 1) {
    // The first piece starts half before the sound, so that its falling half opens at full level.
    const target = (piece - 1) * hop;
    // The middle of the piece is what comes at its right time.
    const wanted = Math.round(part.placeOf(sourceSampleAt(target + hop))) - hop;
    const from = piece === 0 ? wanted : bestShift(mono, last + hop, wanted, hop, reach, step);
    part.channels.forEach((channel, side) => add(outputs[side], channel, window, from, target));
    last = from;
  }
  return { sampleRate, channels: outputs };
}

/** A part of a sound in the order in which it is played. */
interface Part {
  readonly channels: readonly Float32Array[];
  readonly length: number;
  /** Where in the part a place of the whole sound lies; both in samples. */
  readonly placeOf: (source: number) => number;
}

/** What lies between two places, and `margin` samples around; back to front where the way leads backwards. */
function partBetween(pcm: Pcm, from: number, to: number, margin: number): Part {
  const whole = pcmLength(pcm);
  const first = clamp(Math.floor(Math.min(from, to)) - margin, 0, whole);
  const end = clamp(Math.ceil(Math.max(from, to)) + margin, first, whole);
  const length = end - first;
  if (to >= from) {
    const channels = pcm.channels.map((channel) => channel.subarray(first, end));
    return { channels, length, placeOf: (source) => source - first };
  }
  const channels = pcm.channels.map((channel) => channel.slice(first, end).reverse());
  return { channels, length, placeOf: (source) => end - source };
}

/** Where, near `wanted`, the wave is most like what would have followed the last piece (`ideal`). */
function bestShift(
  mono: Float32Array,
  ideal: number,
  wanted: number,
  hop: number,
  reach: number,
  step: number,
): number {
  if (Math.abs(ideal - wanted) <= 1) return ideal;
  let best = wanted;
  let bestLikeness = -Infinity;
  const consider = (from: number, stride: number): void => {
    const value = likeness(mono, ideal, from, hop, stride);
    if (value <= bestLikeness) return;
    bestLikeness = value;
    best = from;
  };
  for (let shift = -reach; shift <= reach; shift += step) consider(wanted + shift, step);
  const coarse = best;
  bestLikeness = -Infinity;
  for (let shift = -step; shift <= step; shift += 1) consider(coarse + shift, 3);
  return best;
}

/** Normalised correlation of two pieces of `length` samples, every `stride`-th looked at. */
function likeness(mono: Float32Array, a: number, b: number, length: number, stride: number): number {
  let product = 0;
  let power = 1e-9;
  for (let k = 0; k < length; k += stride) {
    const there = mono[b + k] ?? 0;
    product += (mono[a + k] ?? 0) * there;
    power += there * there;
  }
  return product / Math.sqrt(power);
}

function add(
  output: Float32Array | undefined,
  input: Float32Array,
  window: Float32Array,
  from: number,
  target: number,
): void {
  if (output === undefined) return;
  const first = Math.max(0, -target, -from);
  const last = Math.min(window.length, output.length - target, input.length - from);
  for (let k = first; k < last; k += 1) {
    output[target + k] = (output[target + k] ?? 0) + (input[from + k] ?? 0) * (window[k] ?? 0);
  }
}

function mix(channels: readonly Float32Array[], length: number): Float32Array {
  const mono = new Float32Array(length);
  for (const channel of channels) {
    for (let index = 0; index < length; index += 1) mono[index] = (mono[index] ?? 0) + (channel[index] ?? 0);
  }
  return mono;
}
