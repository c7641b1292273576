/** Which series are open: finishing enough of one opens the next. */

/** In the order in which they open. */
export const SERIES_ORDER = ['gaga-machine', 'street-basics', 'pop-hook', 'chair-crew'] as const;

/** Open to everybody from the start: the first one, and the one that is danced on a chair. */
const ALWAYS_OPEN: ReadonlySet<string> = new Set(['gaga-machine', 'chair-crew']);

/** A challenge is finished with at least this many stars: a fair try, not a good one. */
export const FINISHED_STARS = 2;
/** So many finished challenges of a series open the next. */
export const NEEDED_TO_OPEN = 2;

export interface SeriesProgress {
  readonly seriesId: string;
  readonly isOpen: boolean;
  /** Challenges of it with enough stars. */
  readonly finished: number;
  readonly total: number;
  /** Finished challenges of the series before that are still missing; 0 when open. */
  readonly missing: number;
  /** The series that must be danced first; null when open. */
  readonly opensAfter: string | null;
}

/**
 * Progress through the bundled series, in their order; a series that the order does not know (one's own) is open.
 * @param challenges every challenge with its series
 * @param starsOf best stars of a challenge by its id, 0 when never played
 */
export function seriesProgress(
  challenges: readonly { readonly id: string; readonly seriesId: string }[],
  starsOf: (challengeId: string) => number,
): SeriesProgress[] {
  const finishedIn = (seriesId: string): number =>
    challenges.filter((one) => one.seriesId === seriesId && starsOf(one.id) >= FINISHED_STARS).length;
  const known: readonly string[] = SERIES_ORDER;
  const present = [...new Set(challenges.map(({ seriesId }) => seriesId))].sort(
    (a, b) => placeOf(known, a) - placeOf(known, b),
  );
  return present.map((seriesId) => {
    const before = known[known.indexOf(seriesId) - 1];
    // Whoever has danced in a series keeps it, whatever the rules were then.
    const isFree = ALWAYS_OPEN.has(seriesId) || before === undefined || finishedIn(seriesId) > 0;
    const missing = isFree ? 0 : Math.max(0, NEEDED_TO_OPEN - finishedIn(before));
    return {
      seriesId,
      isOpen: missing === 0,
      finished: finishedIn(seriesId),
      total: challenges.filter((one) => one.seriesId === seriesId).length,
      missing,
      opensAfter: missing === 0 || before === undefined ? null : before,
    };
  });
}

function placeOf(order: readonly string[], seriesId: string): number {
  const place = order.indexOf(seriesId);
  return place === -1 ? order.length : place;
}
