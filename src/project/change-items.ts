/** Replaces items of a document and shares all the rest with the document before. */
import type {
  Clip,
  EffectItem,
  MusicItem,
  Project,
  StickerItem,
  TextItem,
  Track,
  VoiceItem,
} from './project';

/** The item of each kind of track. */
export interface ItemOf {
  readonly video: Clip;
  readonly text: TextItem;
  readonly stickers: StickerItem;
  readonly effects: EffectItem;
  readonly music: MusicItem;
  readonly voice: VoiceItem;
}

export type TrackKind = Track['kind'];

/** Items of the first track of a kind; none where the document has no such track. */
export function itemsOf<K extends TrackKind>(project: Project, kind: K): readonly ItemOf[K][] {
  const track = project.tracks.find((candidate) => candidate.kind === kind);
  return (track?.items ?? []) as readonly ItemOf[K][];
}

/**
 * The document with other items on the first track of a kind, which is added on top where it is missing.
 * The same document when `change` gives the same list back.
 */
export function changeItems<K extends TrackKind>(
  project: Project,
  kind: K,
  change: (items: readonly ItemOf[K][]) => readonly ItemOf[K][],
): Project {
  const place = project.tracks.findIndex((track) => track.kind === kind);
  const before = itemsOf(project, kind);
  const items = change(before);
  if (items === before) return project;
  if (place < 0) return { ...project, tracks: [...project.tracks, emptyTrack(kind, items)] };
  const tracks = project.tracks.map((track, index) =>
    index === place ? ({ ...track, items } as unknown as Track) : track,
  );
  return { ...project, tracks };
}

/** The document with one item of the kind changed. The same document where the item is missing or `change` gives it back. */
export function changeItem<K extends TrackKind>(
  project: Project,
  kind: K,
  itemId: string,
  change: (item: ItemOf[K]) => ItemOf[K],
): Project {
  return changeItems(project, kind, (items) => {
    const before = items.find(({ id }) => id === itemId);
    if (before === undefined) return items;
    const after = change(before);
    return after === before ? items : items.map((item) => (item === before ? after : item));
  });
}

/** The kind of the track that an item lies on, null where it is missing. */
export function kindOfItem(project: Project, itemId: string): TrackKind | null {
  for (const track of project.tracks) {
    if (track.items.some(({ id }) => id === itemId)) return track.kind;
  }
  return null;
}

/** `items` with the one at `from` moved to `to`; the same list where nothing moves. */
export function reorder<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const target = Math.min(Math.max(Math.round(to), 0), items.length - 1);
  const item = items[from];
  if (item === undefined || from === target || !Number.isFinite(target)) return items;
  const others = items.toSpliced(from, 1);
  return others.toSpliced(target, 0, item);
}

/** `item` with the patch laid over it; the same object where the patch changes nothing. */
export function patched<T extends object>(item: T, patch: Partial<T>): T {
  const keys = Object.keys(patch) as (keyof T)[];
  const differs = keys.some((key) => patch[key] !== undefined && patch[key] !== item[key]);
  return differs ? { ...item, ...patch } : item;
}

function emptyTrack(kind: TrackKind, items: readonly unknown[]): Track {
  const sounding = kind === 'video' || kind === 'music' || kind === 'voice' ? { muted: false } : {};
  return { id: kind, kind, ...sounding, items } as unknown as Track;
}
