/** The moves that cost most, and the way to practise them. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalizedText } from '../../../core/locale';
import type { MoveVerdict } from '../../../dance/judgement';
import { useLocalized } from '../../localized';
import { ButtonLink } from '../../navigation';
import styles from './result-screen.module.css';

/** Moves worth practising: below this many points, the worst few. */
const GOOD_ENOUGH = 85;
const MOST = 3;

/** Nothing where every move was good. */
export function WeakMoves(props: {
  challengeId: string;
  moves: readonly MoveVerdict[];
  names: readonly LocalizedText[];
}): ReactElement | null {
  const { t } = useTranslation();
  const localized = useLocalized();
  const weak = props.moves
    .filter(({ score }) => score < GOOD_ENOUGH)
    .sort((a, b) => a.score - b.score)
    .slice(0, MOST)
    .sort((a, b) => a.move - b.move);
  if (weak.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="result-weak">
      <h2 id="result-weak" className={styles.heading}>
        {t('result.practise')}
      </h2>
      <ul className={styles.weak}>
        {weak.map(({ move, score }) => {
          const name = props.names[move];
          return (
            <li key={move}>
              <ButtonLink
                icon="restart"
                to={{
                  screen: 'practice',
                  challengeId: props.challengeId,
                  moves: { from: move, to: move },
                }}
              >
                {t('result.practiseMove', {
                  move: name === undefined ? move + 1 : localized(name),
                  score: Math.round(score),
                })}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
