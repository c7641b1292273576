/** All that floats over the coach and the player. */
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSource } from '../../../studio/live';
import { Button } from '../../components/button';
import { IconButton } from '../../components/icon-button';
import { ErrorMessage } from '../../components/message';
import { useStudio, useStudioState } from '../../studio-context';
import { useIsWide } from '../../use-media-query';
import { JudgementWord } from './judgement-word';
import { PausedCard } from './paused-card';
import { DuelCard, HandoverCard } from './turn-cards';
import styles from './dance-screen.module.css';

export interface DanceOverlayProps {
  source: LiveSource;
  onOpen: (source: LiveSource) => void;
  onLeave: () => void;
}

/** One thing at a time, by the phase of the game. */
export function DanceOverlay(props: DanceOverlayProps): ReactElement {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const isWide = useIsWide();
  const phase = useStudioState(dance.store, (state) => state.phase);
  const countdown = useStudioState(dance.store, (state) => state.countdown);
  const error = useStudioState(dance.store, (state) => state.error);
  const isRunning = phase === 'playing' || phase === 'counting' || phase === 'resuming';
  const hasTurns = useStudioState(dance.store, (state) => state.turns !== null);
  return (
    <>
      <TopBar isRunning={isRunning} onLeave={props.onLeave} />
      {isRunning && !isWide ? <Tally /> : null}
      {(phase === 'counting' || phase === 'resuming') && countdown !== null ? (
        <div className={styles.count} aria-hidden="true">
          <span key={countdown}>{countdown}</span>
        </div>
      ) : null}
      {phase === 'playing' ? <JudgementWord /> : null}
      {phase === 'loading' || phase === 'closed' || phase === 'judging' ? (
        <div className={styles.center}>
          <div className={styles.waiting}>
            <p>{phase === 'judging' ? t('dance.judging') : t('dance.loading')}</p>
            {phase === 'judging' || props.source === 'demo' ? null : (
              <p className={styles.waitingNext}>{t('dance.loadingNext')}</p>
            )}
          </div>
        </div>
      ) : null}
      {phase === 'failed' && error !== null ? (
        <div className={styles.center}>
          <ErrorMessage error={error}>
            <Button tone="primary" icon="body" onClick={() => props.onOpen('demo')}>
              {t('common.useDemo')}
            </Button>
            <Button icon="restart" onClick={() => props.onOpen('camera')}>
              {t('common.retry')}
            </Button>
            <Button tone="quiet" onClick={props.onLeave}>
              {t('dance.leave')}
            </Button>
          </ErrorMessage>
        </div>
      ) : null}
      {phase === 'paused' ? <PausedCard onLeave={props.onLeave} /> : null}
      {phase === 'handover' ? <HandoverCard onLeave={props.onLeave} /> : null}
      {phase === 'done' && hasTurns ? <DuelCard onLeave={props.onLeave} /> : null}
      {isRunning && hasTurns ? <TurnName /> : null}
    </>
  );
}

function TopBar(props: { isRunning: boolean; onLeave: () => void }): ReactElement {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const isWide = useIsWide();
  const bar = useRef<HTMLDivElement>(null);
  const done = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      dance.onProgress((progress) => {
        if (done.current !== null) done.current.style.transform = `scaleX(${Math.min(1, progress)})`;
        bar.current?.setAttribute('aria-valuenow', String(Math.round(progress * 100)));
      }),
    [dance],
  );
  return (
    <div className={styles.top}>
      {isWide ? (
        <span />
      ) : (
        <IconButton icon="close" tone="glass" label={t('dance.leave')} onClick={props.onLeave} />
      )}
      <div
        ref={bar}
        className={styles.track}
        role="progressbar"
        aria-label={t('dance.progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        hidden={!props.isRunning}
      >
        <div ref={done} className={styles.done} />
      </div>
      {props.isRunning ? (
        <IconButton icon="pause" tone="glass" label={t('dance.pause')} onClick={() => dance.pause()} />
      ) : (
        <span />
      )}
    </div>
  );
}

function TurnName(): ReactElement | null {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const turns = useStudioState(dance.store, (state) => state.turns);
  const turn = useStudioState(dance.store, (state) => state.turn);
  const player = turns?.[turn === 0 ? 0 : 1].player;
  if (player === undefined) return null;
  return <p className={styles.turnName}>{t('dance.turnOf', { player })}</p>;
}

function Tally(): ReactElement {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const score = useStudioState(dance.store, (state) => state.scoreSoFar);
  const combo = useStudioState(dance.store, (state) => state.combo);
  return (
    <div className={styles.tally}>
      <span className={styles.plate}>
        <span className={styles.plateWord}>{t('dance.score')}</span>
        <span className={styles.plateNumber}>{score}</span>
      </span>
      {combo < 2 ? null : <span className={styles.plate}>{t('dance.combo', { count: combo })}</span>}
    </div>
  );
}
