/** What a round of the delay check found, and what comes of it. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { useStudio, useStudioState } from '../../studio-context';
import dance from '../dance/dance-screen.module.css';

/** Shown over the picture when a round is over. */
export function Outcome(props: { onLeave: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const { calibration } = useStudio();
  const phase = useStudioState(calibration.store, (state) => state.phase);
  const result = useStudioState(calibration.store, (state) => state.result);
  if (phase !== 'done' || result === null) return null;
  const again = (
    <Button
      tone={result.found ? 'secondary' : 'primary'}
      icon="restart"
      wide
      onClick={() => void calibration.start()}
    >
      {t('calibrate.again')}
    </Button>
  );
  if (!result.found) {
    const isFew = result.reason === 'too-few';
    return (
      <div className={dance.center}>
        <section className={dance.pausedCard} role="status">
          <p className={dance.pausedTitle}>{isFew ? t('calibrate.tooFew') : t('calibrate.unsteady')}</p>
          <p>{isFew ? t('calibrate.tooFewNext') : t('calibrate.unsteadyNext')}</p>
          {again}
          <Button tone="quiet" onClick={props.onLeave}>
            {t('calibrate.byHand')}
          </Button>
        </section>
      </div>
    );
  }
  return (
    <div className={dance.center}>
      <section className={dance.pausedCard} role="status">
        <p className={dance.pausedTitle}>{t('calibrate.found', { value: result.latencyMs })}</p>
        <p>{t('calibrate.foundNext', { count: result.hits, spread: result.spreadMs })}</p>
        <Button
          tone="primary"
          size="large"
          wide
          icon="check"
          onClick={() => {
            calibration.keep();
            props.onLeave();
          }}
        >
          {t('calibrate.keep')}
        </Button>
        {again}
      </section>
    </div>
  );
}
