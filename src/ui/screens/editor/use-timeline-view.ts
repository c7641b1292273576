/** How much of the film the timeline shows, and where. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useStudio } from '../../studio-context';
import { ZOOM_STEP, fitScale, holdScale, scrollForZoom, xOf } from './timeline-scale';

/** Room before the film, for the handle of the first clip; the style sheet has the same. */
export const GUTTER_PX = 16;

export interface TimelineView {
  /** The box that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Pixels a second. */
  readonly scale: number;
  readonly snaps: boolean;
  /** @param anchor pixels from the left of the box that stay where they are; the playhead where it is left out */
  readonly zoomBy: (factor: number, anchor?: number) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
  readonly toggleSnap: () => void;
}

/** Begins with the whole film in sight. */
export function useTimelineView(): TimelineView {
  const { editor } = useStudio();
  const scroller = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(100);
  const [snaps, setSnaps] = useState(true);
  const scaleNow = useRef(scale);
  const scrollNext = useRef<number | null>(null);

  const show = useCallback((next: number, scroll: number) => {
    scrollNext.current = scroll;
    scaleNow.current = next;
    setScale(next);
  }, []);

  const fit = useCallback(() => {
    const box = scroller.current;
    if (box !== null) show(fitScale(editor.store.getState().duration, box.clientWidth - GUTTER_PX), 0);
  }, [editor, show]);

  const zoomBy = useCallback(
    (factor: number, anchor?: number) => {
      const box = scroller.current;
      if (box === null) return;
      const before = scaleNow.current;
      // Two movements of the fingers may come before the first is drawn.
      const scroll = scrollNext.current ?? box.scrollLeft;
      const next = holdScale(before * factor);
      const playhead = xOf(editor.store.getState().time, before) + GUTTER_PX - scroll;
      const isSeen = playhead >= 0 && playhead <= box.clientWidth;
      const held = anchor ?? (isSeen ? playhead : box.clientWidth / 2);
      show(next, scrollForZoom(scroll, held - GUTTER_PX, before, next));
    },
    [editor, show],
  );

  useLayoutEffect(fit, [fit]);
  useLayoutEffect(() => {
    // The content has its new width only now.
    if (scroller.current !== null && scrollNext.current !== null)
      scroller.current.scrollLeft = scrollNext.current;
    scrollNext.current = null;
  }, [scale]);

  return useMemo(
    () => ({
      scroller,
      scale,
      snaps,
      zoomBy,
      zoomIn: () => zoomBy(ZOOM_STEP),
      zoomOut: () => zoomBy(1 / ZOOM_STEP),
      fit,
      toggleSnap: () => setSnaps((on) => !on),
    }),
    [scale, snaps, zoomBy, fit],
  );
}
