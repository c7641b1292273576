/** Stars, score, and the ways on. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalizedText } from '../../../core/locale';
import type { StickerWords } from '../../../project/score-stickers';
import type { Verdict } from '../../../dance/judgement';
import type { ChallengeCard } from '../../../studio/dance';
import { Button } from '../../components/button';
import { classNames } from '../../components/class-names';
import { Icon } from '../../components/icons';
import { ErrorMessage } from '../../components/message';
import { useLocalized } from '../../localized';
import { ButtonLink, useNavigate } from '../../navigation';
import { useStudio } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './result-screen.module.css';

const STARS = [1, 2, 3, 4, 5];

/** A sentence for each number of stars. */
const PRAISES = ['s0', 's1', 's2', 's3', 's4', 's5'] as const;

/** The take's picture, its score, and what to do with it. */
export function ScoreHero(props: {
  takeId: string;
  verdict: Verdict;
  challenge: ChallengeCard;
  opened: readonly LocalizedText[];
  /** Who danced, where two took turns. */
  player: string | null;
}): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { dance, maker } = useStudio();
  const navigate = useNavigate();
  const editing = useTask();
  const sharing = useTask();
  const { takeId, verdict, challenge } = props;
  const verdictName = (): string => props.player ?? t('dance.playerDefault', { number: 1 });
  const words: StickerWords = {
    judgements: {
      perfect: t('dance.judgement.perfect'),
      great: t('dance.judgement.great'),
      good: t('dance.judgement.good'),
      miss: t('dance.judgement.miss'),
    },
    combo: (count) => t('dance.combo', { count }),
    score: (points) => t('result.points', { score: points }),
  };
  const edit = (): void =>
    editing.run(async () => {
      navigate({ screen: 'editor', projectId: await dance.editTake(takeId, words) });
    });
  return (
    <section className={styles.hero}>
      <p className={styles.challenge}>{localized(challenge.title)}</p>
      <div className={styles.stars} role="img" aria-label={t('result.stars', { count: verdict.stars })}>
        {STARS.map((star) => (
          <Icon
            key={star}
            name={star <= verdict.stars ? 'star' : 'star-empty'}
            size={36}
            className={classNames(star > verdict.stars && styles.empty)}
          />
        ))}
      </div>
      <p className={styles.score}>
        <span className={styles.number} data-testid="score">
          {Math.round(verdict.score)}
        </span>
        <span className={styles.outOf}>{t('result.outOf')}</span>
      </p>
      <p className={styles.praise}>{t(`result.praise.${PRAISES[verdict.stars] ?? 's0'}`)}</p>
      {props.opened.map((series) => (
        <p key={series.en} className={styles.opened} role="status">
          <Icon name="star" size={18} />
          {t('result.opened', { series: localized(series) })}
        </p>
      ))}
      <p className={styles.facts}>
        <span>
          {t('result.combo')}: {verdict.maxCombo}
        </span>
        <span className={styles.fact}>
          <Icon name="check" size={18} />
          {t('result.saved')}
        </span>
      </p>
      {editing.error === null ? null : <ErrorMessage error={editing.error} />}
      {sharing.error === null ? null : <ErrorMessage error={sharing.error} />}
      <div className={styles.actions}>
        <Button
          tone="primary"
          size="large"
          icon="edit"
          className={styles.first}
          busy={editing.busy}
          onClick={edit}
        >
          {t('result.edit')}
        </Button>
        <ButtonLink icon="restart" to={{ screen: 'dance', challengeId: challenge.id }}>
          {t('result.again')}
        </ButtonLink>
        <ButtonLink to={{ screen: 'dance', challengeId: null }}>{t('result.otherDance')}</ButtonLink>
        <Button
          icon="share"
          className={styles.first}
          busy={sharing.busy}
          title={t('make.beatMeNext')}
          onClick={() => sharing.run(async () => maker.download(await maker.beatMe(takeId, verdictName())))}
        >
          {t('make.beatMe')}
        </Button>
      </div>
    </section>
  );
}
