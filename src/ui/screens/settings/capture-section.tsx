/** Camera, microphone, mirror, delay, body model. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { clamp } from '../../../core/scalar';
import { Button } from '../../components/button';
import { IconButton } from '../../components/icon-button';
import { RadioRow } from '../../components/radio-row';
import { Select } from '../../components/select';
import { Switch } from '../../components/switch';
import { useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { SettingsSection } from './settings-section';
import styles from './settings-screen.module.css';

/** Value of the list's first line: the browser chooses. */
const AUTOMATIC = '';

/** One press of − or +, and how far it goes, in milliseconds. */
const LATENCY_STEP_MS = 10;
const LATENCY_LIMIT_MS = 300;

/** How one is seen and heard. */
export function CaptureSection(): ReactElement {
  const { t } = useTranslation();
  const { live, settings } = useStudio();
  const navigate = useNavigate();
  const chosen = useStudioState(settings.store, (state) => state);
  // Known once the camera was open; until then the browser tells no names.
  const cameras = useStudioState(live.store, (state) => state.cameras);
  const microphones = useStudioState(live.store, (state) => state.microphones);
  const automatic = { value: AUTOMATIC, label: t('settings.automatic') };
  const shift = (by: number): void =>
    settings.change({ latencyMs: clamp(chosen.latencyMs + by, -LATENCY_LIMIT_MS, LATENCY_LIMIT_MS) });
  return (
    <SettingsSection title={t('settings.capture')}>
      <Select
        label={t('settings.camera')}
        value={chosen.cameraId ?? AUTOMATIC}
        options={[automatic, ...cameras.map(({ id, label }) => ({ value: id, label }))]}
        onChange={(id) => settings.change({ cameraId: id === AUTOMATIC ? null : id })}
      />
      <Switch
        label={t('settings.mirror')}
        hint={t('settings.mirrorHint')}
        checked={chosen.mirror}
        onChange={(mirror) => settings.change({ mirror })}
      />
      <Switch
        label={t('settings.seated')}
        hint={t('settings.seatedHint')}
        checked={chosen.seated}
        onChange={(seated) => settings.change({ seated })}
      />
      <Switch
        label={t('settings.recordMicrophone')}
        checked={chosen.recordMicrophone}
        onChange={(recordMicrophone) => settings.change({ recordMicrophone })}
      />
      <Select
        label={t('settings.microphone')}
        value={chosen.microphoneId ?? AUTOMATIC}
        options={[automatic, ...microphones.map(({ id, label }) => ({ value: id, label }))]}
        onChange={(id) => settings.change({ microphoneId: id === AUTOMATIC ? null : id })}
      />
      <div className={styles.part} role="group" aria-label={t('settings.latency')}>
        <span className={styles.label}>{t('settings.latency')}</span>
        <div className={styles.stepper}>
          <IconButton
            icon="minus"
            label={t('settings.latencyLess')}
            disabled={chosen.latencyMs <= -LATENCY_LIMIT_MS}
            onClick={() => shift(-LATENCY_STEP_MS)}
          />
          <output className={styles.amount}>{t('settings.milliseconds', { value: chosen.latencyMs })}</output>
          <IconButton
            icon="plus"
            label={t('settings.latencyMore')}
            disabled={chosen.latencyMs >= LATENCY_LIMIT_MS}
            onClick={() => shift(LATENCY_STEP_MS)}
          />
        </div>
        <span className={styles.hint}>{t('settings.latencyHint')}</span>
        <Button icon="latency" onClick={() => navigate({ screen: 'calibrate' })}>
          {t('settings.latencyCheck')}
        </Button>
      </div>
      <RadioRow
        label={t('settings.poseModel')}
        value={chosen.poseModel}
        options={[
          { value: 'auto', label: t('settings.poseAuto') },
          { value: 'lite', label: t('settings.poseLite') },
          { value: 'full', label: t('settings.poseFull') },
        ]}
        onChange={(poseModel) => settings.change({ poseModel })}
      />
    </SettingsSection>
  );
}
