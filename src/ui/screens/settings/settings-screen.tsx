/** Settings: chosen once, kept on this device. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../components/screen';
import { useNavigate } from '../../navigation';
import { useKeys } from '../../use-keys';
import { AboutSection } from './about-section';
import { CaptureSection } from './capture-section';
import { LookSection } from './look-section';
import { StorageSection } from './storage-section';
import styles from './settings-screen.module.css';

/** Every change works at once; there is nothing to save. */
export function SettingsScreen(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useKeys({ Escape: () => navigate({ screen: 'home' }) });
  return (
    <Screen title={t('settings.title')} back={{ screen: 'home' }}>
      <div className={styles.page}>
        <LookSection />
        <CaptureSection />
        <StorageSection />
        <AboutSection />
      </div>
    </Screen>
  );
}
