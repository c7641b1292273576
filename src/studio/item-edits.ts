/** What is done to clips, words, stickers and sounds beside their plain edits: each one a step of history. */
import type { Flicks } from '../core/time';
import type { ParamKey } from '../effects/effect';
import { reverseClip, setSpeedCurve, type CurveShape } from '../project/edits/change-clip';
import {
  addMarker,
  changeMaster,
  removeMarker,
  setShape,
  type StageShape,
} from '../project/edits/change-film';
import { changeKeys, setNumbers, toggleKey } from '../project/edits/change-numbers';
import { addSticker, changeSticker, type StickerPatch } from '../project/edits/change-stickers';
import {
  changeRow,
  changeVoice,
  detachSound,
  linkSound,
  type SoundingKind,
  type VoicePatch,
} from '../project/edits/change-voice';
import { withImports } from '../project/edits/change-looks';
import { deleteItem } from '../project/edits/delete-item';
import { duplicateItem } from '../project/edits/duplicate-item';
import { emptyClip } from '../project/edits/empty-clip';
import { freezeFrame } from '../project/edits/freeze-frame';
import { pasteItems, type CopiedItems } from '../project/edits/paste-items';
import { rollCut, slipClip } from '../project/edits/shift-cut';
import type { Master, StickerPicture } from '../project/project';
import type { ImportedAsset } from '../effects/imported-asset';
import { EDIT_NAMES } from './edit-names';
import type { EditContext } from './editor-edits';

/** Part of `Editor`. Numbers with keyframes are set at the playhead, others for the whole item. */
export interface ItemEdits {
  /** Sets numbers of an item by name (`ITEM_NUMBERS`). */
  setNumbers(itemId: string, values: Readonly<Record<string, number>>): void;
  /** Sets or takes away the keyframe of a number at the playhead. */
  toggleKey(itemId: string, name: string): void;
  changeKeys(itemId: string, name: string, keys: readonly ParamKey[]): void;
  /** Speeds over the piece that a clip shows; null for one speed. */
  setSpeedCurve(clipId: string, shape: CurveShape | null): void;
  reverseClip(clipId: string): void;
  /** Holds the picture under the playhead for a second. */
  freezeFrame(): void;
  /** Moves the cut at the start of a clip; the film keeps its length. */
  rollCut(clipId: string, to: Flicks): void;
  /** Shows later (positive) or earlier pictures in the same place, in frames. */
  slipClip(clipId: string, frames: number): void;
  /** Takes a clip out and leaves its place. */
  emptyClip(clipId: string): void;
  deleteItems(itemIds: readonly string[]): void;
  duplicateItems(itemIds: readonly string[]): void;
  /** At the playhead. */
  pasteItems(copied: CopiedItems): void;
  /** At the playhead; gives the item's id. */
  addSticker(picture: StickerPicture): string;
  /** The same with a picture of the person's own, which the film takes in. */
  addOwnSticker(asset: ImportedAsset): string;
  changeSticker(itemId: string, patch: StickerPatch): void;
  changeVoice(itemId: string, patch: VoicePatch): void;
  detachSound(clipId: string): void;
  linkSound(itemId: string, isLinked: boolean): void;
  /** Loudness of a whole row of sound. */
  changeRow(kind: SoundingKind, patch: { muted?: boolean; volume?: number }): void;
  setShape(shape: StageShape): void;
  changeMaster(patch: Partial<Master>): void;
  /** Notes the playhead. */
  addMarker(label: string): void;
  removeMarker(markerId: string): void;
}

export function createItemEdits({ apply, playhead, permitAnalysis }: EditContext): ItemEdits {
  const newId = (): string => crypto.randomUUID();
  return {
    setNumbers: (itemId, values) =>
      apply(EDIT_NAMES.adjust, (project) => setNumbers(project, itemId, values, playhead())),
    toggleKey: (itemId, name) =>
      apply(EDIT_NAMES.keyframe, (project) => toggleKey(project, itemId, name, playhead())),
    changeKeys: (itemId, name, keys) =>
      apply(EDIT_NAMES.keyframe, (project) => changeKeys(project, itemId, name, keys)),
    setSpeedCurve: (clipId, shape) =>
      apply(EDIT_NAMES.speedCurve, (project) => setSpeedCurve(project, clipId, shape), `curve:${clipId}`),
    reverseClip: (clipId) => apply(EDIT_NAMES.reverse, (project) => reverseClip(project, clipId)),
    freezeFrame() {
      const ids = { still: newId(), rest: newId() };
      apply(EDIT_NAMES.freeze, (project) => freezeFrame(project, playhead(), project.fps, ids));
    },
    rollCut: (clipId, to) =>
      apply(EDIT_NAMES.roll, (project) => rollCut(project, clipId, to), `roll:${clipId}`),
    slipClip: (clipId, frames) =>
      apply(EDIT_NAMES.slip, (project) => slipClip(project, clipId, frames), `slip:${clipId}`),
    emptyClip: (clipId) => apply(EDIT_NAMES.empty, (project) => emptyClip(project, clipId)),
    deleteItems: (itemIds) => apply(EDIT_NAMES.delete, (project) => itemIds.reduce(deleteItem, project)),
    duplicateItems(itemIds) {
      const pairs = itemIds.map((itemId) => [itemId, newId()] as const);
      apply(EDIT_NAMES.duplicate, (project) =>
        pairs.reduce((film, [itemId, copyId]) => duplicateItem(film, itemId, copyId), project),
      );
    },
    pasteItems(copied) {
      permitAnalysis();
      apply(EDIT_NAMES.paste, (project) => pasteItems(project, copied, playhead(), newId));
    },
    addSticker(picture) {
      const id = newId();
      apply(EDIT_NAMES.addSticker, (project) => addSticker(project, picture, playhead(), id));
      return id;
    },
    addOwnSticker(asset) {
      const id = newId();
      apply(EDIT_NAMES.addSticker, (project) =>
        addSticker(withImports(project, [asset]), { kind: 'asset', id: asset.id }, playhead(), id),
      );
      return id;
    },
    changeSticker(itemId, patch) {
      if (typeof patch.pin === 'string') permitAnalysis();
      apply(EDIT_NAMES.changeSticker, (project) => changeSticker(project, itemId, patch));
    },
    changeVoice: (itemId, patch) =>
      apply(EDIT_NAMES.changeVoice, (project) => changeVoice(project, itemId, patch)),
    detachSound(clipId) {
      const id = newId();
      apply(EDIT_NAMES.detachSound, (project) => detachSound(project, clipId, id));
    },
    linkSound: (itemId, isLinked) =>
      apply(EDIT_NAMES.linkSound, (project) => linkSound(project, itemId, isLinked)),
    changeRow: (kind, patch) => apply(EDIT_NAMES.changeRow, (project) => changeRow(project, kind, patch)),
    setShape: (shape) => apply(EDIT_NAMES.shape, (project) => setShape(project, shape)),
    changeMaster: (patch) => apply(EDIT_NAMES.master, (project) => changeMaster(project, patch)),
    addMarker(label) {
      const id = newId();
      apply(EDIT_NAMES.marker, (project) => addMarker(project, playhead(), label, id));
    },
    removeMarker: (markerId) => apply(EDIT_NAMES.removeMarker, (project) => removeMarker(project, markerId)),
  };
}
