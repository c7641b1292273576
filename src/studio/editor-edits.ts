/** The edits of the editor by name: each one a step of history. */
import { seedFrom } from '../core/random';
import { toFlicks, type Flicks } from '../core/time';
import type { EffectDefinition, EffectInstance } from '../effects/effect';
import { findEffect } from '../effects/find-effect';
import { NO_IMPORTS, type ImportedAsset } from '../effects/imported-asset';
import { createEffectInstance, defaultParams, lookById } from '../effects/registry';
import { itemsOf } from '../project/change-items';
import { changeClip } from '../project/edits/change-clip';
import { addEffect, changeEffect, reorderEffect } from '../project/edits/change-effects';
import { applyStack, pasteStack, setLookStrength, withImports } from '../project/edits/change-looks';
import { changeMusic, setMusic } from '../project/edits/change-music';
import { addText, changeText } from '../project/edits/change-texts';
import { changeTransition, setTransition } from '../project/edits/change-transition';
import { cutToBeat } from '../project/edits/cut-to-beat';
import { deleteItem } from '../project/edits/delete-item';
import { duplicateItem } from '../project/edits/duplicate-item';
import { moveClip } from '../project/edits/move-clip';
import { moveItem, trimItem } from '../project/edits/move-item';
import { renameProject } from '../project/edits/rename';
import { clipAt, splitClip } from '../project/edits/split-clip';
import { takeSource } from '../project/edits/take-source';
import { trimClip } from '../project/edits/trim-clip';
import type { Edit } from '../project/history';
import { EDIT_NAMES } from './edit-names';
import type { Editor } from './editor';

/** How long a transition is when it is set. */
const USUAL_TRANSITION_SECONDS = 0.5;

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
  | 'addImported'
  | 'takeAsset'
  | 'takeSource'
  | 'applyLook'
  | 'setLookStrength'
  | 'pasteEffects'
  | 'setTransition'
  | 'changeTransition'
  | 'cutToBeat'
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
    addImported(asset) {
      const id = crypto.randomUUID();
      const definition = findEffect(asset.id, { [asset.id]: asset });
      permitAnalysis();
      if (definition?.kind === 'transition') {
        apply(EDIT_NAMES.addEffect, (project) => withImports(project, [asset]));
        return null;
      }
      const effect = usingAsset(asset, definition, id);
      apply(EDIT_NAMES.addEffect, (project) => addEffect(withImports(project, [asset]), effect));
      return id;
    },
    takeAsset: (asset) => apply(EDIT_NAMES.changeEffect, (project) => withImports(project, [asset])),
    takeSource(take) {
      const newId = `source-${crypto.randomUUID()}`;
      let sourceId = newId;
      apply(EDIT_NAMES.changeEffect, (project) => {
        const taken = takeSource(project, take, newId);
        sourceId = taken.sourceId;
        return taken.project;
      });
      return sourceId;
    },
    applyLook(look) {
      const use = crypto.randomUUID();
      const isOwn = typeof look !== 'string';
      const stack = (isOwn ? look.stack : (lookById(look)?.stack ?? [])).map((effect) => ({
        ...effect,
        id: crypto.randomUUID(),
        look: { id: use, lookId: isOwn ? 'own' : look, strength: 1 },
      }));
      permitAnalysis();
      apply(EDIT_NAMES.applyLook, (project) => applyStack(project, stack, isOwn ? look.imports : NO_IMPORTS));
    },
    setLookStrength: (lookUseId, strength) =>
      apply(
        EDIT_NAMES.changeEffect,
        (project) => setLookStrength(project, lookUseId, strength),
        `look:${lookUseId}`,
      ),
    pasteEffects({ stack, imports }) {
      const fresh = stack.map((effect) => ({ ...effect, id: crypto.randomUUID() }));
      permitAnalysis();
      apply(EDIT_NAMES.pasteEffects, (project) => pasteStack(project, fresh, imports));
    },
    setTransition(clipId, transitionId) {
      const id = crypto.randomUUID();
      permitAnalysis();
      apply(EDIT_NAMES.transition, (project) => {
        if (transitionId === null) return setTransition(project, clipId, null);
        const definition = findEffect(transitionId, project.imports);
        if (definition?.kind !== 'transition') return project;
        const clip = itemsOf(project, 'video').find((each) => each.id === clipId);
        const duration = clip?.transition?.duration ?? toFlicks(USUAL_TRANSITION_SECONDS);
        const effect = newInstance(transitionId, definition, id);
        return setTransition(project, clipId, { effect, duration });
      });
    },
    changeTransition: (clipId, patch) =>
      apply(
        EDIT_NAMES.transition,
        (project) => changeTransition(project, clipId, patch),
        `transition:${clipId}`,
      ),

    cutToBeat: (beats, clipIds) =>
      apply(EDIT_NAMES.cutToBeat, (project) =>
        cutToBeat(project, beats, clipIds === undefined ? undefined : new Set(clipIds)),
      ),
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

function newInstance(effectId: string, definition: EffectDefinition | undefined, id: string): EffectInstance {
  return {
    id,
    effectId,
    enabled: true,
    params: definition === undefined ? {} : defaultParams(definition),
    strength: 1,
    blend: 'normal',
    side: 'everything',
    seed: seedFrom(id),
  };
}

/** The effect that an asset is, or that shows it. */
function usingAsset(
  asset: ImportedAsset,
  definition: EffectDefinition | undefined,
  id: string,
): EffectInstance {
  const withParams = (effectId: string, params: EffectInstance['params']): EffectInstance => {
    const effect = createEffectInstance(effectId, id, seedFrom(id));
    return { ...effect, params: { ...effect.params, ...params } };
  };
  // The table alone, without the grading that the effect could add.
  if (asset.kind === 'lut') return withParams('lut', { grade: asset.id, contrast: 0.5, saturation: 0.5 });
  if (asset.kind === 'picture')
    return withParams('background-replace', { scene: 'picture', picture: asset.id });
  return newInstance(asset.id, definition, id);
}
