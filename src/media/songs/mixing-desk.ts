/** Buses in, a finished stereo song out: ducking, room, echo, loudness and limiter. */
import { integratedLoudness, peakAfter, truePeak } from '../loudness';
import type { Pcm } from '../pcm';
import { echo, reverberate, type RoomSettings } from './room';
import type { StereoBus } from './stereo-bus';

/** What all buses share. */
export interface DeskSettings {
  readonly sampleRate: number;
  /** Length of the song in samples. */
  readonly frames: number;
  readonly room: RoomSettings;
  readonly echo: { readonly seconds: number; readonly feedback: number };
  /** Seconds of the kicks that push the ducked buses down. */
  readonly duckAt: readonly number[];
  /** Seconds until a ducked bus is back. */
  readonly duckRelease: number;
  /** Decibels that the whole mix is lifted by above about 2.5 kHz: phones play little else well. */
  readonly airDb: number;
}

/** What video platforms play back at; louder is turned down there. */
const TARGET_LUFS = -14;

/** Samples stay under -2 dBFS. */
const CEILING = 10 ** (-2 / 20);

/** Peaks between samples, where bright hats overshoot, shall stay under -1 dBFS, less what the interpolation may miss. */
const TRUE_CEILING = 10 ** (-1.15 / 20);

/** Where they pass it, they are held under this: the gain between two samples is never quite that of either. */
const HELD_CEILING = 10 ** (-1.35 / 20);

/** Mixes and masters. */
export function mixDown(buses: readonly StereoBus[], desk: DeskSettings): Pcm {
  const { frames, sampleRate } = desk;
  const left = new Float32Array(frames);
  const right = new Float32Array(frames);
  const toRoom = new Float32Array(frames);
  const toEchoLeft = new Float32Array(frames);
  const toEchoRight = new Float32Array(frames);
  const duck = duckingCurve(desk);
  for (const bus of buses) {
    const { gain, reverb = 0, echo: echoed = 0, duck: depth = 0 } = bus.settings;
    for (let frame = 0; frame < frames; frame += 1) {
      const level = gain * (1 - depth * (duck[frame] ?? 0));
      const l = (bus.left[frame] ?? 0) * level;
      const r = (bus.right[frame] ?? 0) * level;
      left[frame] = (left[frame] ?? 0) + l;
      right[frame] = (right[frame] ?? 0) + r;
      if (reverb > 0) toRoom[frame] = (toRoom[frame] ?? 0) + (l + r) * reverb;
      if (echoed > 0) {
        toEchoLeft[frame] = (toEchoLeft[frame] ?? 0) + l * echoed;
        toEchoRight[frame] = (toEchoRight[frame] ?? 0) + r * echoed;
      }
    }
  }
  addTo(left, right, echo(toEchoLeft, toEchoRight, sampleRate, desk.echo));
  addTo(left, right, reverberate(toRoom, sampleRate, desk.room));
  const mix = { sampleRate, channels: [left, right] };
  addAir(mix, desk.airDb);
  return master(mix);
}

/** 1 at each kick, back to 0 after the release. */
function duckingCurve(desk: DeskSettings): Float32Array {
  const curve = new Float32Array(desk.frames);
  const release = Math.round(desk.duckRelease * desk.sampleRate);
  // Down within 4 ms: faster would click.
  const attack = Math.round(0.004 * desk.sampleRate);
  for (const seconds of desk.duckAt) {
    const first = Math.round(seconds * desk.sampleRate);
    for (let age = -attack; age < release; age += 1) {
      const frame = first + age;
      if (frame < 0 || frame >= desk.frames) continue;
      const value = age < 0 ? 1 + age / attack : (1 - age / release) ** 2;
      if (value > (curve[frame] ?? 0)) curve[frame] = value;
    }
  }
  return curve;
}

/** Brings the mix to the target loudness under the ceiling; the end fades within 30 ms so that nothing is cut. */
function master(mix: Pcm): Pcm {
  removeRumble(mix);
  const fade = Math.round(0.03 * mix.sampleRate);
  for (const channel of mix.channels) {
    for (let age = 0; age < fade; age += 1) {
      const frame = channel.length - 1 - age;
      channel[frame] = (channel[frame] ?? 0) * (age / fade);
    }
  }
  // Limiting costs loudness, so the gain is found in a few rounds.
  let gain = 10 ** ((TARGET_LUFS - integratedLoudness(mix)) / 20);
  let limited = limit(mix, gain);
  for (let round = 0; round < 3; round += 1) {
    const missing = TARGET_LUFS - integratedLoudness(limited);
    if (Math.abs(missing) < 0.05) break;
    gain *= 10 ** (missing / 20);
    limited = limit(mix, gain);
  }
  return truePeak(limited) < TRUE_CEILING ? limited : limit(mix, gain, true);
}

/** First-order high shelf: the part above a one-pole low pass, turned up. */
function addAir(mix: Pcm, airDb: number): void {
  const extra = 10 ** (airDb / 20) - 1;
  const follow = 1 - Math.exp((-2 * Math.PI * 2500) / mix.sampleRate);
  for (const channel of mix.channels) {
    let low = 0;
    for (let frame = 0; frame < channel.length; frame += 1) {
      const sample = channel[frame] ?? 0;
      low += (sample - low) * follow;
      channel[frame] = sample + (sample - low) * extra;
    }
  }
}

/** One-pole high pass at 25 Hz: what lies below is not heard but takes room under the ceiling. */
function removeRumble(mix: Pcm): void {
  const keep = Math.exp((-2 * Math.PI * 25) / mix.sampleRate);
  for (const channel of mix.channels) {
    let last = 0;
    let out = 0;
    for (let frame = 0; frame < channel.length; frame += 1) {
      const sample = channel[frame] ?? 0;
      out = keep * (out + sample - last);
      last = sample;
      channel[frame] = out;
    }
  }
}

/**
 * Look-ahead limiter: the gain falls smoothly before each peak and both sides share it.
 * @param between whether peaks between the samples count too
 */
function limit(mix: Pcm, gain: number, between = false): Pcm {
  const { sampleRate, channels } = mix;
  const [left = new Float32Array(0), right = left] = channels;
  const frames = left.length;
  const ahead = Math.round(0.003 * sampleRate);
  const recover = 1 - Math.exp(-1 / (0.08 * sampleRate));
  const needed = new Float32Array(frames + ahead).fill(1);
  for (let frame = 0; frame < frames; frame += 1) {
    const peak = Math.max(Math.abs(left[frame] ?? 0), Math.abs(right[frame] ?? 0)) * gain;
    needed[frame] = peak > CEILING ? CEILING / peak : 1;
  }
  if (between) limitBetween(channels, gain, needed);
  // Lowest gain of the next `ahead` samples (a queue of rising values), then averaged over the same length:
  // at each peak every averaged value is low enough, so the ceiling holds exactly.
  const lowest = new Float32Array(frames + ahead).fill(1);
  const queue = new Int32Array(frames + ahead);
  let head = 0;
  let tail = 0;
  for (let frame = 0; frame < frames + ahead; frame += 1) {
    const value = needed[frame] ?? 1;
    while (tail > head && (needed[queue[tail - 1] ?? 0] ?? 1) >= value) tail -= 1;
    queue[tail] = frame;
    tail += 1;
    while ((queue[head] ?? 0) <= frame - ahead) head += 1;
    lowest[frame] = needed[queue[head] ?? 0] ?? 1;
  }
  let held = 1;
  const outLeft = new Float32Array(frames);
  const outRight = new Float32Array(frames);
  const window = new Float32Array(ahead).fill(1);
  let sum = ahead;
  for (let frame = 0; frame < frames + ahead - 1; frame += 1) {
    const low = lowest[frame] ?? 1;
    held = low < held ? low : held + (low - held) * recover;
    const slot = frame % ahead;
    sum += held - (window[slot] ?? 1);
    window[slot] = held;
    const target = frame - ahead + 1;
    if (target < 0) continue;
    const level = (gain * sum) / ahead;
    outLeft[target] = clampToCeiling((left[target] ?? 0) * level);
    outRight[target] = clampToCeiling((right[target] ?? 0) * level);
  }
  return { sampleRate, channels: [outLeft, outRight] };
}

/** Lowers `needed` where the wave passes the true ceiling between two samples. */
function limitBetween(channels: readonly Float32Array[], gain: number, needed: Float32Array): void {
  for (const channel of channels) {
    for (let frame = 0; frame + 1 < channel.length; frame += 1) {
      // Between two quiet samples no such peak can hide; this skips nearly all of the work.
      const highest = Math.max(Math.abs(channel[frame] ?? 0), Math.abs(channel[frame + 1] ?? 0)) * gain;
      if (highest < HELD_CEILING * 0.6) continue;
      const peak = peakAfter(channel, frame) * gain;
      if (peak <= HELD_CEILING) continue;
      const level = HELD_CEILING / peak;
      if (level < (needed[frame] ?? 1)) needed[frame] = level;
      if (level < (needed[frame + 1] ?? 1)) needed[frame + 1] = level;
    }
  }
}

/** Takes off what rounding left above the ceiling. */
function clampToCeiling(value: number): number {
  return value > CEILING ? CEILING : value < -CEILING ? -CEILING : value;
}

function addTo(
  left: Float32Array,
  right: Float32Array,
  wet: readonly [left: Float32Array, right: Float32Array],
): void {
  for (let frame = 0; frame < left.length; frame += 1) {
    left[frame] = (left[frame] ?? 0) + (wet[0][frame] ?? 0);
    right[frame] = (right[frame] ?? 0) + (wet[1][frame] ?? 0);
  }
}
