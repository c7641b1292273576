/** Recording a voice over the film, by button and by key. */
import { useCallback } from 'react';
import type { StudioError } from '../../../core/errors';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';

export interface Voice {
  readonly isRecording: boolean;
  /** The microphone is being asked for, or the recording is stored. */
  readonly isBusy: boolean;
  readonly error: StudioError | null;
  /** Begins at the playhead, or ends. */
  readonly toggle: () => void;
}

export function useVoice(): Voice {
  const { editor } = useStudio();
  const isRecording = useStudioState(editor.store, (state) => state.recording);
  const { busy, error, run } = useTask();
  const toggle = useCallback(() => {
    run(() => (editor.store.getState().recording ? editor.stopVoice() : editor.startVoice()));
  }, [editor, run]);
  return { isRecording, isBusy: busy, error, toggle };
}
