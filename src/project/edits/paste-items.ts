/** Copies of items, carried to another place or another film. */
import { ZERO_FLICKS, addFlicks, subtractFlicks, type Flicks } from '../../core/time';
import type { ImportedAsset } from '../../effects/imported-asset';
import { changeItems, itemsOf, kindOfItem, type ItemOf, type TrackKind } from '../change-items';
import { nearestFrame } from '../clip-layout';
import type { Clip, Project, Source } from '../project';
import { changeClips } from '../ripple';
import { withImports } from './change-looks';

/** Items of a film, with what they need to be understood in another. */
export interface CopiedItems {
  readonly items: readonly CopiedItem[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly imports: readonly ImportedAsset[];
}

type CopiedItem = { [K in TrackKind]: { readonly kind: K; readonly item: ItemOf[K] } }[TrackKind];

/** Copies of these items, in order of time; null where none of them is there. */
export function copyItems(project: Project, itemIds: readonly string[]): CopiedItems | null {
  const items = itemIds
    .flatMap((id): CopiedItem[] => {
      const kind = kindOfItem(project, id);
      const item = kind === null ? undefined : itemsOf(project, kind).find((each) => each.id === id);
      return item === undefined ? [] : [{ kind, item } as CopiedItem];
    })
    .sort((a, b) => a.item.start - b.item.start);
  if (items.length === 0) return null;
  return { items, sources: project.sources, imports: Object.values(project.imports) };
}

/**
 * Lays copies down at `time`: clips go into the row at the cut that is nearest, everything else keeps its distance to the
 * first of them.
 * @param newId makes the id of a copy
 */
export function pasteItems(
  project: Project,
  copied: CopiedItems,
  time: Flicks,
  newId: () => string,
): Project {
  const film = withImports(takeSources(project, copied), copied.imports);
  const { fps } = film;
  const first = copied.items[0]?.item.start ?? ZERO_FLICKS;
  const placed = (start: Flicks): Flicks => nearestFrame(time + subtractFlicks(start, first), fps);
  const clips = copied.items.flatMap(({ kind, item }) => (kind === 'video' ? [item] : []));
  const withClips = clips.length === 0 ? film : pasteClips(film, clips, time, newId);
  return copied.items.reduce((next, { kind, item }) => {
    if (kind === 'video') return next;
    const id = newId();
    const copy = { ...item, id, start: placed(item.start) };
    if (!('effect' in copy)) return changeItems(next, kind, (items) => [...items, copy] as typeof items);
    return changeItems(next, 'effects', (items) => [...items, { ...copy, effect: { ...copy.effect, id } }]);
  }, withClips);
}

function pasteClips(project: Project, clips: readonly Clip[], time: Flicks, newId: () => string): Project {
  const row = itemsOf(project, 'video');
  const place = row.filter(({ start, duration }) => start + duration / 2 <= time).length;
  const at = row[place]?.start ?? row.reduce((end, { duration }) => addFlicks(end, duration), ZERO_FLICKS);
  const copies = clips.map((clip) => ({ ...clip, id: newId() }));
  const length = copies.reduce((sum, { duration }) => sum + duration, 0);
  return changeClips(project, row.toSpliced(place, 0, ...copies), { at, length });
}

/** Sources are known by their takes: a film that has the take already keeps its own name for it. */
function takeSources(project: Project, { items, sources }: CopiedItems): Project {
  const named = items.flatMap(({ kind, item }) =>
    kind === 'video'
      ? [item.sourceId]
      : kind === 'voice' && item.from.kind === 'source'
        ? [item.from.sourceId]
        : [],
  );
  const fresh = named.filter((id) => !Object.hasOwn(project.sources, id) && Object.hasOwn(sources, id));
  if (fresh.length === 0) return project;
  const added = Object.fromEntries(
    fresh.flatMap((id) => (sources[id] === undefined ? [] : [[id, sources[id]]])),
  );
  return { ...project, sources: { ...project.sources, ...added } };
}
