/** The playhead at display rate, past React. */
import { useEffect, useRef } from 'react';
import type { Flicks } from '../../../core/time';
import { useStudio } from '../../studio-context';

/** Calls `onTime` now, whenever the playhead moves, and again when `deps` change. Use it to write to refs. */
export function usePlayhead(onTime: (time: Flicks) => void, deps: readonly unknown[]): void {
  const { editor } = useStudio();
  const current = useRef(onTime);
  useEffect(() => {
    current.current = onTime;
  });
  useEffect(() => {
    let last = -1;
    const tell = (time: Flicks): void => {
      if (time === last) return;
      last = time;
      current.current(time);
    };
    const stopListening = editor.onTime(tell);
    // A seek of a paused film, or another film, shows in the state first.
    const unsubscribe = editor.store.subscribe(({ time, playing }) => {
      if (!playing) tell(time);
    });
    tell(editor.store.getState().time);
    return () => {
      stopListening();
      unsubscribe();
    };
    // The caller says on what its drawing depends.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editor, ...deps]);
}
