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
import type { ExportRecord } from '../../../storage/records';
import { Caption } from './caption';
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
  const isFilm = record.mimeType.startsWith('video/');
  return (
    <div className={styles.choosing}>
      <FilmPlayer exportId={record.id} mimeType={record.mimeType} />
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
            onClick={() => saving.run(async () => void (await exporter.download(record.id)))}
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
        <Foretold record={record} />
        {isFilm ? <Caption projectId={projectId} /> : null}
        <FileChecks record={record} />
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

function FilmPlayer({ exportId, mimeType }: { exportId: string; mimeType: string }): ReactElement {
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
      {url === null ? null : <Shown url={url} mimeType={mimeType} />}
    </div>
  );
}

/** The file as its kind is shown. */
function Shown({ url, mimeType }: { url: string; mimeType: string }): ReactElement {
  const { t } = useTranslation();
  const label = t('export.watch');
  if (mimeType.startsWith('image/')) return <img className={styles.video} src={url} alt={label} />;
  if (mimeType.startsWith('audio/'))
    return <audio className={styles.audio} src={url} controls aria-label={label} />;
  return <video className={styles.video} src={url} controls playsInline loop aria-label={label} />;
}

/** What was foretold, beside what it came to. */
function Foretold({ record }: { record: ExportRecord }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const { expected, seconds, bytes } = record;
  if (expected === undefined || seconds === undefined) return null;
  const time = (value: number): string => t('export.leftSeconds', { value: Math.max(1, Math.round(value)) });
  const facts = {
    expectedSize: formatBytes(expected.bytes, locale),
    size: formatBytes(bytes, locale),
    time: time(seconds),
  };
  return (
    <p className={styles.fileFacts}>
      {expected.seconds === null
        ? t('export.foretoldSize', facts)
        : t('export.foretold', { ...facts, expectedTime: time(expected.seconds) })}
    </p>
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
