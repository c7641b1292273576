/** Result: what the judge says, and where to go from here. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DanceResult } from '../../../studio/dance';
import { EmptyState } from '../../components/empty-state';
import { ErrorMessage } from '../../components/message';
import { Screen } from '../../components/screen';
import { ButtonLink, useNavigate } from '../../navigation';
import { useStudio } from '../../studio-context';
import { useKeys } from '../../use-keys';
import { useTask } from '../../use-task';
import { HistoryLine } from './history-line';
import { LimbFigure } from './limb-figure';
import { MoveList } from './move-list';
import { ScoreHero } from './score-hero';
import { TakeReplay } from './take-replay';
import { TimingHistogram } from './timing-histogram';
import { WeakMoves } from './weak-moves';
import styles from './result-screen.module.css';

/** The result of one take. */
export function ResultScreen(props: { takeId: string }): ReactElement {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const navigate = useNavigate();
  const [result, setResult] = useState<DanceResult | null | undefined>(undefined);
  const { run, error } = useTask();
  const { takeId } = props;
  useEffect(() => run(async () => setResult(await dance.resultOf(takeId))), [run, dance, takeId]);
  useKeys({ Escape: () => navigate({ screen: 'dance', challengeId: null }) });
  return (
    <Screen title={t('result.title')} back={{ screen: 'dance', challengeId: null }} width="wide">
      {error === null ? null : <ErrorMessage error={error} />}
      {result === null ? (
        <EmptyState icon="dance" title={t('result.missingTitle')} next={t('result.missingNext')}>
          <ButtonLink to={{ screen: 'dance', challengeId: null }}>{t('result.otherDance')}</ButtonLink>
        </EmptyState>
      ) : null}
      {result == null ? null : (
        <div className={styles.page}>
          <div className={styles.column}>
            <ScoreHero
              takeId={takeId}
              verdict={result.verdict}
              challenge={result.challenge}
              opened={result.opened}
              player={result.history.at(-1)?.player ?? null}
            />
            <TakeReplay takeId={takeId} names={result.moveNames} />
          </div>
          <div className={styles.column}>
            <MoveList moves={result.verdict.moves} names={result.moveNames} />
            <WeakMoves
              challengeId={result.challenge.id}
              moves={result.verdict.moves}
              names={result.moveNames}
            />
          </div>
          <div className={styles.column}>
            <LimbFigure limbs={result.verdict.limbs} />
            <TimingHistogram moves={result.verdict.moves} />
            <HistoryLine plays={result.history} />
          </div>
        </div>
      )}
    </Screen>
  );
}
