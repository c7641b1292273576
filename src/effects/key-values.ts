/** Values between keyframes. */
import { lastAtOrBefore } from '../core/last-at-or-before';
import type { Flicks } from '../core/time';
import { clamp, lerp } from '../core/scalar';
import { easeAt } from './easing';
import type { EffectInstance, ParamKey, ParamValue } from './effect';
import { STRENGTH } from './effect';

/** What a keyframe can hold. */
type KeyValue = ParamKey['value'];

/**
 * The value at `at` (since the item's start) of keys that rise in time: held before the first and after the last.
 * Undefined without keys.
 */
export function keyedValue(keys: readonly ParamKey[], at: Flicks): KeyValue | undefined {
  const last = lastAtOrBefore(keys.length, (place) => keys[place]?.at ?? Infinity, at);
  if (last < 0) return keys[0]?.value;
  const from = keys[last];
  const to = keys[last + 1];
  if (from === undefined || to === undefined || from.ease === 'hold') return from?.value;
  const part = clamp((at - from.at) / (to.at - from.at), 0, 1);
  return between(from.value, to.value, easeAt(from, part));
}

/** The instance as its keyframes set it at `at` (since the item's start); the same object without keyframes. */
export function applyKeys(instance: EffectInstance, at: Flicks): EffectInstance {
  const tracks = Object.entries(instance.keys ?? {}).filter(([, keys]) => keys.length > 0);
  if (tracks.length === 0) return instance;
  const params: Record<string, ParamValue> = { ...instance.params };
  let { strength } = instance;
  for (const [name, keys] of tracks) {
    const value = keyedValue(keys, at);
    if (value === undefined) continue;
    if (name !== STRENGTH) params[name] = value;
    else if (typeof value === 'number') strength = clamp(value, 0, 1);
  }
  return { ...instance, params, strength };
}

/** Keys with `key` among them, in order of time; one at the same time is replaced. */
export function withKey(keys: readonly ParamKey[], key: ParamKey): readonly ParamKey[] {
  return [...keys.filter(({ at }) => at !== key.at), key].sort((a, b) => a.at - b.at);
}

/** Keys without the one at `at`; the same list when there is none. */
export function withoutKey(keys: readonly ParamKey[], at: Flicks): readonly ParamKey[] {
  return keys.some((key) => key.at === at) ? keys.filter((key) => key.at !== at) : keys;
}

/** Keys moved in time, all alike. */
export function shiftKeys(keys: readonly ParamKey[], by: number): readonly ParamKey[] {
  return by === 0 ? keys : keys.map((key) => ({ ...key, at: (key.at + by) as Flicks }));
}

/** Numbers, places and `#rrggbb` colours are mixed; anything else stays until it is replaced. */
function between(a: KeyValue, b: KeyValue, part: number): KeyValue {
  if (typeof a === 'number' && typeof b === 'number') return lerp(a, b, part);
  if (typeof a === 'object' && typeof b === 'object') return [lerp(a[0], b[0], part), lerp(a[1], b[1], part)];
  if (typeof a === 'string' && typeof b === 'string') return mixColors(a, b, part);
  return a;
}

/** Two `#rrggbb` mixed in display-referred sRGB, as the swatches show it; `a` where either is none. */
export function mixColors(a: string, b: string, part: number): string {
  const channels = [1, 3, 5].map((start) => {
    const [low, high] = [a, b].map((color) => Number.parseInt(color.slice(start, start + 2), 16));
    // A spring swings beyond both; a channel cannot.
    return Math.round(clamp(lerp(low ?? 0, high ?? 0, part), 0, 255));
  });
  return channels.some(Number.isNaN)
    ? a
    : `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
