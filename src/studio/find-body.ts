/** Finds the body in a take and keeps its tracks beside the film. */
import type { EffectInstance } from '../effects/effect';
import { needsOf } from '../export/frame-needs';
import { decodePoseTrack } from '../pose/pose-track-bytes';
import { itemsOf } from '../project/change-items';
import { isShown } from '../project/plan-frame';
import { takesOnTimeline } from '../project/takes-on-timeline';
import type { Project } from '../project/project';
import { TAKE_FILES } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { SettingsState } from './settings';
import { LIVE_POSE_SOURCE } from './take-session';

/** Tracks that the effects of a film ask for. */
export interface BodyNeeds {
  readonly pose: boolean;
  readonly matte: boolean;
}

/** Every effect and transition that may leave a trace in the film. */
export function drawnEffects(project: Project): readonly EffectInstance[] {
  return [
    ...itemsOf(project, 'effects').map(({ effect }) => effect),
    ...itemsOf(project, 'video').flatMap(({ transition }) => transition?.effect ?? []),
  ].filter(isShown);
}

/** What the shown effects and pinned stickers of a film need to know of the body. */
export function bodyNeedsOf(project: Project): BodyNeeds {
  const needs = needsOf(drawnEffects(project), project.imports);
  const isPinned = itemsOf(project, 'stickers').some(({ pin }) => pin !== undefined);
  return { pose: needs.has('pose') || isPinned, matte: needs.has('mask') };
}

/** The takes of a film that lack tracks which it needs. */
export async function takesWithoutBody(storage: Storage, project: Project): Promise<string[]> {
  const { pose, matte } = bodyNeedsOf(project);
  if (!pose && !matte) return [];
  const lacking: string[] = [];
  for (const takeId of takesOnTimeline(project)) {
    if (await lacksBody(storage, takeId, { pose, matte })) lacking.push(takeId);
  }
  return lacking;
}

/**
 * Whether a take lacks a track that is needed. The poses of a live camera are few and late: good enough to be judged by,
 * not to be drawn by, so the body is found anew in every picture.
 */
export async function lacksBody(storage: Storage, takeId: string, needs: BodyNeeds): Promise<boolean> {
  if (needs.matte && (await storage.takes.readFile(takeId, TAKE_FILES.matte)) === null) return true;
  if (!needs.pose) return false;
  const poses = await storage.takes.readFile(takeId, TAKE_FILES.pose);
  return poses === null || decodePoseTrack(poses).source === LIVE_POSE_SOURCE;
}

/**
 * Looks at every picture of a take and stores its tracks.
 * @param onProgress 0..1
 * @throws StudioError `storage-*`, `file-*`, `codec-unsupported`, `pose-model-missing`, `pose-crashed`, `webgl-missing`, `cancelled`
 */
export async function findBody(
  storage: Storage,
  takeId: string,
  options: {
    readonly poseModel: SettingsState['poseModel'];
    readonly wantMatte: boolean;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: number) => void;
  },
): Promise<void> {
  const film = await storage.takes.media(takeId);
  // The model comes with the first effect that needs it.
  const [{ analyseBody }, { createPoseDetector }, { encodeMatteTrack }, { encodePoseTrack }] =
    await Promise.all([
      import('../media/analyse-body'),
      import('../pose/detector/detector-client'),
      import('../media/matte-track-bytes'),
      import('../pose/pose-track-bytes'),
    ]);
  const detector = createPoseDetector({ model: options.poseModel, wantMatte: options.wantMatte });
  try {
    const { signal, onProgress } = options;
    const found = await analyseBody(film, { detector, signal, onProgress });
    await storage.takes.writeFile(takeId, TAKE_FILES.pose, encodePoseTrack(found.pose));
    if (options.wantMatte)
      await storage.takes.writeFile(takeId, TAKE_FILES.matte, await encodeMatteTrack(found.matte));
  } finally {
    detector.dispose();
  }
}
