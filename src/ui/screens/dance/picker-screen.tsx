/** Dance: pick a challenge, by series and level. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChallengeCard as Challenge } from '../../../studio/dance';
import { Button } from '../../components/button';
import { ChallengeCard } from '../../components/challenge-card';
import { Chip, ChipRow } from '../../components/chip';
import { EmptyState } from '../../components/empty-state';
import { ErrorMessage } from '../../components/message';
import { Screen } from '../../components/screen';
import { useLocalized } from '../../localized';
import { ButtonLink, useNavigate } from '../../navigation';
import { useStudio } from '../../studio-context';
import { useKeys } from '../../use-keys';
import { useTask } from '../../use-task';
import styles from './picker-screen.module.css';

/** All challenges, easiest first within their series. */
export function PickerScreen(): ReactElement {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const navigate = useNavigate();
  const [challenges, setChallenges] = useState<readonly Challenge[] | null>(null);
  const [level, setLevel] = useState<number | null>(null);
  const { run, error } = useTask();
  const load = (): void => run(async () => setChallenges(await dance.listChallenges()));
  useEffect(() => run(async () => setChallenges(await dance.listChallenges())), [run, dance]);
  useKeys({ Escape: () => navigate({ screen: 'home' }) });

  const levels = [...new Set(challenges?.map((challenge) => challenge.level))].sort((a, b) => a - b);
  const shown = (challenges ?? []).filter((challenge) => level === null || challenge.level === level);
  return (
    <Screen title={t('dance.title')} back={{ screen: 'home' }} width="wide">
      <div className={styles.head}>
        <p className={styles.intro}>{t('dance.pickerIntro')}</p>
        <ButtonLink icon="plus" to={{ screen: 'make' }}>
          {t('make.makeOwn')}
        </ButtonLink>
      </div>
      {levels.length < 2 ? null : (
        <ChipRow label={t('dance.filter')}>
          <Chip pressed={level === null} onClick={() => setLevel(null)}>
            {t('dance.allLevels')}
          </Chip>
          {levels.map((each) => (
            <Chip key={each} pressed={level === each} onClick={() => setLevel(each)}>
              {t('dance.levelShort', { level: each })}
            </Chip>
          ))}
        </ChipRow>
      )}
      {error === null ? null : (
        <div className={styles.message}>
          <ErrorMessage error={error}>
            <Button onClick={load}>{t('common.retry')}</Button>
          </ErrorMessage>
        </div>
      )}
      {challenges?.length === 0 ? (
        <EmptyState icon="dance" title={t('dance.empty')} next={t('dance.emptyNext')} />
      ) : null}
      {bySeries(shown).map((series) => (
        <SeriesSection key={series[0]?.seriesId} challenges={series} />
      ))}
    </Screen>
  );
}

function SeriesSection(props: { challenges: readonly Challenge[] }): ReactElement | null {
  const localized = useLocalized();
  const { t } = useTranslation();
  const [first] = props.challenges;
  if (first === undefined) return null;
  const { lock } = first;
  return (
    <section className={styles.series} aria-labelledby={`series-${first.seriesId}`}>
      <h2 id={`series-${first.seriesId}`} className={styles.seriesName}>
        {localized(first.seriesName)}
      </h2>
      {lock === null ? null : (
        <p className={styles.lock}>
          {t('dance.opensAfter', { count: lock.missing, series: localized(lock.seriesName) })}
        </p>
      )}
      <div className={styles.cards}>
        {props.challenges.map((challenge) => (
          <ChallengeCard key={challenge.id} challenge={challenge} />
        ))}
      </div>
    </section>
  );
}

function bySeries(challenges: readonly Challenge[]): readonly (readonly Challenge[])[] {
  const groups = new Map<string, Challenge[]>();
  for (const challenge of challenges) {
    const group = groups.get(challenge.seriesId);
    if (group === undefined) groups.set(challenge.seriesId, [challenge]);
    else group.push(challenge);
  }
  return [...groups.values()];
}
