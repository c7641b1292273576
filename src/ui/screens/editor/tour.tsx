/** Four small cards on the first visit. They cover nothing that is worked with, hold no focus, and go with one press. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { IconButton } from '../../components/icon-button';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './tour.module.css';

/** Places that are marked by `data-tour`. */
const STEPS = ['timeline', 'beat', 'panels', 'export'] as const;

type TourStep = (typeof STEPS)[number];

/** Nothing once it was seen or skipped, and nothing over an empty film. */
export function Tour(): ReactElement | null {
  const { editor, settings } = useStudio();
  const isSeen = useStudioState(settings.store, (state) => state.tourSeen);
  const isEmpty = useStudioState(editor.store, ({ duration }) => duration === 0);
  return isSeen || isEmpty ? null : <TourCard onEnd={() => settings.change({ tourSeen: true })} />;
}

function TourCard({ onEnd }: { onEnd: () => void }): ReactElement {
  const { t } = useTranslation();
  const [place, setPlace] = useState(0);
  const step: TourStep = STEPS[place] ?? 'timeline';
  const isLast = place === STEPS.length - 1;
  useEffect(() => {
    const element = document.querySelector(`[data-tour="${step}"]`);
    element?.setAttribute('data-toured', '');
    return () => element?.removeAttribute('data-toured');
  }, [step]);
  return (
    <aside className={styles.card} aria-label={t('editor.tour.title')}>
      <div className={styles.words}>
        <p>{t(`editor.tour.${step}`)}</p>
        <IconButton icon="close" label={t('editor.tour.skip')} onClick={onEnd} />
      </div>
      <div className={styles.row}>
        <span className={styles.dots} aria-hidden="true">
          {STEPS.map((each) => (
            <span key={each} className={styles.dot} data-on={each === step || undefined} />
          ))}
        </span>
        {place === 0 ? null : (
          <Button tone="quiet" onClick={() => setPlace(place - 1)}>
            {t('common.back')}
          </Button>
        )}
        <Button onClick={() => (isLast ? onEnd() : setPlace(place + 1))}>
          {t(isLast ? 'editor.tour.done' : 'editor.tour.next')}
        </Button>
      </div>
    </aside>
  );
}
