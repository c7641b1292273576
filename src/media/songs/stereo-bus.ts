/** A stereo track that instruments play into, with what the mixing desk does to it. */

/** Where a bus stands in the mix. */
export interface BusSettings {
  /** Linear gain of the dry sound. */
  readonly gain: number;
  /** Linear amount sent to the reverb, after the gain. */
  readonly reverb?: number;
  /** Linear amount sent to the echo, after the gain. */
  readonly echo?: number;
  /** 0..1: how far the kick pushes this bus down. */
  readonly duck?: number;
}

/** Sound being collected. Instruments add to `left` and `right`, they never overwrite. */
export interface StereoBus {
  readonly sampleRate: number;
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly settings: BusSettings;
}

export function createBus(sampleRate: number, frames: number, settings: BusSettings): StereoBus {
  return { sampleRate, left: new Float32Array(frames), right: new Float32Array(frames), settings };
}

/** Gains of a source at `pan` (-1 left .. 1 right) with constant power; the centre is 0 dB on both sides less 3 dB. */
export function panGains(pan: number): readonly [left: number, right: number] {
  const angle = ((pan + 1) * Math.PI) / 4;
  return [Math.cos(angle), Math.sin(angle)];
}
