/** The moves of a draft: name, times, hold; split, join, delete. All by keys. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../studio/challenge-maker';
import { IconButton } from '../../components/icon-button';
import { useStudio } from '../../studio-context';
import styles from './make-screen.module.css';

/** Seconds of one press of an arrow key in a time. */
const STEP = 0.1;

export function DraftMoves({ draft }: { draft: Draft }): ReactElement {
  const { t } = useTranslation();
  const { maker } = useStudio();
  return (
    <section className={styles.card} aria-labelledby="make-moves">
      <h2 id="make-moves" className={styles.heading}>
        {t('make.moves', { count: draft.moves.length })}
      </h2>
      <ol className={styles.moves}>
        {draft.moves.map((move, index) => {
          const number = index + 1;
          return (
            <li key={index} className={styles.move}>
              <input
                className={styles.input}
                aria-label={t('make.moveName', { number })}
                value={move.name.en}
                maxLength={40}
                onChange={(event) => maker.setMove(index, { name: event.target.value })}
              />
              <div className={styles.times}>
                {(['start', 'end'] as const).map((edge) => (
                  <input
                    key={edge}
                    className={styles.time}
                    type="number"
                    step={STEP}
                    min={0}
                    max={draft.to - draft.from}
                    aria-label={
                      edge === 'start' ? t('make.moveStart', { number }) : t('make.moveEnd', { number })
                    }
                    value={Number(move[edge].toFixed(2))}
                    onChange={(event) => {
                      const value = event.target.valueAsNumber;
                      if (Number.isFinite(value)) maker.setMove(index, { [edge]: value });
                    }}
                  />
                ))}
                <label className={styles.hold}>
                  <input
                    type="checkbox"
                    checked={move.hold}
                    onChange={(event) => maker.setMove(index, { hold: event.target.checked })}
                  />
                  {t('make.hold')}
                </label>
                <IconButton
                  icon="split"
                  label={t('make.split', { number })}
                  onClick={() => maker.splitMove(index)}
                />
                <IconButton
                  icon="layers"
                  label={t('make.merge', { number })}
                  disabled={index === draft.moves.length - 1}
                  onClick={() => maker.mergeMove(index)}
                />
                <IconButton
                  icon="trash"
                  label={t('make.removeMove', { number })}
                  disabled={draft.moves.length < 2}
                  onClick={() => maker.removeMove(index)}
                />
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
