/** The moves with the best of each; pressing one loops it alone. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../components/class-names';
import { Button } from '../../components/button';
import { useLocalized } from '../../localized';
import { useStudio, useStudioState } from '../../studio-context';
import dance from '../dance/dance-screen.module.css';
import styles from './practice-screen.module.css';

export function PracticeMoves(): ReactElement | null {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { practice } = useStudio();
  const moveNames = useStudioState(practice.store, (state) => state.moveNames);
  const best = useStudioState(practice.store, (state) => state.best);
  const from = useStudioState(practice.store, (state) => state.from);
  const to = useStudioState(practice.store, (state) => state.to);
  const moveIndex = useStudioState(practice.store, (state) => state.moveIndex);
  const roundScore = useStudioState(practice.store, (state) => state.roundScore);
  const guidance = useStudioState(practice.store, (state) => state.guidance);
  if (moveNames.length === 0) return null;
  const amount =
    guidance >= 1 ? t('practice.helpFull') : guidance > 0 ? t('practice.helpFaint') : t('practice.helpGone');
  return (
    <>
      <p className={styles.round}>
        {roundScore === null ? null : (
          <span>{t('practice.roundScore', { score: Math.round(roundScore) })}</span>
        )}
        <span>{t('practice.help', { amount })}</span>
      </p>
      <ol className={dance.moves} aria-label={t('practice.moves')}>
        {moveNames.map((name, index) => {
          const score = best[index] ?? null;
          return (
            <li key={index}>
              <button
                type="button"
                className={classNames(
                  styles.move,
                  index >= from && index <= to && styles.inLoop,
                  index === moveIndex && styles.now,
                )}
                aria-current={index === moveIndex ? 'step' : undefined}
                aria-pressed={from === index && to === index}
                onClick={() => void practice.change({ from: index, to: index })}
              >
                <span>{localized(name)}</span>
                <span className={styles.best}>
                  {score === null ? t('practice.never') : t('practice.best', { score: Math.round(score) })}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <Button
        tone="quiet"
        onClick={() => void practice.change({ from: 0, to: moveNames.length - 1 })}
        disabled={from === 0 && to === moveNames.length - 1}
      >
        {t('practice.wholeDance')}
      </Button>
      <p className={dance.keys}>{t('practice.keys')}</p>
    </>
  );
}
