/** How loud a listener finds a sound: integrated loudness after ITU-R BS.1770-4, and true peak. */
import type { Pcm } from './pcm';
import { pcmLength } from './pcm';

/**
 * Integrated loudness in LUFS (400 ms blocks, 75 % overlap, absolute gate -70, relative gate -10).
 * -Infinity for silence and for anything shorter than one block.
 */
export function integratedLoudness(pcm: Pcm): number {
  const meter = new LoudnessMeter(pcm.sampleRate, pcm.channels.length);
  meter.add(pcm.channels, pcmLength(pcm));
  return meter.integrated;
}

/** Hops in a block: 400 ms, by steps of 100. */
const HOPS_A_BLOCK = 4;

/** The same for sound that comes piece by piece; of what has passed it keeps ten numbers a second. */
export class LoudnessMeter {
  readonly #hop: number;
  readonly #filters: readonly KWeighting[];
  /** Mean power of each whole hop, all channels together. */
  readonly #hopPowers: number[] = [];
  /** Of the hop that is not whole yet. */
  #power = 0;
  #filled = 0;

  /** @param sampleRate samples a second of all that will be added */
  constructor(sampleRate: number, channelCount: number) {
    this.#hop = Math.round(sampleRate * 0.1);
    this.#filters = Array.from({ length: channelCount }, () => new KWeighting(sampleRate));
  }

  /** @param channels as many as the meter was made for; the first `length` samples of each count */
  add(channels: readonly Float32Array[], length: number): void {
    for (let at = 0; at < length;) {
      const end = Math.min(length, at + this.#hop - this.#filled);
      this.#filters.forEach((filter, index) => {
        const channel = channels[index];
        if (channel !== undefined) this.#power += filter.power(channel, at, end);
      });
      this.#filled += end - at;
      at = end;
      if (this.#filled < this.#hop) continue;
      this.#hopPowers.push(this.#power / this.#hop);
      this.#power = 0;
      this.#filled = 0;
    }
  }

  /** LUFS of all that was added so far. */
  get integrated(): number {
    const powers = this.#hopPowers;
    const blocks: number[] = [];
    for (let index = 0; index + HOPS_A_BLOCK <= powers.length; index += 1)
      blocks.push(mean(powers.slice(index, index + HOPS_A_BLOCK)));
    const audible = blocks.filter((power) => toLufs(power) > -70);
    const relativeGate = toLufs(mean(audible)) - 10;
    return toLufs(mean(audible.filter((power) => toLufs(power) > relativeGate)));
  }
}

/** Highest level between the samples as well as on them, linear; four times oversampled by a windowed sinc. */
export function truePeak(pcm: Pcm): number {
  let peak = 0;
  for (const channel of pcm.channels) {
    for (let frame = 0; frame < channel.length; frame += 1) {
      const here = Math.abs(channel[frame] ?? 0);
      if (here > peak) peak = here;
      // Between two quiet samples no peak of note can hide; this skips nearly all of the work.
      const next = Math.abs(channel[frame + 1] ?? 0);
      if (Math.max(here, next) < peak * 0.7) continue;
      const between = peakAfter(channel, frame);
      if (between > peak) peak = between;
    }
  }
  return peak;
}

/** Highest level, linear, between sample `frame` and the next. */
export function peakAfter(channel: Float32Array, frame: number): number {
  // The innermost loop of limiting: one look at each sample for all three places is more than twice as fast.
  let early = 0;
  let middle = 0;
  let late = 0;
  for (let tap = 0; tap < 2 * HALF_TAPS; tap += 1) {
    const sample = channel[frame + tap - HALF_TAPS + 1] ?? 0;
    early += (EARLY[tap] ?? 0) * sample;
    middle += (MIDDLE[tap] ?? 0) * sample;
    late += (LATE[tap] ?? 0) * sample;
  }
  return Math.max(Math.abs(early), Math.abs(middle), Math.abs(late));
}

/** Samples on each side that a level between two samples is made of. */
export const HALF_TAPS = 8;

/** Taps for 1/4, 1/2 and 3/4 of the way to the next sample. */
const [EARLY, MIDDLE, LATE] = [interpolator(0.25), interpolator(0.5), interpolator(0.75)];

/** Windowed-sinc taps for `offset` of the way to the next sample. */
function interpolator(offset: number): Float64Array {
  return Float64Array.from({ length: 2 * HALF_TAPS }, (_, tap) => {
    const distance = tap - HALF_TAPS + 1 - offset;
    const sinc = Math.sin(Math.PI * distance) / (Math.PI * distance);
    return sinc * Math.cos((Math.PI * distance) / (2 * HALF_TAPS + 1)) ** 2;
  });
}

function toLufs(power: number): number {
  return power > 0 ? -0.691 + 10 * Math.log10(power) : -Infinity;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** One channel through the two filters of BS.1770, for any sample rate (coefficients after Brecht De Man, 2014). */
class KWeighting {
  readonly #shelf: Biquad;
  readonly #highPass: Biquad;
  /** What the filters remember: two numbers each (transposed direct form II). */
  readonly #state = new Float64Array(4);

  constructor(sampleRate: number) {
    const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
    const q = 0.7071752369554196;
    const high = 10 ** (3.999843853973347 / 20);
    const middle = high ** 0.4996667741545416;
    const a0 = 1 + k / q + k * k;
    this.#shelf = {
      b0: (high + (middle * k) / q + k * k) / a0,
      b1: (2 * (k * k - high)) / a0,
      b2: (high - (middle * k) / q + k * k) / a0,
      a1: (2 * (k * k - 1)) / a0,
      a2: (1 - k / q + k * k) / a0,
    };
    const low = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
    const lowQ = 0.5003270373238773;
    const low0 = 1 + low / lowQ + low * low;
    this.#highPass = {
      b0: 1,
      b1: -2,
      b2: 1,
      a1: (2 * (low * low - 1)) / low0,
      a2: (1 - low / lowQ + low * low) / low0,
    };
  }

  /** Sum of the squares of the weighted samples [from, to). Both filters at once: the sound is gone through a single time. */
  power(channel: Float32Array, from: number, to: number): number {
    const { b0, b1, b2, a1, a2 } = this.#shelf;
    const { a1: c1, a2: c2 } = this.#highPass;
    let [s1 = 0, s2 = 0, h1 = 0, h2 = 0] = this.#state;
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      const sample = channel[at]!;
      const shelved = b0 * sample + s1;
      s1 = b1 * sample - a1 * shelved + s2;
      s2 = b2 * sample - a2 * shelved;
      const out = shelved + h1;
      h1 = -2 * shelved - c1 * out + h2;
      h2 = shelved - c2 * out;
      sum += out * out;
    }
    this.#state.set([s1, s2, h1, h2]);
    return sum;
  }
}

interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}
