/** Stickers: pictures over the film. */
import { addFlicks, frameDuration, toFlicks, type Flicks } from '../../core/time';
import { changeItem, changeItems, patched } from '../change-items';
import { nearestFrame } from '../clip-layout';
import { projectDuration } from '../duration';
import type { PinPoint, Project, StickerItem, StickerPicture } from '../project';

/** Seconds that a new sticker stays, where the film is as long. */
const NEW_SECONDS = 3;

/** Adds a sticker from `time` on, in the middle of the stage. */
export function addSticker(project: Project, picture: StickerPicture, time: Flicks, newId: string): Project {
  const { fps } = project;
  const end = projectDuration(project);
  const start = nearestFrame(Math.min(time, Math.max(0, end - frameDuration(fps))), fps);
  const wanted = addFlicks(start, toFlicks(NEW_SECONDS));
  const duration = Math.max(frameDuration(fps), Math.min(wanted, end) - start) as Flicks;
  const item: StickerItem = {
    id: newId,
    start,
    duration: Math.max(frameDuration(fps), nearestFrame(duration, fps)) as Flicks,
    picture,
    x: 0.5,
    y: 0.4,
    size: 0.3,
    rotation: 0,
    opacity: 1,
    mirror: false,
    blend: 'normal',
  };
  return changeItems(project, 'stickers', (items) => [...items, item]);
}

export type StickerPatch = Partial<Pick<StickerItem, 'picture' | 'mirror' | 'blend'>> & {
  /** null lets go. */
  readonly pin?: PinPoint | null;
};

/** On the head things are worn: a little above the ears. */
const ABOVE_HEAD = 0.04;

/** Changes what is shown, how it lies, and what it holds on to: a sticker that is pinned begins on the point. */
export function changeSticker(project: Project, itemId: string, { pin, ...patch }: StickerPatch): Project {
  return changeItem(project, 'stickers', itemId, (item) => {
    const changed = patched(item, patch);
    if (pin === undefined || pin === (item.pin ?? null)) return changed;
    const { pin: _before, ...free } = changed;
    if (pin === null) return { ...free, x: 0.5, y: 0.4 };
    return { ...free, x: 0.5, y: pin === 'head' ? 0.5 - ABOVE_HEAD : 0.5, pin };
  });
}
