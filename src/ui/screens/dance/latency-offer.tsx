/** The delay check, offered before the first dance on a device. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './dance-screen.module.css';

/** Offered once on a device, before its first dance; both answers are the last word. */
export function LatencyOffer(): ReactElement | null {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const navigate = useNavigate();
  const wasOffered = useStudioState(settings.store, (state) => state.latencyOffered);
  if (wasOffered) return null;
  return (
    <div className={styles.offer}>
      <p>{t('dance.offerLatencyHint')}</p>
      <div className={styles.offerActions}>
        <Button icon="latency" onClick={() => navigate({ screen: 'calibrate' })}>
          {t('dance.offerLatency')}
        </Button>
        <Button tone="quiet" onClick={() => settings.change({ latencyOffered: true })}>
          {t('dance.notNow')}
        </Button>
      </div>
    </div>
  );
}
