/** Renders a bundled song beside the page: a second of arithmetic must not stop the picture. */
import { askAnalysis, soundOf } from '../analysis-client';
import type { Pcm } from '../pcm';

/**
 * The song's samples, made in a worker that ends with it.
 * @param tempo 1 = as composed, 0.5 = half as fast at the same pitch
 * @throws StudioError `storage-missing` for an unknown song, `worker-crashed`
 */
export async function renderSongAside(id: string, sampleRate: number, tempo = 1): Promise<Pcm> {
  return soundOf(await askAnalysis({ kind: 'render-song', id, sampleRate, tempo }));
}
