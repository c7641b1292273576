/** Dragging with mouse, pen and finger. */
import { useCallback, useEffect, useRef, type PointerEvent as ReactPointerEvent } from 'react';

/** A finger that rests this long on an item picks it up; a shorter touch scrolls. In milliseconds. */
const HOLD_MS = 260;
/** A mouse that moves less has clicked. In pixels. */
const SLOP_PX = 4;
/** A resting finger trembles. */
const TOUCH_SLOP_PX = 8;

export interface DragHandlers {
  /** The drag has begun. */
  readonly onStart: (event: PointerEvent) => void;
  /** @param dx pixels from where the pointer went down */
  readonly onMove: (dx: number, event: PointerEvent) => void;
  /** The pointer was lifted, or the browser took it away. Called once for each `onStart`. */
  readonly onEnd: () => void;
}

/**
 * A pointer-down handler that follows the pointer until it is lifted.
 * @param mode `at-once` drags from the first pixel (handles, the ruler); `pick-up` waits for a movement of the mouse
 *   or a resting finger, so that a tap selects and a swipe scrolls
 */
export function useDrag(
  mode: 'at-once' | 'pick-up',
  handlers: DragHandlers,
): (event: ReactPointerEvent<HTMLElement>) => void {
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });
  const abort = useRef<(() => void) | null>(null);
  useEffect(() => () => abort.current?.(), []);

  return useCallback(
    (down: ReactPointerEvent<HTMLElement>) => {
      if (down.button !== 0 || !down.isPrimary) return;
      abort.current?.();
      const element = down.currentTarget;
      const first = down.nativeEvent;
      const isTouch = first.pointerType === 'touch';
      const listening = new AbortController();
      let dragging = false;

      const begin = (event: PointerEvent): void => {
        dragging = true;
        element.setPointerCapture(first.pointerId);
        current.current.onStart(event);
      };
      const finish = (): void => {
        clearTimeout(timer);
        listening.abort();
        abort.current = null;
        if (!dragging) return;
        swallowClick(element);
        current.current.onEnd();
      };
      const timer = mode === 'pick-up' && isTouch ? setTimeout(() => begin(first), HOLD_MS) : undefined;
      abort.current = finish;

      const move = (event: PointerEvent): void => {
        if (event.pointerId !== first.pointerId) return;
        const dx = event.clientX - first.clientX;
        const distance = Math.hypot(dx, event.clientY - first.clientY);
        if (!dragging) {
          if (isTouch) {
            if (distance > TOUCH_SLOP_PX) finish();
            return;
          }
          if (distance < SLOP_PX) return;
          begin(event);
        }
        current.current.onMove(dx, event);
      };
      const lift = (event: PointerEvent): void => {
        if (event.pointerId === first.pointerId) finish();
      };
      const { signal } = listening;
      window.addEventListener('pointermove', move, { signal });
      window.addEventListener('pointerup', lift, { signal });
      window.addEventListener('pointercancel', lift, { signal });
      // What a finger holds does not scroll away under it.
      element.addEventListener('touchmove', (event) => dragging && event.preventDefault(), {
        passive: false,
        signal,
      });
      if (mode === 'at-once') {
        begin(first);
        current.current.onMove(0, first);
      }
    },
    [mode],
  );
}

/** The click that follows a drag is not a press. */
function swallowClick(element: HTMLElement): void {
  const swallow = (event: MouseEvent): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  element.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => element.removeEventListener('click', swallow, { capture: true }), 0);
}
