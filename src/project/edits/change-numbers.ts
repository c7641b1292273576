/** The numbers of an item: where it lies, how large, how loud. */
import type { Frame } from '../../core/geometry';
import { clamp } from '../../core/scalar';
import { frameDuration, snapToFrame, subtractFlicks, type Flicks } from '../../core/time';
import type { ParamKey } from '../../effects/effect';
import { keyedValue, withKey, withoutKey } from '../../effects/key-values';
import { changeItem, kindOfItem, patched, type ItemOf, type TrackKind } from '../change-items';
import { ITEM_NUMBERS, WHOLE_FRAME, type NumberRange } from '../item-numbers';
import type { ItemKeys, Project } from '../project';

/** Kinds whose numbers are set here; effects have `changeEffect`. */
export type NumberedKind = Exclude<TrackKind, 'effects'>;

type Numbered = ItemOf[NumberedKind];

/** The range of a number of a kind of items; undefined where there is no such number. */
export function rangeOf(kind: TrackKind, name: string): NumberRange | undefined {
  const ranges: Readonly<Record<string, NumberRange>> = ITEM_NUMBERS[kind];
  return Object.hasOwn(ranges, name) ? ranges[name] : undefined;
}

/** A number of an item as it is at a time of the film. */
export function numberAt(kind: NumberedKind, item: Numbered, name: string, time: Flicks): number {
  const keys = item.keys?.[name] ?? [];
  const keyed = keyedValue(keys, subtractFlicks(time, item.start));
  if (typeof keyed === 'number') return keyed;
  const own: Readonly<Record<string, unknown>> =
    kind === 'video' && name in WHOLE_FRAME && 'sourceId' in item
      ? { ...(item.frame ?? WHOLE_FRAME) }
      : { ...item };
  const value = own[name];
  return typeof value === 'number' ? value : (rangeOf(kind, name)?.default ?? 0);
}

/**
 * Sets numbers, held in their ranges: those that have keyframes at the frame of `time`, the others for the whole item.
 * Names that the item does not have are left out.
 */
export function setNumbers(
  project: Project,
  itemId: string,
  values: Readonly<Record<string, number>>,
  time: Flicks,
): Project {
  const kind = kindOfItem(project, itemId);
  if (kind === null || kind === 'effects') return project;
  return Object.entries(values).reduce((film, [name, value]) => {
    const range = rangeOf(kind, name);
    if (range === undefined || !Number.isFinite(value)) return film;
    return changeItem(film, kind, itemId, (item) =>
      // A stored document knows no negative zero.
      setNumber(item, name, clamp(value, range.min, range.max) + 0, timeInItem(item, time, project.fps)),
    );
  }, project);
}

/** Sets a keyframe of a number at the frame of `time`, as it is there, or takes the one there away. */
export function toggleKey(project: Project, itemId: string, name: string, time: Flicks): Project {
  const kind = kindOfItem(project, itemId);
  if (kind === null || kind === 'effects' || rangeOf(kind, name) === undefined) return project;
  return changeItem(project, kind, itemId, (item) => {
    const at = timeInItem(item, time, project.fps);
    const keys = item.keys?.[name] ?? [];
    if (keys.some((key) => key.at === at)) return withKeys(item, name, withoutKey(keys, at));
    const value = numberAt(kind, item, name, time);
    return withKeys(item, name, withKey(keys, { at, value, ease: 'smooth' }));
  });
}

/** Replaces the keyframes of a number. */
export function changeKeys(
  project: Project,
  itemId: string,
  name: string,
  keys: readonly ParamKey[],
): Project {
  const kind = kindOfItem(project, itemId);
  if (kind === null || kind === 'effects' || rangeOf(kind, name) === undefined) return project;
  return changeItem(project, kind, itemId, (item) => withKeys(item, name, keys));
}

/** The frame of `time` since the item's start, inside the item. */
export function timeInItem(
  item: { readonly start: Flicks; readonly duration: Flicks },
  time: Flicks,
  fps: number,
): Flicks {
  const last = Math.max(0, item.duration - frameDuration(fps));
  return snapToFrame(Math.min(Math.max(0, time - item.start), last) as Flicks, fps);
}

function setNumber<T extends Numbered>(item: T, name: string, value: number, at: Flicks): T {
  const keys = item.keys?.[name] ?? [];
  if (keys.length > 0) {
    const before = keys.find((key) => key.at === at);
    if (before?.value === value) return item;
    return withKeys(item, name, withKey(keys, { ease: 'smooth', ...before, at, value }));
  }
  if ('sourceId' in item && name in WHOLE_FRAME) {
    const frame: Frame = item.frame ?? WHOLE_FRAME;
    if (frame[name as keyof Frame] === value) return item;
    return { ...item, frame: { ...frame, [name]: value } };
  }
  return patched(item, { [name]: value } as unknown as Partial<T>);
}

function withKeys<T extends { readonly keys?: ItemKeys }>(
  item: T,
  name: string,
  keys: readonly ParamKey[],
): T {
  const { [name]: _before, ...others } = item.keys ?? {};
  const next: ItemKeys = keys.length === 0 ? others : { ...others, [name]: keys };
  if (Object.keys(next).length > 0) return { ...item, keys: next };
  const { keys: _none, ...bare } = item;
  return bare as T;
}
