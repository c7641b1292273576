/** The word that hits the stage with every judged move. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoveVerdict } from '../../../dance/judgement';
import { classNames } from '../../components/class-names';
import { Icon } from '../../components/icons';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './dance-screen.module.css';

/** Long enough to read, gone before the next beat but one. */
const SHOWN_MS = 900;

/** The last judgement of the game. */
export function JudgementWord(): ReactElement | null {
  const { dance } = useStudio();
  const verdict = useStudioState(dance.store, (state) => state.lastVerdict);
  return verdict === null ? null : <VerdictWord verdict={verdict} />;
}

/** Shape, word and colour of a judgement, and the one thing that would help most; fades by itself. */
export function VerdictWord(props: { verdict: MoveVerdict }): ReactElement {
  const { t } = useTranslation();
  const { verdict } = props;
  const [faded, setFaded] = useState<MoveVerdict | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setFaded(verdict), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [verdict]);
  const isFading = faded === verdict;
  const { judgement, cause, move } = verdict;
  return (
    <div className={styles.word} aria-hidden="true">
      <span
        key={`${move}-${judgement}`}
        className={classNames(
          styles.verdict,
          judgement !== 'miss' && styles[judgement],
          isFading && styles.fading,
        )}
      >
        <Icon name={judgement} />
        {t(`dance.judgement.${judgement}`)}
      </span>
      {cause === null ? null : (
        <span key={`cause-${move}`} className={classNames(styles.cause, isFading && styles.fading)}>
          {t(`result.cause.${cause}`)}
        </span>
      )}
    </div>
  );
}
