/** Words on the stage. */
import { ZERO_FLICKS, frameDuration, type Flicks } from '../../core/time';
import { changeItem, changeItems, patched } from '../change-items';
import { clampOr } from '../clamp-or';
import { projectDuration } from '../duration';
import type { Project, TextItem } from '../project';
import { PROJECT_LIMITS } from '../project-schema';

export type TextPatch = Partial<Omit<TextItem, 'id' | 'start' | 'duration'>>;

/** Where new words stand: in the part that no platform covers with its own buttons and captions. */
const NEW_TEXT = {
  x: 0.5,
  y: 0.22,
  lineHeight: 0.05,
  color: '#ffffff',
  style: 'outline',
  weight: 700,
} as const;

/** Adds words over the whole film. */
export function addText(project: Project, text: string, newId: string): Project {
  const duration = Math.max(projectDuration(project), frameDuration(project.fps)) as Flicks;
  const item: TextItem = {
    id: newId,
    start: ZERO_FLICKS,
    duration,
    text: text.slice(0, PROJECT_LIMITS.textLength),
    ...NEW_TEXT,
  };
  return changeItems(project, 'text', (items) => [...items, item]);
}

/** Changes words, their place or their look; values are held in their ranges, a colour that is none is left out. */
export function changeText(project: Project, itemId: string, patch: TextPatch): Project {
  return changeItem(project, 'text', itemId, (item) =>
    patched(item, {
      ...patch,
      text: (patch.text ?? item.text).slice(0, PROJECT_LIMITS.textLength),
      x: clampOr(patch.x, 0, 1, item.x),
      y: clampOr(patch.y, 0, 1, item.y),
      lineHeight: clampOr(patch.lineHeight, 0.01, 0.5, item.lineHeight),
      color: /^#[0-9a-f]{6}$/i.test(patch.color ?? '') ? (patch.color ?? item.color) : item.color,
    }),
  );
}
