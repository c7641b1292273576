/** Zooming the timeline with two fingers, or with the wheel and Ctrl (which is also what a touchpad's pinch sends). */
import { useEffect } from 'react';
import type { TimelineView } from './use-timeline-view';

/** A notch of the wheel is about 100. */
const WHEEL_STRENGTH = 0.004;

/** Listens on the box that scrolls. Other touches and the plain wheel scroll as ever. */
export function usePinchZoom({ scroller, zoomBy }: TimelineView): void {
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const listening = new AbortController();
    const options = { passive: false, signal: listening.signal };
    let spread: number | null = null;

    box.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const anchor = event.clientX - box.getBoundingClientRect().left;
        zoomBy(Math.exp(-event.deltaY * WHEEL_STRENGTH), anchor);
      },
      options,
    );
    box.addEventListener(
      'touchmove',
      (event) => {
        const [one, two] = event.touches;
        if (one === undefined || two === undefined) {
          spread = null;
          return;
        }
        event.preventDefault();
        const now = Math.max(24, Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY));
        const anchor = (one.clientX + two.clientX) / 2 - box.getBoundingClientRect().left;
        if (spread !== null) zoomBy(now / spread, anchor);
        spread = now;
      },
      options,
    );
    box.addEventListener('touchend', () => (spread = null), options);
    return () => listening.abort();
  }, [scroller, zoomBy]);
}
