/** The routes of a job: looks into its films, then chooses. */
import { frameStart } from '../../core/time';
import { planFrame } from '../../project/plan-frame';
import type { ExportJob, ExportWay } from '../export-protocol';
import { frameRoute } from './frame-route';
import type { OpenSources } from './open-sources';
import { planRoutes } from './plan-routes';
import type { SourceFacts } from './source-facts';
import type { FilmStretch, StretchRoute } from './stretch';

/** What of a job the routes depend on. */
export type PlannedJob = Pick<
  ExportJob,
  'project' | 'first' | 'count' | 'fps' | 'size' | 'videoBitrate' | 'pictureCodec' | 'kind'
>;

/** Packets may have this many times the bits that are asked for: a copied stretch is as good as its film, and no service minds. */
const COPY_HEADROOM = 1.5;

/**
 * Stretches that follow each other over all frames of the job.
 * @throws StudioError what opening a film throws
 */
export async function planJob(job: PlannedJob, way: ExportWay, sources: OpenSources): Promise<FilmStretch[]> {
  const facts = new Map<string, SourceFacts>();
  for (const takeId of takesOf(job)) facts.set(takeId, (await sources.open(takeId)).facts);
  return planRoutes(
    {
      project: job.project,
      first: job.first,
      count: job.count,
      fps: job.fps,
      size: job.size,
      mostBitrate: job.videoBitrate * COPY_HEADROOM,
      cheapest: cheapestOf(job, way),
      isOfOtherKind: job.kind !== 'mp4',
    },
    facts,
  );
}

/** Only H.264 in MP4 takes packets as they are. */
function cheapestOf({ pictureCodec, kind }: PlannedJob, { cheapest }: ExportWay): StretchRoute {
  return (pictureCodec !== 'avc' || kind !== 'mp4') && cheapest === 'copy' ? 'direct' : cheapest;
}

/** Takes with a frame that need not be drawn: of the others nothing has to be known. */
function takesOf({ project, first, count, fps }: PlannedJob): Set<string> {
  const takes = new Set<string>();
  for (let frame = first; frame < first + count; frame += 1) {
    const route = frameRoute(planFrame(project, frameStart(frame, fps)));
    if (route.route === 'direct') takes.add(route.takeId);
  }
  return takes;
}
