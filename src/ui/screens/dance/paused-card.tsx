/** While the game is held: why, and the three ways on. */
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './dance-screen.module.css';

/** Carry on, from the top, leave. */
export function PausedCard(props: { onLeave: () => void }): ReactElement {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const reason = useStudioState(dance.store, (state) => state.pauseReason);
  const resume = useRef<HTMLButtonElement>(null);
  useEffect(() => resume.current?.focus(), []);
  const isBodyLost = reason === 'body-lost';
  return (
    <div className={styles.center}>
      <section className={styles.pausedCard} role="alert">
        <p className={styles.pausedTitle}>
          {isBodyLost
            ? t('dance.pausedBody')
            : reason === 'hidden'
              ? t('dance.pausedHidden')
              : t('dance.pausedTitle')}
        </p>
        {isBodyLost ? <p>{t('dance.pausedBodyNext')}</p> : null}
        <div className={styles.actions}>
          <Button ref={resume} tone="primary" size="large" icon="play" onClick={() => dance.resume()}>
            {t('dance.resume')}
          </Button>
          <Button icon="restart" onClick={() => void dance.restart()}>
            {t('dance.restart')}
          </Button>
          <Button tone="quiet" onClick={props.onLeave}>
            {t('dance.leave')}
          </Button>
        </div>
      </section>
    </div>
  );
}
