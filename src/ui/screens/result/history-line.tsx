/** How it went before: a small line of scores, and the same in words. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PastPlay } from '../../../studio/dance';
import { formatWhen } from '../../format';
import { useLocale } from '../../localized';
import styles from './result-screen.module.css';

const WIDTH = 260;
const HEIGHT = 72;
/** Plays in the drawing; the list has as many. */
const MOST = 12;

/** Oldest first. Nothing where this was the first play. */
export function HistoryLine(props: { plays: readonly PastPlay[] }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const plays = props.plays.slice(-MOST);
  const last = plays.at(-1);
  const before = props.plays.slice(0, -1);
  if (last === undefined || before.length === 0) return null;
  const best = Math.max(...before.map(({ score }) => score));
  const difference = Math.round(last.score) - Math.round(best);
  const x = (index: number): number => 6 + (index * (WIDTH - 12)) / Math.max(1, plays.length - 1);
  const y = (score: number): number => HEIGHT - 6 - ((HEIGHT - 12) * score) / 100;
  return (
    <section className={styles.section} aria-labelledby="result-history">
      <h2 id="result-history" className={styles.heading}>
        {t('result.history')}
      </h2>
      <p className={styles.timingWords}>
        {difference > 0
          ? t('result.newBest', { value: difference })
          : difference === 0
            ? t('result.sameBest')
            : t('result.underBest', { value: -difference })}
      </p>
      <svg className={styles.histogram} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <polyline
          points={plays.map(({ score }, index) => `${x(index)},${y(score)}`).join(' ')}
          fill="none"
          stroke="var(--cool)"
          strokeWidth="3"
          strokeLinejoin="round"
        />
        {plays.map(({ score }, index) => (
          <circle
            key={index}
            cx={x(index)}
            cy={y(score)}
            r={index === plays.length - 1 ? 6 : 4}
            fill={index === plays.length - 1 ? 'var(--hot)' : 'var(--cool)'}
          />
        ))}
      </svg>
      <ol className={styles.past} reversed>
        {[...plays].reverse().map(({ playedAt, score, player }, index) => (
          <li key={index}>
            <span>{formatWhen(playedAt, locale)}</span>
            {player === null ? null : <span>{player}</span>}
            <span className={styles.pastScore}>{Math.round(score)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
