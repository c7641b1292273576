/** Keys of a whole screen. */
import { useEffect, useRef } from 'react';

/** What a key does; keyed by `KeyboardEvent.key`, `' '` for Space. */
export type KeyActions = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>;

/**
 * Listens while the component is there. Keys are left alone in fields, in open dialogs, with a modifier,
 * and where a control has the focus that answers to them itself (Space or Enter on a button).
 */
export function useKeys(actions: KeyActions): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const action = current.current[event.key];
      if (action === undefined || event.defaultPrevented || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTakenBy(event.target, event.key)) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isTakenBy(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="dialog"]') !== null) return true;
  if (key === 'Escape') return false;
  return target.closest('a, button, input, select, textarea, [role="slider"], [contenteditable]') !== null;
}
