/** Finds the body in takes that have no tracks of it yet, when an effect asks: one take after another, as long as it is asked for. */
import { isCancelled } from '../core/errors';
import type { Disposable } from '../core/ownership';
import { needsOf } from '../export/frame-needs';
import { itemsOf } from '../project/change-items';
import { isShown } from '../project/plan-frame';
import type { Project } from '../project/project';
import { TAKE_FILES } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { SettingsState } from './settings';

export interface EditorAnalysis extends Disposable {
  /** Looks whether the document needs tracks that are missing, and finds them. */
  look(project: Project): void;
  /** Stops, and does not begin again with the same takes before `permit`. */
  cancel(): void;
  /** The person has asked for an effect: takes that were given up may be tried again. */
  permit(): void;
}

export interface EditorAnalysisOptions {
  readonly storage: Storage;
  readonly poseModel: () => SettingsState['poseModel'];
  readonly onProgress: (analysis: { takeId: string; progress: number } | null) => void;
  /** The take has new tracks. */
  readonly onFound: (takeId: string) => void;
  readonly onError: (error: unknown) => void;
}

interface Wanted {
  readonly pose: boolean;
  readonly matte: boolean;
}

export function createEditorAnalysis(options: EditorAnalysisOptions): EditorAnalysis {
  const { storage } = options;
  const givenUp = new Set<string>();
  let project: Project | null = null;
  let running: { readonly takeId: string; readonly abort: AbortController } | null = null;
  let looking = false;
  let lookAgain = false;
  let disposed = false;

  const analyse = async (takeId: string, wanted: Wanted, signal: AbortSignal): Promise<void> => {
    const film = await storage.takes.media(takeId);
    // The model comes with the first effect that needs it.
    const [{ analyseBody }, { createPoseDetector }, { encodeMatteTrack }, { encodePoseTrack }] =
      await Promise.all([
        import('../media/analyse-body'),
        import('../pose/detector/detector-client'),
        import('../media/matte-track-bytes'),
        import('../pose/pose-track-bytes'),
      ]);
    const detector = createPoseDetector({ model: options.poseModel(), wantMatte: wanted.matte });
    try {
      const found = await analyseBody(film, {
        detector,
        signal,
        onProgress: (progress) => options.onProgress({ takeId, progress }),
      });
      await storage.takes.writeFile(takeId, TAKE_FILES.pose, encodePoseTrack(found.pose));
      if (wanted.matte)
        await storage.takes.writeFile(takeId, TAKE_FILES.matte, await encodeMatteTrack(found.matte));
    } finally {
      detector.dispose();
    }
  };

  /** The first take in the film that lacks what the effects need; null when there is none. */
  const findGap = async (current: Project): Promise<{ takeId: string; wanted: Wanted } | null> => {
    const wanted = wantedBy(current);
    if (!wanted.pose && !wanted.matte) return null;
    const takeIds = new Set(
      itemsOf(current, 'video').flatMap(({ sourceId }) => current.sources[sourceId]?.takeId ?? []),
    );
    for (const takeId of takeIds) {
      if (givenUp.has(takeId) || (await storage.takes.get(takeId)) === undefined) continue;
      const lacksPose = wanted.pose && (await storage.takes.readFile(takeId, TAKE_FILES.pose)) === null;
      const lacksMatte = wanted.matte && (await storage.takes.readFile(takeId, TAKE_FILES.matte)) === null;
      if (lacksPose || lacksMatte) return { takeId, wanted };
    }
    return null;
  };

  const work = async (): Promise<void> => {
    for (;;) {
      lookAgain = false;
      const gap = project === null || disposed ? null : await findGap(project);
      if (gap === null) {
        if (lookAgain && !disposed) continue;
        looking = false;
        return;
      }
      const { takeId } = gap;
      const abort = new AbortController();
      running = { takeId, abort };
      options.onProgress({ takeId, progress: 0 });
      try {
        if (disposed) return;
        await analyse(takeId, gap.wanted, abort.signal);
        if (!disposed) options.onFound(takeId);
      } catch (error) {
        if (isCancelled(error)) continue;
        givenUp.add(takeId);
        if (!disposed) options.onError(error);
      } finally {
        running = null;
        options.onProgress(null);
      }
    }
  };

  const stop = (): void => running?.abort.abort();

  const look = (next: Project): void => {
    project = next;
    lookAgain = true;
    const { pose, matte } = wantedBy(next);
    if (!pose && !matte) stop();
    if (looking || disposed) return;
    looking = true;
    work().catch((error: unknown) => {
      looking = false;
      options.onError(error);
    });
  };

  return {
    look,
    cancel() {
      if (running !== null) givenUp.add(running.takeId);
      stop();
    },
    permit: () => givenUp.clear(),
    dispose() {
      disposed = true;
      stop();
    },
  };
}

function wantedBy(project: Project): Wanted {
  const effects = itemsOf(project, 'effects').map(({ effect }) => effect);
  const needs = needsOf(effects.filter(isShown));
  return { pose: needs.has('pose'), matte: needs.has('mask') };
}
