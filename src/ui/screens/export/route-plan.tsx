/** How each stretch of the film gets into the file, and why. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportStretch } from '../../../studio/exporter';
import { Button } from '../../components/button';
import { formatClock } from '../../format';
import styles from './route-plan.module.css';

/** More lines than this are folded. */
const SHOWN = 4;

export function RoutePlan(props: { stretches: readonly ExportStretch[]; fps: number }): ReactElement {
  const { t } = useTranslation();
  const { stretches, fps } = props;
  const [isOpen, setOpen] = useState(false);
  const total = stretches.reduce((sum, { count }) => sum + count, 0);
  const shown = isOpen ? stretches : stretches.slice(0, SHOWN);
  return (
    <div className={styles.plan}>
      <div className={styles.bar} aria-hidden="true">
        {stretches.map(({ first, count, route }) => (
          <span key={first} className={styles[route]} style={{ flexGrow: count / total }} />
        ))}
      </div>
      <ol className={styles.list} aria-label={t('export.plan')}>
        {shown.map(({ first, count, route, reason }) => (
          <li key={first} className={styles.line}>
            <span className={styles[route]} aria-hidden="true" />
            <span className={styles.times}>
              {formatClock(first / fps, { tenths: true })}–
              {formatClock((first + count) / fps, { tenths: true })}
            </span>
            <span>
              {t(`export.route.${route}`)}{' '}
              <span className={styles.reason}>{t(`export.reason.${reason}`)}</span>
            </span>
          </li>
        ))}
      </ol>
      {stretches.length <= SHOWN ? null : (
        <Button tone="quiet" onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('export.fewerLines') : t('export.moreLines', { count: stretches.length - SHOWN })}
        </Button>
      )}
    </div>
  );
}
