/** Finds the body in takes that have no tracks of it yet, when an effect asks: one take after another, as long as it is asked for. */
import { isCancelled } from '../core/errors';
import type { Disposable } from '../core/ownership';
import type { Project } from '../project/project';
import type { Storage } from '../storage/storage';
import { bodyNeedsOf, findBody, takesWithoutBody, type BodyNeeds } from './find-body';
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

export function createEditorAnalysis(options: EditorAnalysisOptions): EditorAnalysis {
  const { storage } = options;
  const givenUp = new Set<string>();
  let project: Project | null = null;
  let running: { readonly takeId: string; readonly abort: AbortController } | null = null;
  let looking = false;
  let lookAgain = false;
  let disposed = false;

  const analyse = (takeId: string, wanted: BodyNeeds, signal: AbortSignal): Promise<void> =>
    findBody(storage, takeId, {
      poseModel: options.poseModel(),
      wantMatte: wanted.matte,
      signal,
      onProgress: (progress) => options.onProgress({ takeId, progress }),
    });

  /** The first take in the film that lacks what the effects need; null when there is none. */
  const findGap = async (current: Project): Promise<{ takeId: string; wanted: BodyNeeds } | null> => {
    const wanted = bodyNeedsOf(current);
    if (!wanted.pose && !wanted.matte) return null;
    for (const takeId of await takesWithoutBody(storage, current)) {
      if (givenUp.has(takeId) || (await storage.takes.get(takeId)) === undefined) continue;
      return { takeId, wanted };
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
    const { pose, matte } = bodyNeedsOf(next);
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
