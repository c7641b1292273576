/** Transitions that are dragged from their shelf onto a cut; a press on the shelf does the same without dragging. */
import type { DragEvent } from 'react';
import { useStudio } from '../../studio-context';
import type { PlacedItem } from './timeline-rows';

/** The type of data that such a drag carries. */
export const TRANSITION_DRAG = 'application/x-fifteen-transition';

export interface TransitionDrop {
  readonly onDragOver: (event: DragEvent<HTMLElement>) => void;
  readonly onDrop: (event: DragEvent<HTMLElement>) => void;
}

/** Handlers of a clip: a transition that lands on its first half takes over from the clip before, else leads to the next. */
export function useTransitionDrop(placed: PlacedItem): TransitionDrop | null {
  const { editor } = useStudio();
  if (placed.kind !== 'video') return null;
  return {
    onDragOver(event) {
      if (!event.dataTransfer.types.includes(TRANSITION_DRAG)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop(event) {
      const transitionId = event.dataTransfer.getData(TRANSITION_DRAG);
      if (transitionId === '') return;
      event.preventDefault();
      const box = event.currentTarget.getBoundingClientRect();
      const isLate = event.clientX > box.left + box.width / 2;
      const video = editor.store.getState().project?.tracks.find(({ kind }) => kind === 'video');
      const target = isLate ? video?.items[placed.index + 1] : placed.item;
      if (target !== undefined) editor.setTransition(target.id, transitionId);
    },
  };
}
