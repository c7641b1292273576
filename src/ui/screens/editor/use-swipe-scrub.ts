/** A finger that swipes over the timeline scrubs: the film runs under a playhead that keeps its place. */
import { useEffect, useRef } from 'react';
import { toFlicks, type Flicks } from '../../../core/time';
import { useStudio } from '../../studio-context';
import { TAIL_PX } from './timeline-scale';
import type { TimelineView } from './use-timeline-view';

/** A swipe goes on by itself for so long after the finger has left, in milliseconds. */
const MOMENTUM_MS = 600;

/** Below this a finger only trembles, in pixels. */
const SLOP_PX = 8;

/**
 * Where the timeline is wider than the screen it scrolls, as ever, and the playhead goes with what passes under it;
 * where all of it is seen, the playhead follows the finger.
 * @param setScrubbing told when the finger begins to drive the playhead and when it ends
 */
export function useSwipeScrub(
  { scroller, scale }: TimelineView,
  setScrubbing: (isScrubbing: boolean) => void,
): void {
  const { editor } = useStudio();
  const told = useRef(setScrubbing);
  useEffect(() => {
    told.current = setScrubbing;
  });
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const listening = new AbortController();
    const options = { passive: true, signal: listening.signal };
    let finger: { x: number; readonly startX: number; moves: boolean } | null = null;
    let scrolled = box.scrollLeft;
    let rest: ReturnType<typeof setTimeout> | undefined;

    /** Whether all of the film is seen: what is beyond is only the room behind it. */
    const isWhole = (): boolean => box.scrollWidth - box.clientWidth <= TAIL_PX;
    const seekBy = (px: number): void => {
      const { time } = editor.store.getState();
      editor.seek(Math.max(0, time + toFlicks(px / scale)) as Flicks);
    };
    const end = (): void => {
      finger = null;
      clearTimeout(rest);
      rest = setTimeout(() => told.current(false), MOMENTUM_MS);
    };

    box.addEventListener(
      'touchstart',
      (event) => {
        const [touch] = event.touches;
        clearTimeout(rest);
        // What is held has handlers of its own; two fingers zoom.
        const isHeld = event.target instanceof Element && event.target.closest('[role="slider"]') !== null;
        finger =
          touch === undefined || event.touches.length > 1 || isHeld
            ? null
            : { x: touch.clientX, startX: touch.clientX, moves: false };
        scrolled = box.scrollLeft;
      },
      options,
    );
    box.addEventListener(
      'touchmove',
      (event) => {
        const [touch] = event.touches;
        // A lifted item prevents what a swipe would do.
        if (finger === null || touch === undefined || event.defaultPrevented || event.touches.length > 1)
          return;
        if (!finger.moves && Math.abs(touch.clientX - finger.startX) > SLOP_PX) {
          finger.moves = true;
          told.current(true);
        }
        const dx = touch.clientX - finger.x;
        finger.x = touch.clientX;
        if (finger.moves && isWhole()) seekBy(dx);
      },
      options,
    );
    box.addEventListener('touchend', end, options);
    box.addEventListener('touchcancel', end, options);
    box.addEventListener(
      'scroll',
      () => {
        const by = box.scrollLeft - scrolled;
        scrolled = box.scrollLeft;
        if (finger?.moves === true && by !== 0 && !isWhole()) seekBy(by);
      },
      options,
    );
    return () => {
      clearTimeout(rest);
      listening.abort();
    };
  }, [editor, scroller, scale]);
}
