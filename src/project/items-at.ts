/** Finds the items under an instant without walking over all the others. */
import { lastAtOrBefore } from '../core/last-at-or-before';
import type { Flicks } from '../core/time';

interface Timed {
  readonly start: Flicks;
  readonly duration: Flicks;
}

/** Items by start, and how far any item up to there reaches. */
interface TimeIndex {
  /** Places in the original list, in order of start. */
  readonly order: readonly number[];
  readonly starts: readonly number[];
  /** Largest end among this item and all before it. */
  readonly reach: readonly number[];
}

// Documents are never changed in place, so an index lives as long as the list that it was made of.
const indexes = new WeakMap<readonly Timed[], TimeIndex>();

/**
 * The items that cover `time`, in the order of the list.
 * Costs O(log n) and the overlap; the index is made once for each list.
 */
export function itemsAt<T extends Timed>(items: readonly T[], time: Flicks): T[] {
  const index = indexOf(items);
  let place = lastAtOrBefore(index.starts.length, (at) => index.starts[at] ?? Infinity, time);
  const found: number[] = [];
  while (place >= 0 && (index.reach[place] ?? 0) > time) {
    const original = index.order[place] ?? 0;
    const item = items[original];
    if (item !== undefined && item.start + item.duration > time) found.push(original);
    place -= 1;
  }
  found.sort((a, b) => a - b);
  return found.map((original) => items[original]).filter((item) => item !== undefined);
}

function indexOf(items: readonly Timed[]): TimeIndex {
  const known = indexes.get(items);
  if (known !== undefined) return known;
  const order = items.map((_, place) => place);
  order.sort((a, b) => (items[a]?.start ?? 0) - (items[b]?.start ?? 0));
  const starts: number[] = [];
  const reach: number[] = [];
  let furthest = 0;
  for (const place of order) {
    const item = items[place];
    if (item === undefined) continue;
    furthest = Math.max(furthest, item.start + item.duration);
    starts.push(item.start);
    reach.push(furthest);
  }
  const index = { order, starts, reach };
  indexes.set(items, index);
  return index;
}
