/** The finished file: watched, checked, saved, shared. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { ErrorMessage } from '../../components/message';
import { formatBytes, formatClock } from '../../format';
import { useLocale } from '../../localized';
import { ButtonLink } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import { FileChecks } from './file-checks';
import styles from './export-screen.module.css';

/** Save and Share are presses of their own: a browser opens its share sheet only from one. */
export function FinishedFilm({ projectId }: { projectId: string }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const { exporter } = useStudio();
  const record = useStudioState(exporter.store, (state) => state.record);
  const saving = useTask();
  const sharing = useTask();
  const canShare = useCanShare(record?.id ?? null);
  if (record === null) return null;
  const error = saving.error ?? sharing.error;
  return (
    <div className={styles.choosing}>
      <FilmPlayer exportId={record.id} />
      <div className={styles.body}>
        <div>
          <h2 className={styles.heading}>{t('export.doneTitle')}</h2>
          <p className={styles.soft}>{t('export.doneNext')}</p>
        </div>
        {error === null ? null : <ErrorMessage error={error} />}
        <div className={styles.acts}>
          <Button
            tone="primary"
            size="large"
            icon="download"
            busy={saving.busy}
            onClick={() => saving.run(() => exporter.download(record.id))}
          >
            {t('export.save')}
          </Button>
          {canShare ? (
            <Button
              size="large"
              icon="share"
              busy={sharing.busy}
              onClick={() => sharing.run(() => exporter.share(record.id))}
            >
              {t('export.share')}
            </Button>
          ) : null}
        </div>
        <p className={styles.fileFacts}>
          {[
            formatBytes(record.bytes, locale),
            formatClock(record.duration, { tenths: true }),
            `${record.size.width} × ${record.size.height}`,
          ].join(' · ')}
        </p>
        <FileChecks route={record.route} />
        <div className={styles.actions}>
          <ButtonLink to={{ screen: 'editor', projectId }} icon="edit">
            {t('export.backToEditor')}
          </ButtonLink>
          <ButtonLink to={{ screen: 'library' }} icon="library">
            {t('export.toLibrary')}
          </ButtonLink>
          <Button tone="quiet" icon="restart" onClick={() => exporter.reset()}>
            {t('export.again')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function FilmPlayer({ exportId }: { exportId: string }): ReactElement {
  const { t } = useTranslation();
  const { exporter } = useStudio();
  const [url, setUrl] = useState<string | null>(null);
  const { run, error } = useTask();
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    run(async () => {
      const file = await exporter.fileOf(exportId);
      if (isGone) return;
      made = URL.createObjectURL(file);
      setUrl(made);
    });
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [exporter, exportId, run]);
  return (
    <div className={styles.player}>
      {error === null ? null : <ErrorMessage error={error} />}
      {url === null ? null : (
        <video className={styles.video} src={url} controls playsInline loop aria-label={t('export.watch')} />
      )}
    </div>
  );
}

function useCanShare(exportId: string | null): boolean {
  const { exporter } = useStudio();
  const [canShare, setCanShare] = useState(false);
  useEffect(() => {
    if (exportId === null) return;
    let isCurrent = true;
    exporter.canShare(exportId).then(
      (able) => {
        if (isCurrent) setCanShare(able);
      },
      // A browser that cannot say cannot share; saving works everywhere.
      () => {
        if (isCurrent) setCanShare(false);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [exporter, exportId]);
  return canShare;
}
