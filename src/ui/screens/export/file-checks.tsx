/** What was found when the finished file was opened again. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportRecord } from '../../../storage/records';
import { classNames } from '../../components/class-names';
import { Icon } from '../../components/icons';
import { Message } from '../../components/message';
import { useStudio, useStudioState } from '../../studio-context';
import { RoutePlan } from './route-plan';
import styles from './export-screen.module.css';

/** A list of ticks with the measured values, and the way the file was made. */
export function FileChecks({ record }: { record: ExportRecord }): ReactElement {
  const { t } = useTranslation();
  const { exporter } = useStudio();
  const checks = useStudioState(exporter.store, (state) => state.checks);
  const allPassed = checks.every(({ passed }) => passed);
  return (
    <>
      {allPassed ? null : <Message tone="error" title={t('export.someFailed')} />}
      {checks.length === 0 ? null : (
        <section className={styles.checks} aria-label={t('export.checks')}>
          <h3 className={styles.legend}>{t('export.checks')}</h3>
          <ul className={styles.checkList}>
            {checks.map((check) => (
              <li
                key={check.id}
                className={classNames(styles.check, !check.passed && styles.notPassed)}
                data-check={check.id}
              >
                <Icon name={check.passed ? 'check' : 'warning'} size={20} />
                <span>
                  {t(`export.check.${check.id}`)}
                  {check.passed ? null : <strong> {t('export.failed')}</strong>}
                </span>
                <span className={styles.measured}>{check.value}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {record.stretches === undefined || record.stretches.length === 0 ? null : (
        <section className={styles.checks} aria-label={t('export.plan')}>
          <h3 className={styles.legend}>{t('export.plan')}</h3>
          <RoutePlan stretches={record.stretches} fps={fpsOf(record)} />
        </section>
      )}
      <p className={styles.hint}>
        <Icon name="info" size={20} />
        {t(`export.routeOf.${record.route}`)}
      </p>
    </>
  );
}

/** Frames a second, from what is kept of the film. */
function fpsOf({ stretches = [], duration }: ExportRecord): number {
  const frames = stretches.reduce((sum, { count }) => sum + count, 0);
  return duration > 0 ? Math.round(frames / duration) : 30;
}
