/** Makes a second one of an item. */
import { addFlicks } from '../../core/time';
import { changeItems, itemsOf, kindOfItem } from '../change-items';
import type { EffectItem, Project, TextItem } from '../project';
import { changeClips } from '../ripple';

/** How far below its original a copied text or sticker lies, as a fraction of the stage. */
const OFFSET = 0.06;

/**
 * A clip's copy follows it in the row, a voice's lies behind it; an effect's lies on top of it in the stack; a text's or
 * sticker's just below it.
 * Music has one piece at a time and is not copied.
 * @param newId id of the copy
 */
export function duplicateItem(project: Project, itemId: string, newId: string): Project {
  switch (kindOfItem(project, itemId)) {
    case 'video': {
      const clips = itemsOf(project, 'video');
      const clip = clips.find(({ id }) => id === itemId);
      if (clip === undefined) return project;
      const row = clips.flatMap((other) => (other === clip ? [clip, { ...clip, id: newId }] : [other]));
      return changeClips(project, row, { at: addFlicks(clip.start, clip.duration), length: clip.duration });
    }
    case 'text':
      return changeItems(project, 'text', (texts) =>
        withCopy(texts, itemId, (text) => copyText(text, newId)),
      );
    case 'effects':
      return changeItems(project, 'effects', (effects) =>
        withCopy(effects, itemId, (item) => copyEffect(item, newId)),
      );
    case 'stickers':
      return changeItems(project, 'stickers', (stickers) =>
        withCopy(stickers, itemId, (item) => ({ ...item, id: newId, y: item.y + OFFSET })),
      );
    case 'voice':
      return changeItems(project, 'voice', (voices) =>
        withCopy(voices, itemId, ({ linkedTo: _link, ...item }) => ({
          ...item,
          id: newId,
          start: addFlicks(item.start, item.duration),
        })),
      );
    case 'music':
    case null:
      return project;
  }
}

function withCopy<T extends { readonly id: string }>(
  items: readonly T[],
  itemId: string,
  copy: (item: T) => T,
): T[] {
  return items.flatMap((item) => (item.id === itemId ? [item, copy(item)] : [item]));
}

function copyText(text: TextItem, id: string): TextItem {
  return { ...text, id, y: text.y + OFFSET > 1 ? text.y - OFFSET : text.y + OFFSET };
}

function copyEffect(item: EffectItem, id: string): EffectItem {
  return { ...item, id, effect: { ...item.effect, id } };
}
