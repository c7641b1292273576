/** News of the app itself: a new version, offline readiness. Never over a camera, a dance or an edit. */
import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegisterSW } from 'virtual:pwa-register/react';
import { Button } from './components/button';
import { Message } from './components/message';
import { useRoute } from './navigation';
import type { ScreenName } from './routes';
import styles from './notices.module.css';

/** Screens where nothing can be interrupted. */
const CALM_SCREENS: readonly ScreenName[] = ['home', 'library', 'settings'];

/** Long enough to be read. */
const READY_NOTE_MS = 6000;

/** Registers the service worker and shows what it has to say. */
export function Notices(): ReactElement | null {
  const { t } = useTranslation();
  const route = useRoute();
  const {
    needRefresh: [needsUpdate, setNeedsUpdate],
    offlineReady: [isOfflineReady, setOfflineReady],
    updateServiceWorker,
  } = useRegisterSW();
  const isCalm = route !== null && CALM_SCREENS.includes(route.screen);
  const showsReady = isOfflineReady && isCalm;
  useEffect(() => {
    if (!showsReady) return;
    const timer = setTimeout(() => setOfflineReady(false), READY_NOTE_MS);
    return () => clearTimeout(timer);
  }, [showsReady, setOfflineReady]);

  if (!isCalm || (!needsUpdate && !isOfflineReady)) return null;
  return (
    <aside className={styles.notices}>
      {needsUpdate ? (
        <Message title={t('common.updateTitle')} next={t('common.updateNext')}>
          <Button tone="primary" onClick={() => void updateServiceWorker(true)}>
            {t('common.updateNow')}
          </Button>
          <Button tone="quiet" onClick={() => setNeedsUpdate(false)}>
            {t('common.later')}
          </Button>
        </Message>
      ) : (
        <Message title={t('common.offlineReady')} />
      )}
    </aside>
  );
}
