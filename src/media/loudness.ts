/** How loud a listener finds a sound: integrated loudness after ITU-R BS.1770-4, and true peak. */
import type { Pcm } from './pcm';
import { pcmLength } from './pcm';

/**
 * Integrated loudness in LUFS (400 ms blocks, 75 % overlap, absolute gate -70, relative gate -10).
 * -Infinity for silence and for anything shorter than one block.
 */
export function integratedLoudness(pcm: Pcm): number {
  const weighted = pcm.channels.map((channel) => kWeight(channel, pcm.sampleRate));
  const hop = Math.round(pcm.sampleRate * 0.1);
  const hops = Math.floor(pcmLength(pcm) / hop);
  const hopPower = new Float64Array(hops);
  for (const channel of weighted) {
    for (let index = 0; index < hops; index += 1) {
      let sum = 0;
      for (let frame = index * hop; frame < (index + 1) * hop; frame += 1) sum += (channel[frame] ?? 0) ** 2;
      hopPower[index] = (hopPower[index] ?? 0) + sum / hop;
    }
  }
  const blocks: number[] = [];
  for (let index = 0; index + 4 <= hops; index += 1) {
    let power = 0;
    for (let part = 0; part < 4; part += 1) power += hopPower[index + part] ?? 0;
    blocks.push(power / 4);
  }
  const audible = blocks.filter((power) => toLufs(power) > -70);
  const relativeGate = toLufs(mean(audible)) - 10;
  return toLufs(mean(audible.filter((power) => toLufs(power) > relativeGate)));
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

/** The two filters of BS.1770 for any sample rate (coefficients after Brecht De Man, 2014). */
function kWeight(channel: Float32Array, sampleRate: number): Float64Array {
  const shelf = (() => {
    const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
    const q = 0.7071752369554196;
    const high = 10 ** (3.999843853973347 / 20);
    const middle = high ** 0.4996667741545416;
    const a0 = 1 + k / q + k * k;
    return {
      b: [
        (high + (middle * k) / q + k * k) / a0,
        (2 * (k * k - high)) / a0,
        (high - (middle * k) / q + k * k) / a0,
      ],
      a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
    };
  })();
  const highPass = (() => {
    const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
    const q = 0.5003270373238773;
    const a0 = 1 + k / q + k * k;
    return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
  })();
  return biquad(biquad(Float64Array.from(channel), shelf), highPass);
}

function biquad(samples: Float64Array, filter: { b: readonly number[]; a: readonly number[] }): Float64Array {
  const [b0 = 0, b1 = 0, b2 = 0] = filter.b;
  const [a1 = 0, a2 = 0] = filter.a;
  let first = 0;
  let second = 0;
  for (let frame = 0; frame < samples.length; frame += 1) {
    const sample = samples[frame] ?? 0;
    const out = b0 * sample + first;
    first = b1 * sample - a1 * out + second;
    second = b2 * sample - a2 * out;
    samples[frame] = out;
  }
  return samples;
}
