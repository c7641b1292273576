/** What a platform lays over the film, drawn as what it leaves free. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FREE_ZONES, PLATFORM_NAMES, PLATFORMS, type Platform } from '../../../studio/editor-facts';
import { IconButton } from '../../components/icon-button';
import styles from './stage-handles.module.css';

export function SafeZone({ platform }: { platform: Platform }): ReactElement {
  const { x, y, width, height } = FREE_ZONES[platform];
  const percent = (share: number): string => `${share * 100}%`;
  return (
    <div className={styles.zones}>
      <div
        className={styles.zone}
        style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
      >
        <span className={styles.zoneName}>{PLATFORM_NAMES[platform]}</span>
      </div>
    </div>
  );
}

/** Shows the free zone of one platform after the other, and then none. */
export function SafeZoneButton(props: {
  zone: Platform | null;
  onZone: (zone: Platform | null) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { zone, onZone } = props;
  return (
    <div className={styles.zoneButton} data-theme="dark">
      <IconButton
        icon="grid"
        label={zone === null ? t('editor.zones') : t('editor.zoneOf', { name: PLATFORM_NAMES[zone] })}
        pressed={zone !== null}
        onClick={() => onZone(nextZone(zone))}
      />
    </div>
  );
}

function nextZone(zone: Platform | null): Platform | null {
  const place = zone === null ? -1 : PLATFORMS.indexOf(zone);
  return PLATFORMS[place + 1] ?? null;
}
