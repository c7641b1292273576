/** The analogue-style voice: detuned oscillators through a filter. Basses, pads, stabs and leads are settings of it. */
import type { Random } from '../../core/random';
import { decayFactor, Envelope, type EnvelopeShape } from './envelope';
import { StateVariableFilter } from './state-variable-filter';
import { panGains, type StereoBus } from './stereo-bus';

/** Settings of the voice. */
export interface SynthPatch {
  readonly wave: 'saw' | 'square' | 'triangle';
  /** Oscillators a note, spread over the stereo field when more than one. */
  readonly unison: number;
  /** Distance of the outermost oscillators from the note, in cents. */
  readonly detuneCents: number;
  /** 0 mono .. 1 outermost oscillators hard left and right. */
  readonly width: number;
  /** Level of a sine one octave below. */
  readonly sub: number;
  /** Resting cutoff in hertz. */
  readonly cutoff: number;
  /** 0..1, see `StateVariableFilter.tune`. */
  readonly resonance: number;
  /** Octaves that a note's start opens the filter by. */
  readonly sweepOctaves: number;
  /** Seconds in which the sweep falls by 60 dB. */
  readonly sweepDecay: number;
  readonly amplitude: EnvelopeShape;
  /** Depth in cents of a 5.5 Hz vibrato that fades in over 0.25 s. */
  readonly vibratoCents?: number;
}

/** One note. */
export interface Note {
  /** Seconds from the start of the song. */
  readonly start: number;
  /** Seconds until the key is let go; the release comes after. */
  readonly length: number;
  readonly hertz: number;
  /** 0..1, linear gain. */
  readonly velocity: number;
  /** -1 left .. 1 right. */
  readonly pan?: number;
}

/** Filter and vibrato move at this interval: finer is not heard. */
const CONTROL_FRAMES = 16;

/** Adds a note to the bus. `random` gives the oscillators their start phases. */
export function playSynth(bus: StereoBus, patch: SynthPatch, note: Note, random: Random): void {
  const { sampleRate } = bus;
  const first = Math.round(note.start * sampleRate);
  const held = Math.round(note.length * sampleRate);
  const last = Math.min(bus.left.length, first + held + Math.round(patch.amplitude.release * sampleRate));
  const voices = Array.from({ length: patch.unison }, (_, index) => {
    const spread = patch.unison === 1 ? 0 : (index / (patch.unison - 1)) * 2 - 1;
    const [left, right] = panGains(Math.max(-1, Math.min(1, (note.pan ?? 0) + spread * patch.width)));
    return { phase: random(), ratio: 2 ** ((spread * patch.detuneCents) / 1200), left, right };
  });
  const loudness = note.velocity / Math.sqrt(patch.unison);
  const envelope = new Envelope(patch.amplitude, held, sampleRate);
  const filterLeft = new StateVariableFilter(sampleRate);
  const filterRight = new StateVariableFilter(sampleRate);
  const isStereo = patch.unison > 1 || (note.pan ?? 0) !== 0;
  const sweepStep = decayFactor(patch.sweepDecay, sampleRate) ** CONTROL_FRAMES;
  let sweep = patch.sweepOctaves;
  let step = note.hertz / sampleRate;
  let subPhase = 0;
  for (let frame = first; frame < last; frame += 1) {
    const age = frame - first;
    if (age % CONTROL_FRAMES === 0) {
      const cutoff = patch.cutoff * 2 ** sweep;
      filterLeft.tune(cutoff, patch.resonance);
      if (isStereo) filterRight.tune(cutoff, patch.resonance);
      sweep *= sweepStep;
      if (patch.vibratoCents !== undefined) {
        const seconds = age / sampleRate;
        const depth = patch.vibratoCents * Math.min(1, seconds / 0.25);
        step = (note.hertz / sampleRate) * 2 ** ((depth * Math.sin(2 * Math.PI * 5.5 * seconds)) / 1200);
      }
    }
    let left = 0;
    let right = 0;
    for (const voice of voices) {
      const delta = step * voice.ratio;
      const value = oscillate(patch.wave, voice.phase, delta);
      voice.phase += delta;
      if (voice.phase >= 1) voice.phase -= 1;
      left += value * voice.left;
      right += value * voice.right;
    }
    if (patch.sub > 0) {
      const sub = Math.sin(2 * Math.PI * subPhase) * patch.sub;
      subPhase += step / 2;
      if (subPhase >= 1) subPhase -= 1;
      left += sub;
      right += sub;
    }
    const level = envelope.next() * loudness;
    filterLeft.push(left);
    const outLeft = filterLeft.low * level;
    bus.left[frame] = (bus.left[frame] ?? 0) + outLeft;
    if (isStereo) {
      filterRight.push(right);
      bus.right[frame] = (bus.right[frame] ?? 0) + filterRight.low * level;
    } else {
      bus.right[frame] = (bus.right[frame] ?? 0) + outLeft;
    }
  }
}

/** One sample of a wave without audible aliasing (polyBLEP: the jump is rounded over two samples). */
function oscillate(wave: SynthPatch['wave'], phase: number, delta: number): number {
  if (wave === 'triangle') return 4 * Math.abs(phase - 0.5) - 1;
  if (wave === 'saw') return 2 * phase - 1 - roundedJump(phase, delta);
  const half = phase >= 0.5 ? phase - 0.5 : phase + 0.5;
  return (phase < 0.5 ? 1 : -1) + roundedJump(phase, delta) - roundedJump(half, delta);
}

function roundedJump(phase: number, delta: number): number {
  if (phase < delta) {
    const x = phase / delta;
    return x + x - x * x - 1;
  }
  if (phase > 1 - delta) {
    const x = (phase - 1) / delta;
    return x * x + x + x + 1;
  }
  return 0;
}
