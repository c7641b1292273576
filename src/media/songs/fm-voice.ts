/** The bell-like voice: one sine bends another. Electric piano, marimba and bells are settings of it. */
import { decayFactor, Envelope, type EnvelopeShape } from './envelope';
import { panGains, type StereoBus } from './stereo-bus';
import type { Note } from './synth-voice';

/** Settings of the voice. */
export interface FmPatch {
  /** Frequency of the bending sine as a multiple of the note. */
  readonly ratio: number;
  /** Depth of the bend at the start of a note, in radians; harder notes bend more. */
  readonly depth: number;
  /** Part of the depth that stays, 0..1. */
  readonly depthSustain: number;
  /** Seconds in which the rest of the depth falls by 60 dB. */
  readonly depthDecay: number;
  readonly amplitude: EnvelopeShape;
  /** 0..1: how far a 4.6 Hz tremolo swings the note from side to side. */
  readonly tremolo?: number;
}

/** Adds a note to the bus. */
export function playFm(bus: StereoBus, patch: FmPatch, note: Note): void {
  const { sampleRate } = bus;
  const first = Math.round(note.start * sampleRate);
  const held = Math.round(note.length * sampleRate);
  const last = Math.min(bus.left.length, first + held + Math.round(patch.amplitude.release * sampleRate));
  const envelope = new Envelope(patch.amplitude, held, sampleRate);
  const [panLeft, panRight] = panGains(note.pan ?? 0);
  const carrierStep = (2 * Math.PI * note.hertz) / sampleRate;
  const tremoloStep = (2 * Math.PI * 4.6) / sampleRate;
  const swing = patch.tremolo ?? 0;
  const depthStep = decayFactor(patch.depthDecay, sampleRate);
  const fullDepth = patch.depth * (0.4 + 0.6 * note.velocity);
  const restDepth = fullDepth * patch.depthSustain;
  let movingDepth = fullDepth - restDepth;
  for (let frame = first; frame < last; frame += 1) {
    const angle = carrierStep * (frame - first);
    const bend = (restDepth + movingDepth) * Math.sin(angle * patch.ratio);
    movingDepth *= depthStep;
    const value = Math.sin(angle + bend) * envelope.next() * note.velocity;
    const side = swing === 0 ? 0 : swing * Math.sin(tremoloStep * frame);
    bus.left[frame] = (bus.left[frame] ?? 0) + value * panLeft * (1 - side);
    bus.right[frame] = (bus.right[frame] ?? 0) + value * panRight * (1 + side);
  }
}
