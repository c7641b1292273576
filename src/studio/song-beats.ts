/** What is stored of the beats of a song of the person's own. */
import { findBeatsAside } from '../media/beats/find-beats-client';
import type { Pcm } from '../media/pcm';

/** Beats that are less sure than this would pulse beside the music; then none are better. */
const SURE_ENOUGH = 0.3;

/**
 * The beats as a record keeps them, nulls where none are sure.
 * @throws StudioError `worker-crashed`, `cancelled`
 */
export async function beatsToKeep(
  pcm: Pcm,
  signal?: AbortSignal,
): Promise<{ bpm: number; firstBeat: number } | { bpm: null; firstBeat: null }> {
  const found = await findBeatsAside(pcm, signal);
  if (found === null || found.confidence < SURE_ENOUGH) return { bpm: null, firstBeat: null };
  return { bpm: found.grid.bpm, firstBeat: found.grid.firstBeat };
}
