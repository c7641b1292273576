/** Under the picture of the delay check: what to do. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icons';
import { useStudio, useStudioState } from '../../studio-context';
import { useIsWide } from '../../use-media-query';
import dance from '../dance/dance-screen.module.css';

export function CalibrateBar(): ReactElement | null {
  const { t } = useTranslation();
  const { calibration } = useStudio();
  const isWide = useIsWide();
  const phase = useStudioState(calibration.store, (state) => state.phase);
  const handsSeen = useStudioState(calibration.store, (state) => state.handsSeen);
  if (phase !== 'ready' && phase !== 'listening') return null;
  return (
    <div className={dance.card}>
      <p className={dance.hint}>
        <Icon name={handsSeen ? 'check' : 'body'} />
        {handsSeen ? t('calibrate.handsSeen') : t('calibrate.handsUnseen')}
      </p>
      {isWide || phase === 'listening' ? null : <p>{t('calibrate.intro')}</p>}
      {phase === 'listening' ? null : (
        <Button tone="primary" size="large" wide icon="play" onClick={() => void calibration.start()}>
          {t('calibrate.start')}
        </Button>
      )}
    </div>
  );
}
