/** What floats over the practice stage: the way out, the count, the judgement, and what went wrong. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSource } from '../../../studio/live';
import { Button } from '../../components/button';
import { IconButton } from '../../components/icon-button';
import { ErrorMessage } from '../../components/message';
import { useLocalized } from '../../localized';
import { useStudio, useStudioState } from '../../studio-context';
import { useIsWide } from '../../use-media-query';
import dance from '../dance/dance-screen.module.css';
import { VerdictWord } from '../dance/judgement-word';

export function PracticeOverlay(props: {
  source: LiveSource;
  onOpen: (source: LiveSource) => void;
  onLeave: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { practice } = useStudio();
  const isWide = useIsWide();
  const phase = useStudioState(practice.store, (state) => state.phase);
  const countdown = useStudioState(practice.store, (state) => state.countdown);
  const error = useStudioState(practice.store, (state) => state.error);
  const verdict = useStudioState(practice.store, (state) => state.lastVerdict);
  const round = useStudioState(practice.store, (state) => state.round);
  const moveIndex = useStudioState(practice.store, (state) => state.moveIndex);
  const moveNames = useStudioState(practice.store, (state) => state.moveNames);
  const move = moveNames[moveIndex];
  const isRunning = phase === 'counting' || phase === 'dancing';
  return (
    <>
      <div className={dance.top}>
        {isWide ? (
          <span />
        ) : (
          <IconButton icon="close" tone="glass" label={t('dance.leave')} onClick={props.onLeave} />
        )}
        <span />
        {isRunning ? <span className={dance.plate}>{t('practice.round', { count: round + 1 })}</span> : null}
      </div>
      {isRunning && move !== undefined ? <p className={dance.turnName}>{localized(move)}</p> : null}
      {phase === 'counting' && countdown !== null ? (
        <div className={dance.count} aria-hidden="true">
          <span key={countdown}>{countdown}</span>
        </div>
      ) : null}
      {isRunning && verdict !== null ? <VerdictWord verdict={verdict} /> : null}
      {phase === 'loading' || phase === 'closed' ? (
        <div className={dance.center}>
          <div className={dance.waiting}>
            <p>{t('dance.loading')}</p>
          </div>
        </div>
      ) : null}
      {phase === 'failed' && error !== null ? (
        <div className={dance.center}>
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
    </>
  );
}
