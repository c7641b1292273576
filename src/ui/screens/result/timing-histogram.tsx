/** Early and late: how the moves lie round the beat, as a picture and in words. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoveVerdict } from '../../../dance/judgement';
import styles from './result-screen.module.css';

/** Milliseconds of one column, and how many there are on either side of the middle one. */
const COLUMN_MS = 60;
const SIDE_COLUMNS = 4;
/** Within this many milliseconds a mean is on the beat. */
const ON_TIME_MS = 25;

const COLUMN_WIDTH = 28;
const HEIGHT = 84;

/** Misses are left out: of them no lag can be told. Nothing where all were missed. */
export function TimingHistogram(props: { moves: readonly MoveVerdict[] }): ReactElement | null {
  const { t } = useTranslation();
  const lags = props.moves.filter(({ judgement }) => judgement !== 'miss').map(({ timingMs }) => timingMs);
  if (lags.length === 0) return null;
  const columns = Array.from({ length: 2 * SIDE_COLUMNS + 1 }, () => 0);
  for (const lag of lags) {
    const column = Math.max(-SIDE_COLUMNS, Math.min(SIDE_COLUMNS, Math.round(lag / COLUMN_MS)));
    columns[column + SIDE_COLUMNS] = (columns[column + SIDE_COLUMNS] ?? 0) + 1;
  }
  const most = Math.max(...columns);
  const mean = Math.round(lags.reduce((sum, lag) => sum + lag, 0) / lags.length);
  const spread = Math.round(Math.sqrt(lags.reduce((sum, lag) => sum + (lag - mean) ** 2, 0) / lags.length));
  const value = Math.abs(mean);
  const words =
    value <= ON_TIME_MS
      ? t('result.timingOn', { spread })
      : mean < 0
        ? t('result.timingEarly', { value, spread })
        : t('result.timingLate', { value, spread });
  return (
    <section className={styles.section} aria-labelledby="result-timing">
      <h2 id="result-timing" className={styles.heading}>
        {t('result.timing')}
      </h2>
      <p className={styles.timingWords}>{words}</p>
      <svg
        className={styles.histogram}
        viewBox={`0 0 ${columns.length * COLUMN_WIDTH} ${HEIGHT + 22}`}
        role="img"
        aria-label={words}
      >
        {columns.map((count, index) => {
          const height = Math.max(2, (count / most) * HEIGHT);
          return (
            <rect
              key={index}
              x={index * COLUMN_WIDTH + 3}
              y={HEIGHT - height}
              width={COLUMN_WIDTH - 6}
              height={height}
              rx="4"
              fill={index === SIDE_COLUMNS ? 'var(--hot)' : 'var(--cool)'}
              opacity={count === 0 ? 0.35 : 1}
            />
          );
        })}
        <text x="3" y={HEIGHT + 17} className={styles.axis}>
          {t('result.axisEarly')}
        </text>
        <text x={columns.length * COLUMN_WIDTH - 3} y={HEIGHT + 17} textAnchor="end" className={styles.axis}>
          {t('result.axisLate')}
        </text>
      </svg>
    </section>
  );
}
