/** Binary search in what is sorted. */

/**
 * The last place whose value is at or before `wanted`, -1 when all come after.
 * @param count how many there are
 * @param valueAt rising from 0 to `count` − 1
 */
export function lastAtOrBefore(count: number, valueAt: (place: number) => number, wanted: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
