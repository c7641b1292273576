/** The keyboard of the editor. */
import { useEffect, useRef } from 'react';
import { useStudio } from '../../studio-context';
import { repeats, type EditorAction } from './editor-keys';
import { actionOf } from './key-bindings';

/** Runs the action of a key, unless a field, an open dialog or the focused control wants the key itself. */
export function useEditorKeys(run: (action: EditorAction) => void): void {
  const { settings } = useStudio();
  const current = useRef(run);
  useEffect(() => {
    current.current = run;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const action = actionOf(event, settings.store.getState().keyBindings);
      if (action === null || isTaken(event.target, event.key)) return;
      event.preventDefault();
      if (event.repeat && !repeats(action)) return;
      current.current(action);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [settings]);
}

/** Controls that one does not type into keep only the keys that they answer to: undo works right after a slider. */
const PRESSED_INPUTS = 'input:is([type="range"], [type="radio"], [type="checkbox"], [type="color"])';
const CONTROL_KEYS: readonly string[] = [' ', 'Enter', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="dialog"]') !== null) return true;
  if (target.matches(PRESSED_INPUTS)) return CONTROL_KEYS.includes(key);
  if (target.closest('input, textarea, select, [contenteditable]') !== null) return true;
  return (key === ' ' || key === 'Enter') && target.closest('button, a') !== null;
}
