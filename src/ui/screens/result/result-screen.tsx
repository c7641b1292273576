/** Result: what the judge says, and where to go from here. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalizedText } from '../../../core/locale';
import type { Verdict } from '../../../dance/judgement';
import type { ChallengeCard } from '../../../studio/dance';
import { EmptyState } from '../../components/empty-state';
import { ErrorMessage } from '../../components/message';
import { Screen } from '../../components/screen';
import { ButtonLink, useNavigate } from '../../navigation';
import { useStudio } from '../../studio-context';
import { useKeys } from '../../use-keys';
import { useTask } from '../../use-task';
import { LimbFigure } from './limb-figure';
import { MoveList } from './move-list';
import { ScoreHero } from './score-hero';
import styles from './result-screen.module.css';

interface Result {
  readonly verdict: Verdict;
  readonly challenge: ChallengeCard;
  readonly moveNames: readonly LocalizedText[];
}

/** The result of one take. */
export function ResultScreen(props: { takeId: string }): ReactElement {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const navigate = useNavigate();
  const [result, setResult] = useState<Result | null | undefined>(undefined);
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
          <ScoreHero takeId={takeId} verdict={result.verdict} challenge={result.challenge} />
          <MoveList moves={result.verdict.moves} names={result.moveNames} />
          <LimbFigure limbs={result.verdict.limbs} />
        </div>
      )}
    </Screen>
  );
}
