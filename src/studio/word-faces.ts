/** Fetches the letters that words on the stage are written in, as the words change. */
import type { Disposable } from '../core/ownership';
import { textFacesOf } from '../effects/render/text-faces';
import { itemsOf } from '../project/change-items';
import type { Project } from '../project/project';

export interface WordFaces extends Disposable {
  /** Looks whether words need letters that are not here yet; the stage is drawn anew when they have come. */
  show(project: Project): void;
}

export function createWordFaces(onError: (error: unknown) => void): WordFaces {
  let known = '';
  let disposed = false;
  return {
    show(project) {
      const texts = itemsOf(project, 'text').map(({ text, font = 'sans' }) => ({ text, font }));
      const key = JSON.stringify(texts);
      if (key === known || texts.length === 0) return;
      known = key;
      textFacesOf(texts).catch((error: unknown) => {
        if (!disposed) onError(error);
      });
    },
    dispose() {
      disposed = true;
    },
  };
}
