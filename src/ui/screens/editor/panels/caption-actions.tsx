/** Captions and lyrics in from a file, and all words out as one. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { FileButton } from '../../../components/file-button';
import { ErrorMessage } from '../../../components/message';
import { useStudio } from '../../../studio-context';
import { useTask } from '../../../use-task';
import styles from './panels.module.css';

export function CaptionActions({ isEmpty }: { isEmpty: boolean }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { run, busy, error } = useTask();
  return (
    <>
      <div className={styles.actions}>
        <FileButton
          label={t('editor.captionsAdd')}
          accept=".srt,.lrc,text/plain"
          busy={busy}
          testId="import-captions"
          onFiles={([file]) => file !== undefined && run(() => editor.addCaptions(file))}
        />
        <Button icon="download" disabled={isEmpty} onClick={() => editor.saveCaptions()}>
          {t('editor.captionsSave')}
        </Button>
      </div>
      {error === null ? null : <ErrorMessage error={error} />}
    </>
  );
}
