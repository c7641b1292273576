/** How loud a note is from its start to its end. */

/** Attack, decay and release in seconds, sustain 0..1. */
export interface EnvelopeShape {
  readonly attack: number;
  readonly decay: number;
  readonly sustain: number;
  readonly release: number;
}

/** How much of a level is left after one time constant: decays are given as the time to -60 dB. */
const SIXTY_DB = Math.log(1000);

/** Factor per sample that falls by 60 dB in `seconds`. */
export function decayFactor(seconds: number, sampleRate: number): number {
  return Math.exp(-SIXTY_DB / Math.max(1, seconds * sampleRate));
}

/** Walks an envelope sample by sample: linear attack, exponential decay and release. */
export class Envelope {
  #level = 0;
  #age = 0;
  readonly #attackFrames: number;
  readonly #decay: number;
  readonly #release: number;

  /** @param heldFrames samples until the key is let go */
  constructor(
    readonly shape: EnvelopeShape,
    readonly heldFrames: number,
    sampleRate: number,
  ) {
    this.#attackFrames = Math.max(1, Math.round(shape.attack * sampleRate));
    this.#decay = decayFactor(shape.decay, sampleRate);
    this.#release = decayFactor(shape.release, sampleRate);
  }

  /** Level of the next sample, 0..1. */
  next(): number {
    if (this.#age >= this.heldFrames) this.#level *= this.#release;
    else if (this.#age < this.#attackFrames) this.#level = (this.#age + 1) / this.#attackFrames;
    else this.#level = this.shape.sustain + (this.#level - this.shape.sustain) * this.#decay;
    this.#age += 1;
    return this.#level;
  }
}
