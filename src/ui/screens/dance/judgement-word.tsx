/** The word that hits the stage with every judged move. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../components/class-names';
import { Icon } from '../../components/icons';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './dance-screen.module.css';

/** Long enough to read, gone before the next beat but one. */
const SHOWN_MS = 900;

/** Shape, word and colour of the last judgement; fades by itself. */
export function JudgementWord(): ReactElement | null {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const verdict = useStudioState(dance.store, (state) => state.lastVerdict);
  const [fadedMove, setFadedMove] = useState(-1);
  const move = verdict?.move;
  useEffect(() => {
    if (move === undefined) return;
    const timer = setTimeout(() => setFadedMove(move), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [move]);
  if (verdict === null) return null;
  const { judgement } = verdict;
  return (
    <div className={styles.word} aria-hidden="true">
      <span
        key={verdict.move}
        className={classNames(
          styles.verdict,
          judgement !== 'miss' && styles[judgement],
          fadedMove === verdict.move && styles.fading,
        )}
      >
        <Icon name={judgement} />
        {t(`dance.judgement.${judgement}`)}
      </span>
    </div>
  );
}
