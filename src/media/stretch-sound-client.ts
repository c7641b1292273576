/** Slows sound down beside the page. */
import { askAnalysis, copySound, soundOf } from './analysis-client';
import type { Pcm } from './pcm';

/**
 * `stretchSound` in a worker that ends with it; the sound is copied.
 * @throws StudioError `worker-crashed`, `cancelled`
 */
export async function stretchSoundAside(pcm: Pcm, tempo: number, signal?: AbortSignal): Promise<Pcm> {
  return soundOf(await askAnalysis({ kind: 'stretch', sound: copySound(pcm), tempo }, signal));
}
