/** The best chain of beats through an onset envelope, for one tempo: Ellis' dynamic programme. Pure. */

/** How much a beat that comes early or late costs, against how strongly it is struck. */
const TIGHTNESS = 100;

/**
 * Places of the beats in the envelope, in order.
 * @param period values from beat to beat
 */
export function followBeats(strength: Float64Array, period: number): readonly number[] {
  const score = new Float64Array(strength.length);
  const from = new Int32Array(strength.length).fill(-1);
  const nearest = Math.round(period / 2);
  const farthest = Math.round(period * 2);
  const costs = Float64Array.from(
    { length: farthest - nearest + 1 },
    (_, index) => -TIGHTNESS * Math.log((nearest + index) / period) ** 2,
  );
  for (let at = 0; at < strength.length; at += 1) {
    let best = 0;
    let source = -1;
    for (let gap = nearest; gap <= farthest && gap <= at; gap += 1) {
      const value = (score[at - gap] ?? 0) + (costs[gap - nearest] ?? 0);
      if (value > best) {
        best = value;
        source = at - gap;
      }
    }
    score[at] = best + (strength[at] ?? 0);
    from[at] = source;
  }
  // The chain that ends best within the last two beats.
  let last = strength.length - 1;
  for (let at = Math.max(0, strength.length - farthest); at < strength.length; at += 1) {
    if ((score[at] ?? 0) > (score[last] ?? 0)) last = at;
  }
  const beats: number[] = [];
  for (let at = last; at >= 0; at = from[at] ?? -1) beats.push(at);
  return beats.reverse();
}
