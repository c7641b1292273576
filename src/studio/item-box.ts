/** Where items lie on the stage, for the handles that move them. */
import { layPicture, quadOf, turnQuad, type Place, type Quad, type Rect } from '../core/geometry';
import type { Flicks } from '../core/time';
import { placeSticker } from '../effects/sticker-place';
import { measureText } from '../effects/render/text-picture';
import { itemsOf } from '../project/change-items';
import { crossingAt } from '../project/clip-transitions';
import { clipFrameAt } from '../project/item-numbers';
import { planFrame } from '../project/plan-frame';
import type { Project, TextItem } from '../project/project';

/** The quad of an item at a time of the film; null for one that is not seen then, or that only the body places. */
export function boxOfItem(project: Project, itemId: string, time: Flicks): Quad | null {
  const { size } = project;
  const clip = itemsOf(project, 'video').find(({ id }) => id === itemId);
  if (clip !== undefined) {
    const isShown = time >= clip.start && time < clip.start + clip.duration;
    const source = project.sources[clip.sourceId];
    if (!isShown || source === undefined || clip.empty === true) return null;
    // Halfway to another clip there is nothing that could be held.
    if (crossingAt(itemsOf(project, 'video'), time, project.fps) !== null) return null;
    const frame = clipFrameAt(clip, time);
    return layPicture(source.size, size, clip.fit, { frame, isMirrored: false }).quad;
  }
  const { texts, stickers } = planFrame(project, time);
  const text = texts.find(({ id }) => id === itemId);
  if (text !== undefined) {
    const { width, height } = measureText(text, size);
    const box = { width: width / size.width, height: height / size.height };
    const quad = quadOf({ x: text.x - box.width / 2, y: text.y - box.height / 2, ...box });
    return turnQuad(quad, text.rotation ?? 0, [text.x, text.y], size);
  }
  const sticker = stickers.find(({ id }) => id === itemId);
  if (sticker === undefined || sticker.pin !== undefined) return null;
  return placeSticker({ ...sticker, mirror: false }, 1, size, null);
}

/** The upright box round words where they stand when they have come; null for words that are never seen. */
export function wordsBox(project: Project, { id, start, duration }: TextItem): Rect | null {
  const quad = boxOfItem(project, id, (start + Math.floor(duration / 2)) as Flicks);
  if (quad === null) return null;
  const { origin, right, down } = quad;
  const corners = [0, 1].flatMap((u) =>
    [0, 1].map(
      (v) => [origin[0] + u * right[0] + v * down[0], origin[1] + u * right[1] + v * down[1]] as const,
    ),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The topmost word or sticker at a place of the stage; null where there is none. */
export function itemAtPlace(project: Project, [x, y]: Place, time: Flicks): string | null {
  const { texts, stickers } = planFrame(project, time);
  const fromTop = [...stickers, ...texts].reverse();
  return fromTop.find(({ id }) => isInside(boxOfItem(project, id, time), x, y))?.id ?? null;
}

function isInside(quad: Quad | null, x: number, y: number): boolean {
  if (quad === null) return false;
  const { origin, right, down } = quad;
  const area = right[0] * down[1] - right[1] * down[0];
  if (area === 0) return false;
  const [dx, dy] = [x - origin[0], y - origin[1]];
  const u = (dx * down[1] - dy * down[0]) / area;
  const v = (dy * right[0] - dx * right[1]) / area;
  return u >= 0 && u <= 1 && v >= 0 && v <= 1;
}
