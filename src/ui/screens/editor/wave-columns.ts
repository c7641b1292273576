/** What an item on the timeline sounds like, column by column: its source at its pace, with its loudness and fades. */
import { sourceAt, type Pace } from '../../../core/pace';
import { clamp } from '../../../core/scalar';
import { addFlicks, toFlicks, toSeconds, type Flicks } from '../../../core/time';
import type { Waveform } from '../../../media/waveform';
import type { SoundPiece } from '../../../project/frame-plan';
import type { Clip, MusicItem, Project, VoiceItem } from '../../../project/project';
import { numberAt } from '../../../studio/editor-facts';
import { FULL_PEAK, peaksAlong } from '../../../studio/waveforms';
import type { PlacedItem } from './timeline-rows';

/** An item that may sound, and what it is. */
export type SoundingItem =
  | { readonly kind: 'video'; readonly item: Clip }
  | { readonly kind: 'music'; readonly item: MusicItem }
  | { readonly kind: 'voice'; readonly item: VoiceItem };

/** Height of each column, −1..1. */
export interface WaveColumns {
  readonly low: Float32Array;
  readonly high: Float32Array;
}

/** Where the sound of an item comes from; null for one that is silent throughout. */
export function soundSourceOf(placed: SoundingItem, sources: Project['sources']): SoundPiece['from'] | null {
  if (placed.item.volume <= 0 && (placed.item.keys?.['volume']?.length ?? 0) === 0) return null;
  switch (placed.kind) {
    case 'music':
      return { kind: 'song', song: placed.item.song };
    case 'voice': {
      const { from } = placed.item;
      if (from.kind === 'recording') return { kind: 'recording', id: from.id };
      return takeOf(sources[from.sourceId]);
    }
    case 'video': {
      const { item } = placed;
      return item.still === true || item.empty === true ? null : takeOf(sources[item.sourceId]);
    }
  }
}

/** The item by itself where it may sound, else null. */
export function soundingItem({ kind, item }: Pick<PlacedItem, 'kind' | 'item'>): SoundingItem | null {
  // The kind says what the item is; the compiler cannot follow that through a pair.
  return kind === 'video' || kind === 'music' || kind === 'voice' ? ({ kind, item } as SoundingItem) : null;
}

/**
 * Columns of even width from one time since the item's start to another, in seconds.
 * @param length seconds of the item that are heard: the film cuts off what lies behind its end
 */
export function waveColumns(
  waveform: Waveform,
  placed: SoundingItem,
  { from, to, length }: { readonly from: number; readonly to: number; readonly length: number },
  columns: number,
): WaveColumns {
  const timeOf = (column: number): number => from + ((to - from) * column) / columns;
  const pace = paceOf(placed);
  const edges = Float64Array.from({ length: columns + 1 }, (_, column) => sourceAt(pace, timeOf(column)));
  const peaks = peaksAlong(waveform, edges);
  const gainOf = gains(placed);
  const low = new Float32Array(columns);
  const high = new Float32Array(columns);
  for (let column = 0; column < columns; column += 1) {
    const seconds = timeOf(column + 0.5);
    const gain = (gainOf(seconds) * fadeAt(placed, seconds, length)) / FULL_PEAK;
    low[column] = clamp((peaks.low[column] ?? 0) * gain, -1, 0);
    high[column] = clamp((peaks.high[column] ?? 0) * gain, 0, 1);
  }
  return { low, high };
}

/** How far in and out an item is faded at `seconds` since its start, 0..1; 0 where it is not heard. */
export function fadeAt({ item }: SoundingItem, seconds: number, length: number): number {
  if (seconds < 0 || seconds > length) return 0;
  const { fadeIn = 0, fadeOut = 0 } = item;
  const rise = fadeIn > 0 ? seconds / Math.min(fadeIn, length) : 1;
  const fall = fadeOut > 0 ? (length - seconds) / Math.min(fadeOut, length) : 1;
  return clamp(Math.min(rise, fall), 0, 1);
}

/** Seconds of an item that are heard in a film of this length. Clips make the film, and are heard to their end. */
export function heardSeconds({ kind, item }: SoundingItem, film: Flicks): number {
  const whole = toSeconds(item.duration);
  return kind === 'video' ? whole : clamp(toSeconds(film) - toSeconds(item.start), 0, whole);
}

/** The item's own loudness by seconds since its start. */
function gains({ kind, item }: SoundingItem): (seconds: number) => number {
  if ((item.keys?.['volume']?.length ?? 0) === 0) return () => item.volume;
  return (seconds) => numberAt(kind, item, 'volume', addFlicks(item.start, toFlicks(seconds)));
}

function paceOf(placed: SoundingItem): Pace {
  return placed.kind === 'music' ? { sourceStart: placed.item.songStart, speed: 1 } : placed.item;
}

function takeOf(source: Project['sources'][string] | undefined): SoundPiece['from'] | null {
  return source?.hasSound === true ? { kind: 'take', takeId: source.takeId } : null;
}
