/** The whole app over a studio. */
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Suspense, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudioError } from '../core/errors';
import type { Studio } from '../studio/studio';
import { Button } from './components/button';
import { ErrorMessage } from './components/message';
import { VisuallyHidden } from './components/visually-hidden';
import { ErrorBoundary } from './error-boundary';
import { NavigationProvider, useRoute } from './navigation';
import { Notices } from './notices';
import { Preferences } from './preferences';
import { ScreenOf } from './screen-table';
import { StudioProvider } from './studio-context';
import styles from './app.module.css';

/** Everything below the root element, once the studio is there. */
export function App(props: { studio: Studio }): ReactElement {
  return (
    // Our policy allows no inline styles: the parts of Base UI that would write some do without.
    <CSPProvider disableStyleElements>
      <StudioProvider studio={props.studio}>
        <NavigationProvider>
          <Preferences />
          <CurrentScreen />
          <Notices />
        </NavigationProvider>
      </StudioProvider>
    </CSPProvider>
  );
}

function CurrentScreen(): ReactElement {
  const route = useRoute();
  return (
    <ErrorBoundary key={route?.screen}>
      <Suspense fallback={<Waiting />}>
        <ScreenOf route={route} />
      </Suspense>
    </ErrorBoundary>
  );
}

/** Shown while the app or a screen is being fetched. */
export function Waiting(): ReactElement {
  const { t } = useTranslation();
  return (
    <main className={styles.waiting} aria-busy="true">
      <div className={styles.mark} />
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
    </main>
  );
}

/** Shown when the studio cannot be opened at all, such as without any storage. */
export function StartFailure(props: { error: StudioError }): ReactElement {
  const { t } = useTranslation();
  return (
    <main className={styles.failure}>
      <ErrorMessage error={props.error}>
        <Button tone="primary" onClick={() => window.location.reload()}>
          {t('common.retry')}
        </Button>
      </ErrorMessage>
    </main>
  );
}
