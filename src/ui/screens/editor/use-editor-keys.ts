/** The keyboard of the editor. */
import { useEffect, useRef } from 'react';
import { actionOf, repeats, type EditorAction } from './editor-keys';

/** Runs the action of a key, unless a field, an open dialog or the focused control wants the key itself. */
export function useEditorKeys(run: (action: EditorAction) => void): void {
  const current = useRef(run);
  useEffect(() => {
    current.current = run;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const action = actionOf(event);
      if (action === null || isTaken(event.target, event.key)) return;
      event.preventDefault();
      if (event.repeat && !repeats(action)) return;
      current.current(action);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null) return true;
  return (key === ' ' || key === 'Enter') && target.closest('button, a') !== null;
}
