/** Drums from sines and noise. Each function adds one hit that begins exactly at `start` seconds. */
import type { Random } from '../../core/random';
import { decayFactor } from './envelope';
import { StateVariableFilter } from './state-variable-filter';
import { panGains, type StereoBus } from './stereo-bus';

/** Settings of a kick. */
export interface KickPatch {
  /** Hertz at the beginning and at the end of the fall of its pitch. */
  readonly from: number;
  readonly to: number;
  /** Seconds to -60 dB of the pitch's fall and of the level. */
  readonly bend: number;
  readonly decay: number;
  /** Level of the beater's click. */
  readonly click: number;
}

/** A bass drum. */
export function playKick(bus: StereoBus, patch: KickPatch, start: number, velocity: number): void {
  const { sampleRate } = bus;
  const bend = decayFactor(patch.bend, sampleRate);
  const decay = decayFactor(patch.decay, sampleRate);
  const clickDecay = decayFactor(0.012, sampleRate);
  let rise = patch.from - patch.to;
  let level = velocity;
  let click = patch.click * velocity;
  let phase = 0;
  eachFrame(bus, start, patch.decay, (frame) => {
    phase += (2 * Math.PI * (patch.to + rise)) / sampleRate;
    // The gentle saturation keeps the drum audible on the speaker of a phone, which has no low end.
    const body = Math.tanh(1.6 * Math.sin(phase)) * level;
    const value = body + Math.sin(phase * 7.3) * click;
    rise *= bend;
    level *= decay;
    click *= clickDecay;
    add(bus, frame, value * 0.8, value * 0.8);
  });
}

/** Settings of a drum that is mostly noise. */
export interface NoisePatch {
  /** Which output of the filter is heard. */
  readonly pass: 'band' | 'high';
  readonly hertz: number;
  readonly resonance: number;
  /** Seconds to -60 dB. */
  readonly decay: number;
  /** Seconds between the short bursts that make a clap; none for other drums. */
  readonly bursts?: readonly number[];
  /** Hertz, level and decay of a tone under the noise (the shell of a snare). */
  readonly tone?: { readonly hertz: number; readonly level: number; readonly decay: number };
  /** 0 mono .. 1 wide: how different the noise is on both sides. */
  readonly width?: number;
}

/** A snare, clap, hat, shaker or cymbal. */
export function playNoise(
  bus: StereoBus,
  patch: NoisePatch,
  start: number,
  velocity: number,
  random: Random,
  pan = 0,
): void {
  const { sampleRate } = bus;
  const decay = decayFactor(patch.decay, sampleRate);
  const burstDecay = decayFactor(0.02, sampleRate);
  const toneDecay = decayFactor(patch.tone?.decay ?? 0.1, sampleRate);
  const filterLeft = new StateVariableFilter(sampleRate);
  const filterRight = new StateVariableFilter(sampleRate);
  filterLeft.tune(patch.hertz, patch.resonance);
  filterRight.tune(patch.hertz, patch.resonance);
  const width = patch.width ?? 0;
  const [panLeft, panRight] = panGains(pan);
  const burstFrames = (patch.bursts ?? []).map((seconds) => Math.round(seconds * sampleRate));
  const tailFrom = burstFrames.at(-1) ?? 0;
  let level = velocity;
  let tone = (patch.tone?.level ?? 0) * velocity;
  let tonePhase = 0;
  eachFrame(bus, start, patch.decay + tailFrom / sampleRate, (frame, age) => {
    if (burstFrames.includes(age)) level = velocity;
    // A millisecond of rise: noise that starts at full level sounds like a fault.
    const rise = Math.min(1, age / (0.0008 * sampleRate));
    const shared = random() * 2 - 1;
    const own = width === 0 ? shared : shared * (1 - width) + (random() * 2 - 1) * width;
    filterLeft.push(shared);
    filterRight.push(own);
    let body = 0;
    if (patch.tone !== undefined) {
      tonePhase += (2 * Math.PI * patch.tone.hertz * (1 + 0.6 * tone)) / sampleRate;
      body = Math.sin(tonePhase) * tone;
      tone *= toneDecay;
    }
    const left = (patch.pass === 'band' ? filterLeft.band : filterLeft.high) * level + body;
    const right = (patch.pass === 'band' ? filterRight.band : filterRight.high) * level + body;
    level *= age < tailFrom ? burstDecay : decay;
    add(bus, frame, left * panLeft * rise, right * panRight * rise);
  });
}

/** Settings of wood, metal or skin that is struck once: sticks, rim shots, cowbells, congas. */
export interface StickPatch {
  readonly hertz: number;
  /** Multiples of `hertz`. */
  readonly partials: readonly number[];
  /** Seconds to -60 dB. */
  readonly decay: number;
}

/** A stick, rim, cowbell or conga. */
export function playStick(bus: StereoBus, patch: StickPatch, start: number, velocity: number, pan = 0): void {
  const { sampleRate } = bus;
  const decay = decayFactor(patch.decay, sampleRate);
  const [panLeft, panRight] = panGains(pan);
  let level = velocity / patch.partials.length;
  eachFrame(bus, start, patch.decay, (frame, age) => {
    let value = 0;
    for (const partial of patch.partials) {
      value += Math.sin((2 * Math.PI * patch.hertz * partial * age) / sampleRate);
    }
    value *= level;
    level *= decay;
    add(bus, frame, value * panLeft, value * panRight);
  });
}

/** Noise that rises in pitch and level up to `end`: what announces the next part. */
export function playRiser(
  bus: StereoBus,
  start: number,
  end: number,
  velocity: number,
  random: Random,
): void {
  const { sampleRate } = bus;
  const frames = Math.round((end - start) * sampleRate);
  const filterLeft = new StateVariableFilter(sampleRate);
  const filterRight = new StateVariableFilter(sampleRate);
  eachFrame(bus, start, end - start, (frame, age) => {
    const amount = age / frames;
    if (age % 32 === 0) {
      filterLeft.tune(400 * 20 ** amount, 0.55);
      filterRight.tune(400 * 20 ** amount, 0.55);
    }
    filterLeft.push(random() * 2 - 1);
    filterRight.push(random() * 2 - 1);
    // The last 10 ms fall to nothing, so that the first beat of the next part stands alone.
    const level = velocity * amount * amount * Math.min(1, (frames - age) / (0.01 * sampleRate));
    add(bus, frame, filterLeft.band * level, filterRight.band * level);
  });
}

function eachFrame(
  bus: StereoBus,
  start: number,
  seconds: number,
  visit: (frame: number, age: number) => void,
): void {
  const first = Math.round(start * bus.sampleRate);
  const last = Math.min(bus.left.length, first + Math.round(seconds * bus.sampleRate));
  for (let frame = first; frame < last; frame += 1) visit(frame, frame - first);
}

function add(bus: StereoBus, frame: number, left: number, right: number): void {
  bus.left[frame] = (bus.left[frame] ?? 0) + left;
  bus.right[frame] = (bus.right[frame] ?? 0) + right;
}
