/** What the file will be, and how each part of it will be made. */
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportForecast } from '../../../studio/exporter';
import { formatBytes, formatClock } from '../../format';
import { useLocale } from '../../localized';
import { roundRemaining } from './export-phase';
import { RoutePlan } from './route-plan';
import styles from './export-screen.module.css';

/** Reserves its room while nothing is known yet. */
export function Forecast({ forecast }: { forecast: ExportForecast | null }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const id = useId();
  return (
    <section className={styles.forecast} aria-labelledby={id} aria-busy={forecast === null}>
      <h3 className={styles.legend} id={id}>
        {t('export.forecast')}
      </h3>
      <p className={styles.fileFacts}>
        {forecast === null
          ? t('export.forecasting')
          : [
              t(forecast.isMost ? 'export.atMost' : 'export.about', {
                size: formatBytes(forecast.bytes, locale),
              }),
              `${forecast.size.width} × ${forecast.size.height}`,
              formatClock(forecast.duration, { tenths: true }),
              ...(forecast.seconds === null ? [] : [t('export.takes', { time: timeOf(forecast.seconds) })]),
            ].join(' · ')}
      </p>
      {forecast === null || forecast.stretches.length === 0 ? null : (
        <RoutePlan stretches={forecast.stretches} fps={forecast.fps} />
      )}
    </section>
  );

  function timeOf(seconds: number): string {
    const { unit, value } = roundRemaining(seconds);
    return unit === 's' ? t('export.leftSeconds', { value }) : t('export.leftMinutes', { value });
  }
}
