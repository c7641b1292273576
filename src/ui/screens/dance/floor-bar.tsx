/** Under the stage: how to stand and the start, then the move that comes next. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icons';
import { useLocalized } from '../../localized';
import { useStudio, useStudioState } from '../../studio-context';
import { useIsWide } from '../../use-media-query';
import { LatencyOffer } from './latency-offer';
import { PlayersChoice } from './players-choice';
import styles from './dance-screen.module.css';

/** Empty while there is nothing to say. */
export function FloorBar(): ReactElement | null {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { dance } = useStudio();
  const phase = useStudioState(dance.store, (state) => state.phase);
  const framing = useStudioState(dance.store, (state) => state.framing);
  const isWide = useIsWide();
  const held = useStudioState(dance.store, (state) => state.framingHeld);
  const moveIndex = useStudioState(dance.store, (state) => state.moveIndex);
  const moveNames = useStudioState(dance.store, (state) => state.moveNames);
  if (phase === 'framing') {
    const isGood = framing === 'good';
    return (
      <div className={styles.card}>
        <p className={styles.hint}>
          <HoldRing held={held} />
          {t(`dance.framing.${framing}`)}
        </p>
        {isWide ? null : <PlayersChoice />}
        <Button
          tone={isGood ? 'primary' : 'secondary'}
          size="large"
          wide
          icon="play"
          onClick={() => void dance.start()}
        >
          {isGood ? t('dance.start') : t('dance.startAnyway')}
        </Button>
        {isWide ? null : <LatencyOffer />}
      </div>
    );
  }
  const next = moveNames[moveIndex + 1];
  if ((phase === 'playing' || phase === 'counting') && next !== undefined) {
    return <p className={styles.next}>{t('dance.nextMove', { move: localized(next) })}</p>;
  }
  return null;
}

/** Fills while the player stands well; a tick when it is full. */
function HoldRing(props: { held: number }): ReactElement {
  const { t } = useTranslation();
  const isReady = props.held >= 1;
  return (
    <span
      className={styles.ring}
      role="progressbar"
      aria-label={t('dance.framingHeld')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(props.held * 100)}
    >
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle className={styles.ringGround} cx="18" cy="18" r="15.5" />
        <circle
          className={styles.ringDone}
          cx="18"
          cy="18"
          r="15.5"
          pathLength={100}
          strokeDasharray={`${props.held * 100} 100`}
        />
      </svg>
      <Icon name={isReady ? 'check' : 'body'} size={20} />
    </span>
  );
}
