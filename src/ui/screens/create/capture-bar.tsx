/** Where the thumb is: effects, the record button, import. */
import type { ReactElement } from 'react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icons';
import { useStudio, useStudioState } from '../../studio-context';
import { useIsWide } from '../../use-media-query';
import { RecordButton } from './record-button';
import type { PanelName } from './side-columns';
import styles from './create-screen.module.css';

/** While a take runs, only stopping and throwing away are left. */
export function CaptureBar(props: {
  onPress: () => void;
  onPanel: (panel: PanelName) => void;
  onImport: (file: File) => void;
  isImporting: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { live } = useStudio();
  const isWide = useIsWide();
  const phase = useStudioState(live.store, (state) => state.phase);
  const input = useRef<HTMLInputElement>(null);
  const isRunning = phase === 'recording';
  const hasTools = !isWide && !isRunning && phase !== 'counting' && phase !== 'saving';
  return (
    <div className={styles.bar} role="group" aria-label={t('create.controls')}>
      {hasTools ? (
        <button type="button" className={styles.tool} onClick={() => props.onPanel('effects')}>
          <Icon name="effects" size={28} />
          {t('create.effects')}
        </button>
      ) : (
        <span />
      )}
      <RecordButton onPress={props.onPress} />
      {isRunning ? (
        <button type="button" className={styles.tool} onClick={() => void live.discard()}>
          <Icon name="trash" size={28} />
          {t('create.discard')}
        </button>
      ) : hasTools ? (
        <>
          <input
            ref={input}
            type="file"
            accept="video/*,.mp4,.mov,.webm,.mkv"
            hidden
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) props.onImport(file);
            }}
          />
          <button
            type="button"
            className={styles.tool}
            disabled={props.isImporting}
            onClick={() => input.current?.click()}
          >
            <Icon name="import" size={28} />
            {t('common.importClip')}
          </button>
        </>
      ) : (
        <span />
      )}
    </div>
  );
}
