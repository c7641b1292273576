/** How much is kept, and whether the browser may clear it. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icons';
import { ErrorMessage, Message } from '../../components/message';
import { formatBytes } from '../../format';
import { useLocale } from '../../localized';
import { ButtonLink } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import { SettingsSection } from './settings-section';
import styles from './settings-screen.module.css';

/** The meter, and the request to keep everything. */
export function StorageSection(): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { library } = useStudio();
  const storage = useStudioState(library.store, (state) => state.storage);
  const loading = useTask();
  const asking = useTask();
  const [isRefused, setRefused] = useState(false);
  const { run } = loading;
  useEffect(() => run(() => library.refresh()), [run, library]);
  const ask = (): void => asking.run(async () => setRefused(!(await library.keepSafe())));
  const error = asking.error ?? loading.error;
  return (
    <SettingsSection title={t('settings.storage')}>
      {error === null ? null : <ErrorMessage error={error} />}
      {storage === null ? (
        <p className={styles.hint}>{t('settings.storageUnknown')}</p>
      ) : (
        <>
          <div className={styles.part}>
            <p>
              {t('settings.storageUsed', {
                used: formatBytes(storage.used, locale),
                quota: formatBytes(storage.quota, locale),
              })}
            </p>
            <div className={styles.meter} aria-hidden="true">
              <div
                className={styles.used}
                style={{ width: `${Math.min(100, (100 * storage.used) / Math.max(1, storage.quota))}%` }}
              />
            </div>
          </div>
          <p className={styles.state}>
            <Icon name={storage.persisted ? 'shield' : 'info'} />
            {storage.persisted ? t('settings.kept') : t('settings.notKept')}
          </p>
          {isRefused && !storage.persisted ? <Message title={t('settings.keepRefused')} /> : null}
        </>
      )}
      <div className={styles.stepper}>
        {storage === null || storage.persisted ? null : (
          <Button icon="shield" busy={asking.busy} onClick={ask}>
            {t('settings.keepSafe')}
          </Button>
        )}
        <ButtonLink tone="quiet" icon="library" to={{ screen: 'library' }}>
          {t('common.library')}
        </ButtonLink>
      </div>
    </SettingsSection>
  );
}
