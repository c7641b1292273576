/** Which camera and microphone, the mirror, the count-in. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSource } from '../../../studio/live';
import { Button } from '../../components/button';
import { RadioRow } from '../../components/radio-row';
import { Select } from '../../components/select';
import { Switch } from '../../components/switch';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './panels.module.css';

/** Value of the list's first line: the browser chooses. */
const AUTOMATIC = '';

/** Options of the capture. `onOpen` changes the performer. */
export function OptionsPanel(props: {
  source: LiveSource;
  onOpen: (source: LiveSource) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { live, settings } = useStudio();
  const chosen = useStudioState(settings.store, (state) => state);
  const cameras = useStudioState(live.store, (state) => state.cameras);
  const microphones = useStudioState(live.store, (state) => state.microphones);
  const { run } = useTask();
  const automatic = { value: AUTOMATIC, label: t('create.automatic') };
  const isCamera = props.source === 'camera';
  return (
    <div className={styles.panel}>
      {isCamera ? (
        <>
          <Select
            label={t('create.camera')}
            value={chosen.cameraId ?? AUTOMATIC}
            options={[automatic, ...cameras.map(({ id, label }) => ({ value: id, label }))]}
            onChange={(id) => run(() => live.chooseCamera(id === AUTOMATIC ? null : id))}
          />
          <Switch
            label={t('create.mirror')}
            hint={t('create.mirrorHint')}
            checked={chosen.mirror}
            onChange={(mirror) => settings.change({ mirror })}
          />
          <Switch
            label={t('create.recordMicrophone')}
            hint={t('create.recordMicrophoneHint')}
            checked={chosen.recordMicrophone}
            onChange={(recordMicrophone) => {
              settings.change({ recordMicrophone });
              props.onOpen('camera');
            }}
          />
          {chosen.recordMicrophone ? (
            <Select
              label={t('create.microphone')}
              value={chosen.microphoneId ?? AUTOMATIC}
              options={[automatic, ...microphones.map(({ id, label }) => ({ value: id, label }))]}
              onChange={(id) => run(() => live.chooseMicrophone(id === AUTOMATIC ? null : id))}
            />
          ) : null}
        </>
      ) : null}
      <RadioRow
        label={t('create.countIn')}
        value={String(chosen.countInBeats)}
        options={['4', '8'].map((value) => ({ value, label: t('create.beats', { value }) }))}
        onChange={(value) => settings.change({ countInBeats: value === '8' ? 8 : 4 })}
      />
      <Button
        tone="quiet"
        icon={isCamera ? 'body' : 'camera'}
        onClick={() => props.onOpen(isCamera ? 'demo' : 'camera')}
      >
        {isCamera ? t('common.useDemo') : t('common.useCamera')}
      </Button>
    </div>
  );
}
