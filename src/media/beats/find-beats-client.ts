/** Finds beats beside the page. */
import { StudioError } from '../../core/errors';
import { askAnalysis, copySound } from '../analysis-client';
import type { Pcm } from '../pcm';
import type { FoundBeats } from './find-beats';

/**
 * `findBeats` in a worker that ends with it; the sound is copied.
 * @throws StudioError `worker-crashed`, `cancelled`
 */
export async function findBeatsAside(pcm: Pcm, signal?: AbortSignal): Promise<FoundBeats | null> {
  const reply = await askAnalysis({ kind: 'find-beats', sound: copySound(pcm) }, signal);
  if (reply.kind === 'beats') return reply.found;
  throw new StudioError('worker-crashed', `The analysis worker answered "${reply.kind}" instead of beats.`);
}
