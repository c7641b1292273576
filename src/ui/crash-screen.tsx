/** The screen in place of one that broke. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { version } from '../../package.json';
import { StudioError } from '../core/errors';
import { Button } from './components/button';
import { writeCrashReport } from './crash-report';
import { parsePath } from './routes';
import styles from './error-boundary.module.css';

/** Says what happened, offers the report, and leads home with a fresh page. */
export function CrashScreen(props: { error: unknown }): ReactElement {
  const { t, i18n } = useTranslation();
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const known = props.error instanceof StudioError ? props.error : null;
  const report = writeCrashReport({
    error: props.error,
    version,
    screen: parsePath(window.location.pathname)?.screen ?? 'unknown',
    userAgent: navigator.userAgent,
    language: i18n.language,
  });
  const copy = (): void => {
    navigator.clipboard.writeText(report).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  };
  return (
    <main className={styles.page}>
      <div className={styles.card} role="alert">
        <h1 className={styles.title}>
          {known === null ? t('common.crashTitle') : t(`error.${known.code}.title`, known.values)}
        </h1>
        <p className={styles.next}>
          {known === null ? t('common.crashNext') : t(`error.${known.code}.next`, known.values)}
        </p>
        <div className={styles.actions}>
          <Button tone="primary" icon="home" onClick={() => window.location.assign('/')}>
            {t('common.home')}
          </Button>
          <Button icon={copied === 'yes' ? 'check' : 'copy'} onClick={copy}>
            {copied === 'yes' ? t('common.reportCopied') : t('common.copyReport')}
          </Button>
        </div>
        {copied === 'refused' ? (
          <textarea className={styles.report} aria-label={t('common.reportLabel')} readOnly value={report} />
        ) : null}
      </div>
    </main>
  );
}
