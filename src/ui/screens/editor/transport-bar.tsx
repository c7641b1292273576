/** Play, step and the time, below the stage. */
import { useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/icon-button';
import { useStudio, useStudioState } from '../../studio-context';
import type { EditorActions } from './editor-actions';
import { formatTimecode } from './timecode';
import { usePlayhead } from './use-playhead';
import styles from './editor-screen.module.css';

/** The time runs past React; screen readers ask the playhead for it. */
export function TransportBar({ actions }: { actions: EditorActions }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const isPlaying = useStudioState(editor.store, (state) => state.playing);
  const duration = useStudioState(editor.store, (state) => state.duration);
  const fps = useStudioState(editor.store, (state) => state.project?.fps ?? 30);
  const rate = useStudioState(editor.store, (state) => state.rate);
  const now = useRef<HTMLSpanElement>(null);
  usePlayhead(
    (time) => {
      if (now.current !== null) now.current.textContent = formatTimecode(time, fps);
    },
    [fps],
  );
  return (
    <div className={styles.transport} role="group" aria-label={t('editor.transport')}>
      <p className={styles.time}>
        <span ref={now} className={styles.now} data-testid="timecode">
          {formatTimecode(editor.store.getState().time, fps)}
        </span>
        <span className={styles.length}>
          {' / '}
          {formatTimecode(duration, fps)}
        </span>
        {rate === 1 ? null : <span className={styles.rate}>{rate}×</span>}
      </p>
      <div className={styles.transportButtons}>
        <IconButton icon="step-back" label={t('editor.action.toStart')} onClick={actions.toStart} />
        <IconButton icon="frame-back" label={t('editor.action.frameBack')} onClick={actions.frameBack} />
        <IconButton
          icon={isPlaying ? 'pause' : 'play'}
          size="large"
          label={isPlaying ? t('common.pause') : t('common.play')}
          className={styles.play}
          onClick={actions.play}
        />
        <IconButton
          icon="frame-forward"
          label={t('editor.action.frameForward')}
          onClick={actions.frameForward}
        />
        <IconButton icon="step-forward" label={t('editor.action.toEnd')} onClick={actions.toEnd} />
      </div>
    </div>
  );
}
