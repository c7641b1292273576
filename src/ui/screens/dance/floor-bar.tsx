/** Under the stage: how to stand and the start, then the move that comes next. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icons';
import { useLocalized } from '../../localized';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './dance-screen.module.css';

/** Empty while there is nothing to say. */
export function FloorBar(): ReactElement | null {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { dance } = useStudio();
  const phase = useStudioState(dance.store, (state) => state.phase);
  const framing = useStudioState(dance.store, (state) => state.framing);
  const moveIndex = useStudioState(dance.store, (state) => state.moveIndex);
  const moveNames = useStudioState(dance.store, (state) => state.moveNames);
  if (phase === 'framing') {
    const isGood = framing === 'good';
    return (
      <div className={styles.card}>
        <p className={styles.hint}>
          <Icon name={isGood ? 'check' : 'body'} />
          {t(`dance.framing.${framing}`)}
        </p>
        <Button
          tone={isGood ? 'primary' : 'secondary'}
          size="large"
          wide
          icon="play"
          onClick={() => void dance.start()}
        >
          {isGood ? t('dance.start') : t('dance.startAnyway')}
        </Button>
      </div>
    );
  }
  const next = moveNames[moveIndex + 1];
  if ((phase === 'playing' || phase === 'counting') && next !== undefined) {
    return <p className={styles.next}>{t('dance.nextMove', { move: localized(next) })}</p>;
  }
  return null;
}
