/** The numbers of items that can be set, and moved by keyframes. */
import type { Frame } from '../core/geometry';
import { clamp } from '../core/scalar';
import { subtractFlicks, type Flicks } from '../core/time';
import { keyedValue, shiftKeys } from '../effects/key-values';
import type { Clip, ItemKeys, Track } from './project';

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** What a press of an arrow key changes it by. */
  readonly step: number;
}

type Ranges = Readonly<Record<string, NumberRange>>;

/** A picture may leave the stage, by its own size at most. */
const PLACE: NumberRange = { min: -1, max: 2, default: 0.5, step: 0.01 };
const ON_STAGE: NumberRange = { min: 0, max: 1, default: 0.5, step: 0.01 };
const ROTATION: NumberRange = { min: -720, max: 720, default: 0, step: 1 };
const OPACITY: NumberRange = { min: 0, max: 1, default: 1, step: 0.01 };
const VOLUME: NumberRange = { min: 0, max: 2, default: 1, step: 0.05 };
/** At least a twentieth of a picture is left. */
const CROP: NumberRange = { min: 0, max: 0.95, default: 0, step: 0.01 };

/** Ranges of the numbers of a clip's frame. */
export const FRAME_NUMBERS = {
  x: PLACE,
  y: PLACE,
  scale: { min: 0.05, max: 10, default: 1, step: 0.01 },
  rotation: ROTATION,
  cropLeft: CROP,
  cropTop: CROP,
  cropRight: CROP,
  cropBottom: CROP,
  opacity: OPACITY,
} as const satisfies Record<keyof Frame, NumberRange>;

/** Numbers by the kind of the track; effects have theirs in their definitions. */
export const ITEM_NUMBERS = {
  video: { ...FRAME_NUMBERS, volume: VOLUME },
  text: {
    x: ON_STAGE,
    y: ON_STAGE,
    lineHeight: { min: 0.01, max: 0.5, default: 0.05, step: 0.005 },
    rotation: ROTATION,
    opacity: OPACITY,
  },
  stickers: {
    x: PLACE,
    y: PLACE,
    size: { min: 0.02, max: 3, default: 0.3, step: 0.01 },
    rotation: ROTATION,
    opacity: OPACITY,
  },
  music: { volume: VOLUME },
  voice: { volume: VOLUME },
  effects: {},
} as const satisfies Record<Track['kind'], Ranges>;

/** A picture that fills the stage as it is. */
export const WHOLE_FRAME: Frame = {
  x: 0.5,
  y: 0.5,
  scale: 1,
  rotation: 0,
  cropLeft: 0,
  cropTop: 0,
  cropRight: 0,
  cropBottom: 0,
  opacity: 1,
};

/** The numbers of `ranges` that have keyframes, as they are at `at` since the item's start, held in their ranges. */
export function keyedNumbers(keys: ItemKeys | undefined, ranges: Ranges, at: Flicks): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [name, list] of Object.entries(keys ?? {})) {
    const range = Object.hasOwn(ranges, name) ? ranges[name] : undefined;
    const value = keyedValue(list, at);
    if (range !== undefined && typeof value === 'number') numbers[name] = clamp(value, range.min, range.max);
  }
  return numbers;
}

/** The frame of a clip at a time of the film; undefined for a picture that is shown as it is. */
export function clipFrameAt(clip: Clip, time: Flicks): Frame | undefined {
  if (clip.keys === undefined) return clip.frame;
  const keyed = keyedNumbers(clip.keys, FRAME_NUMBERS, subtractFlicks(time, clip.start));
  if (Object.keys(keyed).length === 0) return clip.frame;
  return { ...(clip.frame ?? WHOLE_FRAME), ...keyed };
}

/** The item whose keyframes stay where they are in the film while its start moves by so much. */
export function keepKeysInPlace<T extends { readonly keys?: ItemKeys }>(item: T, startMoved: number): T {
  if (item.keys === undefined || startMoved === 0) return item;
  const keys = Object.fromEntries(
    Object.entries(item.keys).map(([name, list]) => [name, shiftKeys(list, -startMoved)]),
  );
  return { ...item, keys };
}
