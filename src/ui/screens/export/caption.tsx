/** Words to post with the film, to be copied. */
import { useEffect, useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { ErrorMessage } from '../../components/message';
import { useStudio } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './export-screen.module.css';

export function Caption({ projectId }: { projectId: string }): ReactElement {
  const { t } = useTranslation();
  const { exporter } = useStudio();
  const [text, setText] = useState('');
  const [isCopied, setCopied] = useState(false);
  const { run, error } = useTask();
  const id = useId();
  useEffect(() => run(async () => setText(await exporter.caption(projectId))), [exporter, projectId, run]);
  return (
    <section className={styles.caption}>
      <label className={styles.legend} htmlFor={id}>
        {t('export.caption')}
      </label>
      {error === null ? null : <ErrorMessage error={error} />}
      <textarea
        id={id}
        className={styles.captionText}
        rows={3}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setCopied(false);
        }}
      />
      <div className={styles.actions}>
        <Button
          icon={isCopied ? 'check' : 'copy'}
          onClick={() =>
            run(async () => {
              await navigator.clipboard.writeText(text);
              setCopied(true);
            })
          }
        >
          {isCopied ? t('export.copied') : t('export.copyCaption')}
        </Button>
      </div>
    </section>
  );
}
