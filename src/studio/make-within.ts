/** A film that a messenger takes: as good as its limit allows, in two passes. */

import type { FileCheckItem } from '../export/export-facts';

/** A pass that comes out too large is made again with as many bits fewer, at most so often. */
const MOST_PASSES = 3;

/** A little below the limit, since encoders miss their aim. */
const AIM = 0.94;

/** Whether a film keeps its limit; nothing where there is none. */
export function checkFits(bytes: number, maxBytes: number | null): readonly FileCheckItem[] {
  if (maxBytes === null) return [];
  return [{ id: 'fits', passed: bytes <= maxBytes, value: `${(bytes / 1e6).toFixed(1)} MB` }];
}

/**
 * Makes a film that may have at most `maxBytes`: what the first pass needed says how many bits the second may have.
 * @param forget throws away what a pass has left, which is too large
 */
export async function makeWithin<
  Job extends { readonly videoBitrate: number },
  Film extends { readonly file: Pick<Blob, 'size'> },
>(
  job: Job,
  maxBytes: number | null,
  make: (job: Job) => Promise<Film>,
  forget: () => Promise<void>,
): Promise<Film> {
  let film = await make(job);
  let { videoBitrate } = job;
  for (let pass = 1; pass < MOST_PASSES && maxBytes !== null && film.file.size > maxBytes; pass += 1) {
    videoBitrate = Math.round(videoBitrate * (maxBytes / film.file.size) * AIM);
    await forget();
    film = await make({ ...job, videoBitrate });
  }
  return film;
}
