/** How heavy a program is, and how heavy one may be. */

/** How much is run at most, without what guarded loops repeat. */
export interface Cost {
  /** Turns of loops. */
  readonly turns: number;
  /** Calls of functions, which compilers write out one by one. */
  readonly calls: number;
}

export const NO_COST: Cost = { turns: 0, calls: 0 };

/** Both costs together, `times` over. */
export function sum(a: Cost, b: Cost, times = 1): Cost {
  const held = (x: number, y: number): number => Math.min(x + y * times, 1e9);
  return { turns: held(a.turns, b.turns), calls: held(a.calls, b.calls) };
}

/** Above this many turns in all, also short loops are guarded. */
export const MOST_FREE_TURNS = 50_000;
/** Words that all passes together may have: each is translated by itself, because it leaves out what is not its own. */
export const MOST_TOKENS = 1_000_000;
/** Above this many calls at run time no guard helps. */
export const MOST_CALLS = 300_000;
/** Above this many calls written out in place the driver itself would not come to an end. */
export const MOST_SITES = 20_000;
