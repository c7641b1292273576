/** How much room is used, and the wish to keep it. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icons';
import { ErrorMessage, Message } from '../../components/message';
import { formatBytes } from '../../format';
import { useLocale } from '../../localized';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './library-screen.module.css';

/** Nothing where the browser does not say how much there is. */
export function StorageMeter(): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const { library } = useStudio();
  const storage = useStudioState(library.store, (state) => state.storage);
  const asking = useTask();
  const [isRefused, setRefused] = useState(false);
  if (storage === null) return null;
  const share = Math.min(1, storage.used / Math.max(1, storage.quota));
  const words = t('library.storageUsed', {
    used: formatBytes(storage.used, locale),
    quota: formatBytes(storage.quota, locale),
  });
  return (
    <section className={styles.storage} aria-label={t('library.storage')}>
      <div className={styles.storageLine}>
        <span>{words}</span>
        {storage.persisted ? (
          <span className={styles.kept}>
            <Icon name="shield" size={20} />
            {t('library.kept')}
          </span>
        ) : null}
      </div>
      <div className={styles.meter} aria-hidden="true">
        <div className={styles.used} style={{ transform: `scaleX(${Math.max(0.005, share)})` }} />
      </div>
      {storage.persisted ? null : (
        <div className={styles.storageLine}>
          <span className={styles.fact}>{t('library.keepHint')}</span>
          <Button
            tone="quiet"
            icon="shield"
            busy={asking.busy}
            onClick={() => asking.run(async () => setRefused(!(await library.keepSafe())))}
          >
            {t('library.keepSafe')}
          </Button>
        </div>
      )}
      {isRefused && !storage.persisted ? <Message title={t('library.keepRefused')} /> : null}
      {asking.error === null ? null : <ErrorMessage error={asking.error} />}
    </section>
  );
}
