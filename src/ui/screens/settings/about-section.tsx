/** Privacy in one sentence, and whose work this stands on. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { version } from '../../../../package.json';
import { SettingsSection } from './settings-section';
import styles from './settings-screen.module.css';

/** The licences that the parts ask us to name. */
export function AboutSection(): ReactElement {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('settings.about')}>
      <p>{t('settings.privacy')}</p>
      <div className={styles.part}>
        <h3 className={styles.label}>{t('settings.licences')}</h3>
        <ul className={styles.licences}>
          <li>{t('settings.licenceOwn')}</li>
          <li>{t('settings.licenceFfmpeg')}</li>
          <li>{t('settings.licencePose')}</li>
          <li>{t('settings.licenceMediabunny')}</li>
          <li>{t('settings.licenceFonts')}</li>
          <li>{t('settings.licenceOthers')}</li>
        </ul>
      </div>
      <p className={styles.version}>Fifteen {version}</p>
    </SettingsSection>
  );
}
