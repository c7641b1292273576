/** Movement peaks and holds of the film, from the pose tracks that its takes have. */
import type { FrameMaterial } from '../export/frame-inputs';
import { movementMoments, type MovementMoment } from '../pose/movement-moments';
import { filmMoments, type FilmMoment } from '../project/clip-moments';
import type { Project } from '../project/project';
import { takesOnTimeline } from '../project/takes-on-timeline';

export interface EditorMoments {
  /** Those of the document, with what is known so far; reads tracks that were not read yet. */
  of(project: Project): Promise<readonly FilmMoment[]>;
  /** The take has a new track. */
  forget(takeId: string): void;
}

export function createEditorMoments(material: Pick<FrameMaterial, 'poseTrack'>): EditorMoments {
  const known = new Map<string, Promise<readonly MovementMoment[]>>();

  const momentsOf = async (takeId: string): Promise<readonly MovementMoment[]> => {
    const track = await material.poseTrack(takeId);
    return track === null ? [] : movementMoments(track);
  };

  return {
    async of(project) {
      const found = new Map<string, readonly MovementMoment[]>();
      for (const takeId of takesOnTimeline(project)) {
        const moments = known.get(takeId) ?? momentsOf(takeId);
        known.set(takeId, moments);
        found.set(takeId, await moments);
      }
      return filmMoments(project, (takeId) => found.get(takeId) ?? []);
    },
    forget: (takeId) => known.delete(takeId),
  };
}
