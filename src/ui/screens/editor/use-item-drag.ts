/** Dragging items and their edges: one drag is one step of history. */
import { useRef, type PointerEvent as ReactPointerEvent } from 'react';
import { addFlicks, frameDuration, toFlicks, type Flicks } from '../../../core/time';
import { EDIT_NAMES } from '../../../studio/edit-names';
import type { Editor } from '../../../studio/editor';
import { useStudio } from '../../studio-context';
import { SNAP_PX, dropIndex, snap, snapItem, snappedTo, snapTimes, type Snapped } from './snapping';
import { findItem, placedItems, type PlacedItem } from './timeline-rows';
import { xOf } from './timeline-scale';
import type { FilmBeats } from './use-beats';
import { useDrag } from './use-drag';

/** How the row of clips is drawn while a finger holds a part of it. */
export type Motion =
  /** The clip follows the pointer; its place in the row is where it would land. */
  | { readonly kind: 'lift'; readonly id: string; readonly left: number }
  /** The end of the clip stays where it is until it is let go; then the row closes up. */
  | { readonly kind: 'trim-start'; readonly index: number; readonly duration: Flicks };

export interface ItemDragOptions {
  readonly placed: PlacedItem;
  readonly scale: number;
  readonly snaps: boolean;
  readonly beats: FilmBeats;
  readonly onMotion: (motion: Motion | null) => void;
  /** The edge that is held is drawn to something; null when it is not. */
  readonly onSnap: (snapped: Snapped | null) => void;
}

type PointerDown = (event: ReactPointerEvent<HTMLElement>) => void;

/** Flicks that a distance on the screen stands for. */
const spanOf = (px: number, scale: number): number => toFlicks(px / scale);

/** What an edge of `options.placed` may snap to. */
function snapTargets(editor: Editor, options: ItemDragOptions): readonly Flicks[] {
  const { project, time, moments } = editor.store.getState();
  if (!options.snaps || project === null) return [];
  const points = [...options.beats.beats, ...moments.map((moment) => moment.time), time];
  return snapTimes(project, options.placed.item.id, points);
}

function holdOf(editor: Editor, options: ItemDragOptions): Held {
  const { project, moments, time: playhead } = editor.store.getState();
  const { placed, beats } = options;
  const whyAt = (time: Flicks): Snapped | null =>
    project === null ? null : snappedTo(time, project, placed.item.id, { ...beats, moments, playhead });
  return { placed, targets: snapTargets(editor, options), whyAt };
}

/** What a drag started from: its distances are measured against it. */
interface Held {
  readonly placed: PlacedItem;
  readonly targets: readonly Flicks[];
  /** Says what lies at a time, as it was when the drag began. */
  readonly whyAt: (time: Flicks) => Snapped | null;
}

/** Picks the item up: a clip changes its place in the row, anything else its time. */
export function useMoveDrag(options: ItemDragOptions): PointerDown {
  const { editor } = useStudio();
  const held = useRef<Held | null>(null);
  return useDrag('pick-up', {
    onStart: () => {
      held.current = holdOf(editor, options);
      editor.pause();
      editor.select(options.placed.item.id);
      editor.beginGesture(EDIT_NAMES.move);
    },
    onMove: (dx) => {
      const { project } = editor.store.getState();
      if (held.current === null || project === null) return;
      const { placed, targets, whyAt } = held.current;
      const { item } = placed;
      const start = item.start + spanOf(dx, options.scale);
      if (placed.kind !== 'video') {
        const reach = spanOf(SNAP_PX, options.scale);
        const snapped = snapItem(start as Flicks, item.duration, targets, reach);
        editor.moveItem(item.id, Math.max(0, snapped) as Flicks);
        const isHeld = snapped !== start && targets.length > 0;
        options.onSnap(isHeld ? (whyAt(snapped) ?? whyAt(addFlicks(snapped, item.duration))) : null);
        return;
      }
      options.onMotion({ kind: 'lift', id: item.id, left: xOf(item.start, options.scale) + dx });
      const clips = placedItems(project, 'video').map((clip) => clip.item);
      editor.moveClip(item.id, dropIndex(clips, item.id, start + item.duration / 2));
    },
    onEnd: () => {
      held.current = null;
      editor.endGesture();
      options.onMotion(null);
      options.onSnap(null);
    },
  });
}

/** Pulls an edge of the item. The stage shows the picture at the edge. */
export function useTrimDrag(edge: 'start' | 'end', options: ItemDragOptions): PointerDown {
  const { editor } = useStudio();
  const held = useRef<Held | null>(null);
  return useDrag('at-once', {
    onStart: () => {
      const { placed } = options;
      held.current = holdOf(editor, options);
      editor.pause();
      editor.beginGesture(EDIT_NAMES.trim);
      if (placed.kind === 'video' && edge === 'start')
        options.onMotion({ kind: 'trim-start', index: placed.index, duration: placed.item.duration });
    },
    onMove: (dx) => {
      if (held.current === null || dx === 0) return;
      const { placed, targets, whyAt } = held.current;
      const { start, duration } = placed.item;
      const from = edge === 'start' ? start : addFlicks(start, duration);
      const to = Math.max(0, from + spanOf(dx, options.scale)) as Flicks;
      const snapped = snap(to, targets, spanOf(SNAP_PX, options.scale));
      trimItemTo(editor, placed, edge, snapped);
      options.onSnap(snapped === to ? null : whyAt(snapped));
    },
    onEnd: () => {
      held.current = null;
      editor.endGesture();
      options.onMotion(null);
      options.onSnap(null);
    },
  });
}

/** Trims any item and seeks to the picture at its new edge. */
export function trimItemTo(editor: Editor, placed: PlacedItem, edge: 'start' | 'end', to: Flicks): void {
  if (placed.kind === 'video') editor.trimClip(placed.item.id, edge, to);
  else editor.trimItem(placed.item.id, edge, to);
  const { project } = editor.store.getState();
  const now = project === null ? null : findItem(project, placed.item.id);
  if (now === null || project === null) return;
  const { start, duration } = now.item;
  // The last picture of an item is the frame before its end.
  editor.seek(edge === 'start' ? start : ((start + duration - frameDuration(project.fps)) as Flicks));
}
