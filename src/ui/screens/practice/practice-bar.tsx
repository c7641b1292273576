/** Under the practice stage: start and stop; on a phone the choices and moves, too. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { PracticeChoices } from './practice-choices';
import { PracticeMoves } from './practice-moves';
import styles from './practice-screen.module.css';

export function PracticeBar(props: { challengeId: string; hasChoices: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const { practice } = useStudio();
  const navigate = useNavigate();
  const phase = useStudioState(practice.store, (state) => state.phase);
  const [isOpen, setOpen] = useState(false);
  if (phase === 'closed' || phase === 'loading' || phase === 'failed') return null;
  const isRunning = phase !== 'ready';
  return (
    <div className={styles.bar}>
      {isRunning ? (
        <Button size="large" icon="stop" wide onClick={() => void practice.stop()}>
          {t('practice.stop')}
        </Button>
      ) : (
        <Button tone="primary" size="large" icon="play" wide onClick={() => void practice.start()}>
          {t('practice.start')}
        </Button>
      )}
      {isRunning ? null : (
        <div className={styles.more}>
          {props.hasChoices ? (
            <Button icon="sliders" onClick={() => setOpen(true)}>
              {t('practice.moves')}
            </Button>
          ) : null}
          <Button
            tone="quiet"
            icon="dance"
            onClick={() => navigate({ screen: 'dance', challengeId: props.challengeId })}
          >
            {t('practice.dance')}
          </Button>
        </div>
      )}
      <Sheet title={t('practice.title')} open={isOpen && props.hasChoices} onClose={() => setOpen(false)}>
        <PracticeChoices />
        <PracticeMoves />
      </Sheet>
    </div>
  );
}
