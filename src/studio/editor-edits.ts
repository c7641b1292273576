/** The edits of the editor by name: each one a step of history. */
import { seedFrom } from '../core/random';
import type { Flicks } from '../core/time';
import { createEffectInstance, lookById } from '../effects/registry';
import { changeClip } from '../project/edits/change-clip';
import { addEffect, changeEffect, reorderEffect, replaceEffects } from '../project/edits/change-effects';
import { changeMusic, setMusic } from '../project/edits/change-music';
import { addText, changeText } from '../project/edits/change-texts';
import { deleteItem } from '../project/edits/delete-item';
import { duplicateItem } from '../project/edits/duplicate-item';
import { moveClip } from '../project/edits/move-clip';
import { moveItem, trimItem } from '../project/edits/move-item';
import { renameProject } from '../project/edits/rename';
import { clipAt, splitClip } from '../project/edits/split-clip';
import { trimClip } from '../project/edits/trim-clip';
import type { Edit } from '../project/history';
import { EDIT_NAMES } from './edit-names';
import type { Editor } from './editor';

/** The methods of the editor that change the document and nothing else. */
export type EditMethods = Pick<
  Editor,
  | 'rename'
  | 'trimClip'
  | 'split'
  | 'deleteItem'
  | 'duplicateItem'
  | 'moveClip'
  | 'moveItem'
  | 'trimItem'
  | 'changeClip'
  | 'addEffect'
  | 'changeEffect'
  | 'reorderEffect'
  | 'applyLook'
  | 'addText'
  | 'changeText'
  | 'setMusic'
  | 'changeMusic'
>;

export interface EditContext {
  /** Takes a step; see `ProjectHistory.apply`. */
  readonly apply: (name: string, edit: Edit, repeatKey?: string) => void;
  readonly playhead: () => Flicks;
  /** The person asks for an effect, and so for what it needs. */
  readonly permitAnalysis: () => void;
}

/** The edits over a history. */
export function createEditMethods({ apply, playhead, permitAnalysis }: EditContext): EditMethods {
  return {
    rename: (name) => apply(EDIT_NAMES.rename, (project) => renameProject(project, name)),
    trimClip: (clipId, edge, to) =>
      apply(EDIT_NAMES.trim, (project) => trimClip(project, clipId, edge, to), `trim:${clipId}:${edge}`),
    split() {
      const newId = crypto.randomUUID();
      apply(EDIT_NAMES.split, (project) => {
        const time = playhead();
        const clip = clipAt(project, time);
        return clip === undefined ? project : splitClip(project, clip.id, time, newId);
      });
    },
    deleteItem: (itemId) => apply(EDIT_NAMES.delete, (project) => deleteItem(project, itemId)),
    duplicateItem(itemId) {
      const newId = crypto.randomUUID();
      apply(EDIT_NAMES.duplicate, (project) => duplicateItem(project, itemId, newId));
    },
    moveClip: (clipId, toIndex) =>
      apply(EDIT_NAMES.move, (project) => moveClip(project, clipId, toIndex), `move:${clipId}`),
    moveItem: (itemId, start) =>
      apply(EDIT_NAMES.move, (project) => moveItem(project, itemId, start), `move:${itemId}`),
    trimItem: (itemId, edge, to) =>
      apply(EDIT_NAMES.trim, (project) => trimItem(project, itemId, edge, to), `trim:${itemId}:${edge}`),
    changeClip: (clipId, patch) =>
      apply(EDIT_NAMES.changeClip, (project) => changeClip(project, clipId, patch)),
    addEffect(effectId) {
      const id = crypto.randomUUID();
      const effect = createEffectInstance(effectId, id, seedFrom(id));
      permitAnalysis();
      apply(EDIT_NAMES.addEffect, (project) => addEffect(project, effect));
      return id;
    },
    changeEffect: (itemId, patch) =>
      apply(EDIT_NAMES.changeEffect, (project) => changeEffect(project, itemId, patch)),
    reorderEffect: (itemId, toIndex) =>
      apply(EDIT_NAMES.reorderEffect, (project) => reorderEffect(project, itemId, toIndex)),
    applyLook(lookId) {
      const stack = (lookById(lookId)?.stack ?? []).map((effect) => ({ ...effect, id: crypto.randomUUID() }));
      permitAnalysis();
      apply(EDIT_NAMES.applyLook, (project) => replaceEffects(project, stack));
    },

    addText(text) {
      const id = crypto.randomUUID();
      apply(EDIT_NAMES.addText, (project) => addText(project, text, id));
      return id;
    },
    changeText: (itemId, patch) =>
      apply(EDIT_NAMES.changeText, (project) => changeText(project, itemId, patch)),

    setMusic(song) {
      const id = crypto.randomUUID();
      apply(EDIT_NAMES.setMusic, (project) => setMusic(project, song, id));
    },
    changeMusic: (itemId, patch) =>
      apply(EDIT_NAMES.changeMusic, (project) => changeMusic(project, itemId, patch)),
  };
}
