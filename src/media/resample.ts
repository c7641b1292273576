/** Changes the rate of sound without aliasing: windowed-sinc interpolation. Pure. */

/** Zero crossings of the kernel on each side. 16 keep what folds back below -90 dB. */
const ZERO_CROSSINGS = 16;

/** Steps of the kernel's table between two zero crossings; values between are interpolated. */
const STEPS = 512;

/** Shape of the Kaiser window: about 90 dB of stop band. */
const KAISER_BETA = 9;

/** Pass band as a part of the lower Nyquist frequency, so that the slope of the filter ends at it. */
const ROLL_OFF = 0.945;

/**
 * Samples of `input` at even steps.
 * @param start where the first output sample lies in `input`, in samples; fractions are exact
 * @param step input samples an output sample, > 0: 0.5 doubles the rate, 2 halves it
 * @param length output samples; past either end of the input is silence
 */
export function resample(input: Float32Array, start: number, step: number, length: number): Float32Array {
  if (step === 1 && Number.isInteger(start)) return copyRange(input, start, length);
  const kernel = kaiserSinc();
  const output = new Float32Array(length);
  // When samples are thrown away the filter closes at the new, lower limit; it gets as much longer.
  const cutoff = Math.min(1, 1 / step) * (step > 1 ? ROLL_OFF : 1);
  const reach = ZERO_CROSSINGS / cutoff;
  for (let index = 0; index < length; index += 1) {
    const position = start + index * step;
    const first = Math.max(0, Math.ceil(position - reach));
    const last = Math.min(input.length - 1, Math.floor(position + reach));
    let sum = 0;
    for (let at = first; at <= last; at += 1) {
      const phase = Math.abs(position - at) * cutoff * STEPS;
      const slot = phase | 0;
      const low = kernel[slot] ?? 0;
      sum += (input[at] ?? 0) * (low + ((kernel[slot + 1] ?? 0) - low) * (phase - slot));
    }
    output[index] = sum * cutoff;
  }
  return output;
}

function copyRange(input: Float32Array, start: number, length: number): Float32Array {
  const output = new Float32Array(length);
  const from = Math.max(0, start);
  const to = Math.min(input.length, start + length);
  if (to > from) output.set(input.subarray(from, to), from - start);
  return output;
}

let table: Float32Array | null = null;

/** One side of the kernel: `STEPS` values a zero crossing, then zeros. */
function kaiserSinc(): Float32Array {
  if (table !== null) return table;
  const size = ZERO_CROSSINGS * STEPS;
  table = new Float32Array(size + 2);
  for (let index = 0; index < size; index += 1) {
    const x = index / STEPS;
    const inside = 1 - (x / ZERO_CROSSINGS) ** 2;
    const window = besselI0(KAISER_BETA * Math.sqrt(inside)) / besselI0(KAISER_BETA);
    const angle = Math.PI * x;
    table[index] = (index === 0 ? 1 : Math.sin(angle) / angle) * window;
  }
  return table;
}

/** Modified Bessel function of the first kind, order 0, by its series. */
function besselI0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
