/** The film in the making. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Progress } from '../../components/progress';
import { Thumbnail } from '../../components/thumbnail';
import { useStudio, useStudioState } from '../../studio-context';
import { roundRemaining } from './export-phase';
import styles from './export-screen.module.css';

/** What is done now, how far it is, how long it takes, and the way to stop it. */
export function ExportProgress({ projectId }: { projectId: string }): ReactElement {
  const { t } = useTranslation();
  const { exporter } = useStudio();
  const phase = useStudioState(exporter.store, (state) => state.phase);
  const step = useStudioState(exporter.store, (state) => state.step);
  const progress = useStudioState(exporter.store, (state) => state.progress);
  const remaining = useStudioState(exporter.store, (state) => state.remaining);
  const left = remaining === null ? null : roundRemaining(remaining);
  const time =
    left === null
      ? ''
      : left.unit === 's'
        ? t('export.leftSeconds', { value: left.value })
        : t('export.leftMinutes', { value: left.value });
  return (
    <div className={styles.choosing}>
      <div className={styles.poster}>
        <Thumbnail kind="project" id={projectId} />
      </div>
      <div className={styles.body}>
        <h2 className={styles.heading}>{t('export.running')}</h2>
        <Progress
          label={step === null ? t('export.preparing') : t(`export.step.${step}`)}
          value={phase === 'preparing' && progress === 0 ? null : progress}
        />
        <p className={styles.left}>{left === null ? t('export.leftUnknown') : t('export.left', { time })}</p>
        <p className={styles.soft}>{t('export.keepOpen')}</p>
        <div className={styles.actions}>
          <Button onClick={() => exporter.cancel()}>{t('export.cancel')}</Button>
        </div>
      </div>
    </div>
  );
}
