/** A resonant filter that stays stable while its cutoff moves (Zavalishin's trapezoidal state-variable filter). */

/** Low, band and high pass of one stream of samples. */
export class StateVariableFilter {
  low = 0;
  band = 0;
  high = 0;
  #first = 0;
  #second = 0;
  #g = 0;
  #k = 1;
  #scale = 1;

  constructor(readonly sampleRate: number) {}

  /**
   * Sets the cutoff; cheap enough for every 16 samples, not for each.
   * @param hertz held between 10 Hz and 45 % of the sample rate
   * @param resonance 0 (flat) .. 1 (about to ring by itself)
   */
  tune(hertz: number, resonance: number): void {
    const limited = Math.min(Math.max(hertz, 10), this.sampleRate * 0.45);
    this.#g = Math.tan((Math.PI * limited) / this.sampleRate);
    this.#k = 2 - 1.9 * Math.min(Math.max(resonance, 0), 1);
    this.#scale = 1 / (1 + this.#g * (this.#g + this.#k));
  }

  /** Takes the next sample; the three outputs are then in `low`, `band` and `high`. */
  push(sample: number): void {
    const high = (sample - (this.#g + this.#k) * this.#first - this.#second) * this.#scale;
    const toBand = this.#g * high;
    const band = toBand + this.#first;
    this.#first = toBand + band;
    const toLow = this.#g * band;
    const low = toLow + this.#second;
    this.#second = toLow + low;
    this.low = low;
    this.band = band;
    this.high = high;
  }
}
