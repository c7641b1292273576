/** Where a challenge comes from, and the ones that are there. */
import { useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { useStudio, useStudioState } from '../../studio-context';
import { OwnChallengeList } from './own-challenge-list';
import styles from './make-screen.module.css';

const MOST_TAKES = 6;

export function ChooseSource(props: { onFile: (file: File) => void }): ReactElement {
  const { t } = useTranslation();
  const { maker, library } = useStudio();
  const input = useRef<HTMLInputElement>(null);
  const takes = useStudioState(library.store, (state) => state.takes);
  const ready = takes.filter(({ state }) => state !== 'recording').slice(0, MOST_TAKES);
  return (
    <>
      <section className={styles.card}>
        <p>{t('make.intro')}</p>
        <input
          ref={input}
          type="file"
          accept="video/*,.mp4,.mov,.webm,.mkv,.bvh"
          hidden
          data-testid="make-file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file !== undefined) props.onFile(file);
          }}
        />
        <Button tone="primary" size="large" icon="import" onClick={() => input.current?.click()}>
          {t('make.choose')}
        </Button>
        <p className={styles.soft}>{t('make.chooseNext')}</p>
      </section>
      {ready.length === 0 ? null : (
        <section className={styles.card} aria-labelledby="make-takes">
          <h2 id="make-takes" className={styles.heading}>
            {t('make.fromTake')}
          </h2>
          <ul className={styles.takes}>
            {ready.map((take) => (
              <li key={take.id}>
                <Button icon="film" onClick={() => void maker.makeFromTake(take.id)}>
                  {take.name}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <OwnChallengeList />
    </>
  );
}
