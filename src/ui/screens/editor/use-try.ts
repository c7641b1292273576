/** Shows a stack in the preview while a thing that would apply it is pointed at, held or focused. */
import { useEffect, useMemo, useRef } from 'react';
import type { EffectInstance } from '../../../effects/effect';
import type { ImportedAssets } from '../../../effects/imported-asset';
import { useStudio } from '../../studio-context';

/** Milliseconds of pointing or holding before the preview shows it: who passes by changes nothing. */
const REST_MS = 220;

export interface TriedStack {
  readonly stack: readonly EffectInstance[];
  readonly imports?: ImportedAssets | undefined;
}

/** Handlers for the thing that is pointed at. */
export interface TryHandlers {
  readonly onPointerEnter: (event: { pointerType: string }) => void;
  readonly onPointerLeave: () => void;
  readonly onPointerDown: (event: { pointerType: string }) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onContextMenu: (event: { preventDefault(): void }) => void;
  readonly onClickCapture: (event: { stopPropagation(): void; preventDefault(): void }) => void;
}

/** Made for each thing: what it would apply. A press that was held only looks; it applies nothing. */
export function useTry(): (make: () => TriedStack) => TryHandlers {
  const { editor } = useStudio();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isTrying = useRef(false);
  const wasHeld = useRef(false);
  const stop = useMemo(
    () => (): void => {
      clearTimeout(timer.current);
      if (isTrying.current) editor.tryStack(null);
      isTrying.current = false;
    },
    [editor],
  );
  useEffect(() => stop, [stop]);
  return useMemo(() => {
    const start = (make: () => TriedStack, isHeld: boolean): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const { stack, imports } = make();
        isTrying.current = true;
        wasHeld.current = isHeld;
        editor.tryStack(stack, imports);
      }, REST_MS);
    };
    return (make) => ({
      onPointerEnter: ({ pointerType }) => {
        if (pointerType === 'mouse') start(make, false);
      },
      onPointerLeave: stop,
      onPointerDown: ({ pointerType }) => {
        wasHeld.current = false;
        if (pointerType !== 'mouse') start(make, true);
      },
      onPointerUp: () => {
        if (wasHeld.current) stop();
      },
      onPointerCancel: stop,
      onFocus: () => start(make, false),
      onBlur: stop,
      onContextMenu: (event) => {
        if (wasHeld.current) event.preventDefault();
      },
      onClickCapture: (event) => {
        const isLook = wasHeld.current;
        stop();
        wasHeld.current = false;
        if (!isLook) return;
        event.stopPropagation();
        event.preventDefault();
      },
    });
  }, [editor, stop]);
}
