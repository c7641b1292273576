/** Arithmetic on single numbers that pictures, sounds and scores share. */

/** `value` held between `low` and `high`, both inclusive. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** From `a` (amount 0) to `b` (amount 1), not clamped. */
export function lerp(a: number, b: number, amount: number): number {
  return a + (b - a) * amount;
}

/** 0 below `low`, 1 above `high`, a Hermite curve between (GLSL `smoothstep`). */
export function smoothstep(low: number, high: number, value: number): number {
  const x = clamp((value - low) / (high - low), 0, 1);
  return x * x * (3 - 2 * x);
}

/** The remainder that is never negative: `modulo(-1, 4)` is 3. */
export function modulo(value: number, base: number): number {
  return ((value % base) + base) % base;
}
