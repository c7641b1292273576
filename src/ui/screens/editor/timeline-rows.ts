/** Which item lies in which row of the timeline. */
import type { Flicks } from '../../../core/time';
import type {
  Clip,
  EffectItem,
  MusicItem,
  Project,
  StickerItem,
  TextItem,
  VoiceItem,
} from '../../../project/project';

/** What a row is for. */
export type RowKind = 'video' | 'text' | 'stickers' | 'effects' | 'music' | 'voice';

/** From top to bottom: the picture first; effects last, because of them there may be many. */
export const ROW_KINDS: readonly RowKind[] = ['video', 'text', 'stickers', 'voice', 'music', 'effects'];

/** An item with its kind and its place among its kind. */
export type PlacedItem = (
  | { readonly kind: 'video'; readonly item: Clip }
  | { readonly kind: 'text'; readonly item: TextItem }
  | { readonly kind: 'effects'; readonly item: EffectItem }
  | { readonly kind: 'stickers'; readonly item: StickerItem }
  | { readonly kind: 'music'; readonly item: MusicItem }
  | { readonly kind: 'voice'; readonly item: VoiceItem }
) & {
  /** From 0, in the order of the document. */
  readonly index: number;
  readonly count: number;
};

/** One line of the timeline. */
export interface TimelineRow {
  readonly kind: RowKind;
  /** Lane among the rows of this kind, from 0. */
  readonly lane: number;
  readonly items: readonly PlacedItem[];
}

/** All items of a kind, in the order of the document. */
export function placedItems(project: Project, kind: RowKind): readonly PlacedItem[] {
  const items = project.tracks.flatMap((track) => (track.kind === kind ? [...track.items] : []));
  // The track's kind says what its items are; the compiler cannot follow that through the list.
  return items.map((item, index) => ({ kind, item, index, count: items.length }) as PlacedItem);
}

/** The item with this id and where it lies; null when there is none. */
export function findItem(project: Project, id: string | null): PlacedItem | null {
  if (id === null) return null;
  for (const kind of ROW_KINDS) {
    const found = placedItems(project, kind).find(({ item }) => item.id === id);
    if (found !== undefined) return found;
  }
  return null;
}

/** The clip that is on screen at `time`; at the very end of the film, the last one. Null in an empty film. */
export function clipUnder(project: Project, time: Flicks): (PlacedItem & { kind: 'video' }) | null {
  const clips = placedItems(project, 'video').filter((placed) => placed.kind === 'video');
  return (
    clips.find(({ item }) => time >= item.start && time < item.start + item.duration) ?? clips.at(-1) ?? null
  );
}

/** Rows in which no two items overlap. Every kind but the picture's is left out while it has no items. */
export function layRows(project: Project): readonly TimelineRow[] {
  return ROW_KINDS.flatMap((kind) => {
    const lanes: PlacedItem[][] = [];
    for (const placed of placedItems(project, kind)) {
      const free = lanes.find((lane) => lane.every((other) => !overlap(other, placed)));
      if (free === undefined) lanes.push([placed]);
      else free.push(placed);
    }
    if (lanes.length === 0 && kind === 'video') lanes.push([]);
    return lanes.map((items, lane): TimelineRow => ({ kind, lane, items }));
  });
}

function overlap(a: PlacedItem, b: PlacedItem): boolean {
  return a.item.start < b.item.start + b.item.duration && b.item.start < a.item.start + a.item.duration;
}
