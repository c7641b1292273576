/** How often a key picture comes. Pure. */

/** A closed group of pictures lasts half a second, as YouTube asks: cuts and seeks are exact. */
export function groupLength(fps: number): number {
  return Math.max(1, Math.round(fps / 2));
}

/** A chunk is a second, two groups: what is lost at most when a route fails, and 41 MB of raw pictures at 720×1280. */
export function chunkLength(fps: number): number {
  return 2 * groupLength(fps);
}

/** Whether a picture begins a group, counted from the first of its chunk. */
export function isGroupStart(inChunk: number, fps: number): boolean {
  return inChunk % groupLength(fps) === 0;
}
