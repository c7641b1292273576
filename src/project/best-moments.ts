/** Which parts of a long clip are worth keeping. Pure. */
import { addFlicks, toFlicks, type Flicks } from '../core/time';

/** A part of the timeline. */
export interface Stretch {
  readonly from: Flicks;
  readonly to: Flicks;
}

/** Beats of one part: whole bars, so that what is joined stays on the music. */
const BEATS = 4;

/** Seconds of one part where there is no music. */
const SECONDS_WITHOUT_MUSIC = 1.5;

/** Cuts a stretch into parts of whole bars, or of even length without beats. What is left over at its ends is no part. */
export function partsOf({ from, to }: Stretch, beats: readonly Flicks[]): Stretch[] {
  const inside = beats.filter((beat) => beat >= from && beat <= to);
  const edges =
    inside.length > BEATS
      ? inside.filter((_, index) => index % BEATS === 0)
      : Array.from({ length: Math.floor((to - from) / toFlicks(SECONDS_WITHOUT_MUSIC)) + 1 }, (_, index) =>
          addFlicks(from, toFlicks(index * SECONDS_WITHOUT_MUSIC)),
        );
  return edges.slice(1).map((edge, index) => ({ from: edges[index] ?? from, to: edge }));
}

/**
 * The best parts that together are no longer than `most`, in their order, neighbours joined.
 * @param valueOf higher is better; equal ones are taken from the start
 */
export function bestStretches(
  parts: readonly Stretch[],
  valueOf: (part: Stretch) => number,
  most: Flicks,
): Stretch[] {
  const ranked = parts
    .map((part, place) => ({ part, place, value: valueOf(part) }))
    .sort((a, b) => b.value - a.value || a.place - b.place);
  const kept: { part: Stretch; place: number }[] = [];
  let length = 0;
  for (const entry of ranked) {
    const more = entry.part.to - entry.part.from;
    if (length + more > most) continue;
    length += more;
    kept.push(entry);
  }
  kept.sort((a, b) => a.place - b.place);
  const joined: Stretch[] = [];
  for (const { part } of kept) {
    const last = joined.at(-1);
    if (last?.to === part.from) joined[joined.length - 1] = { from: last.from, to: part.to };
    else joined.push(part);
  }
  return joined;
}
