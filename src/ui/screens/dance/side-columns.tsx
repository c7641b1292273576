/** What stands beside the dance where there is room: the challenge on the left, the score on the right. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { LevelMeter } from '../../components/challenge-card';
import { classNames } from '../../components/class-names';
import { useLocalized } from '../../localized';
import { useStudio, useStudioState } from '../../studio-context';
import { LatencyOffer } from './latency-offer';
import { PlayersChoice } from './players-choice';
import styles from './dance-screen.module.css';

/** Its name and facts, and the way out. */
export function ChallengeColumn(props: { onLeave: () => void }): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { dance } = useStudio();
  const phase = useStudioState(dance.store, (state) => state.phase);
  const challenge = useStudioState(dance.store, (state) => state.challenge);
  return (
    <>
      <div className={styles.head}>
        <Button tone="quiet" icon="back" onClick={props.onLeave}>
          {t('dance.leave')}
        </Button>
      </div>
      {challenge === null ? null : (
        <>
          <p className={styles.title}>{localized(challenge.title)}</p>
          <p className={styles.facts}>
            <span>{localized(challenge.seriesName)}</span>
            <LevelMeter level={challenge.level} />
            <span>{t('common.beatsPerMinute', { value: challenge.bpm })}</span>
            {challenge.seated ? <span>{t('dance.seated')}</span> : null}
          </p>
        </>
      )}
      <p>{t('dance.pickerIntro')}</p>
      {phase === 'framing' ? (
        <>
          <PlayersChoice />
          <LatencyOffer />
        </>
      ) : null}
      <p className={styles.keys}>{t('dance.keys')}</p>
    </>
  );
}

/** Score and combo so far, and the moves with the one being danced marked. */
export function ScoreColumn(): ReactElement | null {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { dance } = useStudio();
  const phase = useStudioState(dance.store, (state) => state.phase);
  const score = useStudioState(dance.store, (state) => state.scoreSoFar);
  const combo = useStudioState(dance.store, (state) => state.combo);
  const moveIndex = useStudioState(dance.store, (state) => state.moveIndex);
  const moveNames = useStudioState(dance.store, (state) => state.moveNames);
  if (phase === 'closed' || phase === 'loading' || phase === 'failed') return null;
  return (
    <>
      <div className={styles.big}>
        <span className={styles.bigNumber}>{score}</span>
        <span className={styles.bigWord}>
          {combo < 2 ? t('dance.score') : t('dance.combo', { count: combo })}
        </span>
      </div>
      <ol className={styles.moves}>
        {moveNames.map((name, index) => (
          <li
            key={index}
            className={classNames(styles.move, index === moveIndex && styles.current)}
            aria-current={index === moveIndex ? 'step' : undefined}
          >
            {localized(name)}
          </li>
        ))}
      </ol>
    </>
  );
}
