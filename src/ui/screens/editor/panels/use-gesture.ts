/** Joins the changes of one movement of a control into one step of history. */
import { useMemo } from 'react';
import type { EDIT_NAMES } from '../../../../studio/edit-names';
import { useStudio } from '../../../studio-context';

export interface Gesture {
  /** Before the first change. */
  readonly onStart: () => void;
  /** After the last one. */
  readonly onCommit: () => void;
}

/** Handlers for a `Slider` or a field. */
export function useGesture(name: (typeof EDIT_NAMES)[keyof typeof EDIT_NAMES]): Gesture {
  const { editor } = useStudio();
  return useMemo(
    () => ({ onStart: () => editor.beginGesture(name), onCommit: () => editor.endGesture() }),
    [editor, name],
  );
}
