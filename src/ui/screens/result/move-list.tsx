/** Every move with its judgement, score, timing and one word of advice. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalizedText } from '../../../core/locale';
import type { MoveVerdict } from '../../../dance/judgement';
import { JudgementLabel } from '../../components/judgement';
import { useLocalized } from '../../localized';
import styles from './result-screen.module.css';

/** Within this many milliseconds of the beat nobody is early or late. */
const ON_TIME_MS = 40;

/** In the order they were danced. */
export function MoveList(props: {
  moves: readonly MoveVerdict[];
  names: readonly LocalizedText[];
}): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const timing = (move: MoveVerdict): string => {
    // Of a miss no lag can be told.
    if (move.judgement === 'miss') return '';
    const value = Math.round(Math.abs(move.timingMs));
    if (value < ON_TIME_MS) return t('result.onTime');
    return move.timingMs < 0 ? t('result.early', { value }) : t('result.late', { value });
  };
  return (
    <section className={styles.section} aria-labelledby="result-moves">
      <h2 id="result-moves" className={styles.heading}>
        {t('result.moves')}
      </h2>
      <ol className={styles.moves}>
        {props.moves.map((move) => {
          const name = props.names[move.move];
          const hasAdvice = move.cause !== null && move.cause !== 'early' && move.cause !== 'late';
          return (
            <li key={move.move} className={styles.move}>
              <span className={styles.moveName}>{name === undefined ? move.move + 1 : localized(name)}</span>
              <span className={styles.moveScore}>
                {t('result.points', { score: Math.round(move.score) })}
              </span>
              <JudgementLabel judgement={move.judgement} />
              <span className={styles.timing}>
                {hasAdvice && move.cause !== null ? t(`result.cause.${move.cause}`) : timing(move)}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
