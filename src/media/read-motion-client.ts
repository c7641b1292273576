/** Reads motion capture beside the page. */
import { StudioError } from '../core/errors';
import type { PoseTrack } from '../pose/pose-track';
import { askAnalysis } from './analysis-client';

/**
 * `poseTrackFromBvh` in a worker that ends with it.
 * @throws StudioError `file-corrupt`, `file-unreadable`, `motion-unknown`, `worker-crashed`, `cancelled`
 */
export async function readMotionAside(file: Blob, signal?: AbortSignal): Promise<PoseTrack> {
  const reply = await askAnalysis({ kind: 'read-motion', file }, signal);
  if (reply.kind === 'track') return reply.track;
  throw new StudioError('worker-crashed', `The analysis worker answered "${reply.kind}" instead of a track.`);
}
